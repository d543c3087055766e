import Foundation
import Support
import TrainingStats

/// Prepared records of a dataset in its present state, from which its two large tables come.
final class PreparedRecords: Sendable {
    let header: PreparedHeader
    let file: PreparedFile
    /// Whether the inputs are told by their times from now on.
    let isTrusted: Bool
    private let path: String

    /// The prepared records of a source; nil if there are none, or none of this state and program.
    init?(in folder: PreparedFolder, at path: String, of inputs: [any RecordInput], keptPerGroup: Int?) {
        var bytes: [UInt8] = []
        var isTrusted = false
        var part = PreparedFile.Part(position: 0, length: 0, seal: 0)
        guard let file = PreparedFile(reading: path, header: &bytes, isTrusted: &isTrusted, headerPart: &part),
            let header = try? JSONDecoder().decode(PreparedHeader.self, from: Data(bytes)),
            header.program == folder.program,
            [header.trainees.account.findings, header.participations.account.findings].allSatisfy({
                $0.areKnown && $0.canFill(keptPerGroup: keptPerGroup)
            }),
            header.inputs.map(\.name) == inputs.map(\.name)
        else { return nil }
        let now = Date().timeIntervalSince1970
        var areCertain = true
        for (known, input) in zip(header.inputs, inputs) {
            guard let filePath = input.filePath, let identity = FileIdentity(path: filePath),
                identity == known.identity
            else { return nil }
            guard let digest = known.digest, !isTrusted else { continue }
            guard (try? input.sha256()) == digest else { return nil }
            areCertain = areCertain && identity.isCertain(at: now)
        }
        self.header = header
        self.file = file
        self.path = path
        self.isTrusted = isTrusted || areCertain
        if !isTrusted, areCertain { file.trust(part) }
        file.touch()
    }

    /// Removes them.
    func remove() { FileSystem.removeFile(path) }

    /// A column of texts; nil if it is damaged.
    func texts(_ texts: PreparedTexts, count: Int) -> TextColumn? {
        guard let bytes = file.bytes(of: texts.bytes), let ends = file.numbers(of: texts.ends, as: Int.self) else {
            return nil
        }
        return TextColumn(bytes: bytes, ends: ends, length: texts.length, count: count)
    }
}

extension PreparedInput {
    /// The inputs of a dataset as they are now; nil if one is no file.
    ///
    /// Those that can be changed without a sign of it come with digests, if these are asked for.
    static func all(of inputs: [any RecordInput], withDigests: Bool) throws(ReadError) -> [PreparedInput]? {
        let now = Date().timeIntervalSince1970
        var found: [PreparedInput] = []
        for input in inputs {
            guard let path = input.filePath, let identity = FileIdentity(path: path) else { return nil }
            let digest = withDigests && !identity.isCertain(at: now) ? try input.sha256() : nil
            found.append(PreparedInput(name: input.name, identity: identity, digest: digest))
        }
        return found
    }
}

extension PreparedAccount {
    /// The account of a table that has been read.
    init<Column>(_ rows: TableReader<Column>, notices: [BilingualText]) {
        let tally = rows.tally
        self.init(
            rows: tally.rows, rejected: tally.rejected, emptyLines: tally.emptyLines,
            encoding: rows.form.encoding.rawValue, separator: rows.form.separator,
            namesSeparator: rows.form.namesSeparator, notices: notices.map { PreparedWords($0) },
            findings: rows.findings.log.prepared)
    }

    /// How the text of the table was written.
    var form: TextForm {
        var form = TextForm()
        form.encoding = TextForm.Encoding(rawValue: encoding) ?? .utf8
        form.separator = separator
        form.namesSeparator = namesSeparator
        return form
    }
}
