import Records
import Support

/// Keeps rejected rows as they stood, each behind its finding: one file a table, all put in place together.
final class RejectsFolder {
    private let folder: String
    private let batch = AtomicFileBatch()
    private var buffers: [String: [UInt8]] = [:]
    private var staged: [String: AtomicFileBatch.StagedFile] = [:]
    private var failure: FileError?

    /// Rejected rows are to go to this folder.
    init(_ folder: String) { self.folder = folder }

    /// Takes a row; a failure to write it shows when all is committed.
    func add(_ row: RejectedRow) {
        guard failure == nil else { return }
        let target = folder + "/" + row.file.replacing(".csv.gz", with: ".csv")
        var bytes =
            buffers[target] ?? Array("finding_line,finding_column,finding_code,finding,".utf8) + row.header + [0x0A]
        let finding = row.finding
        bytes +=
            Array("\(finding.line),\(CSVQuoting.field(finding.column)),\(finding.code.rawValue),".utf8)
            + Array("\(CSVQuoting.quoted(finding.message)),".utf8) + row.record
            + [0x0A]
        buffers[target] = bytes
        guard bytes.count > 1 << 20 else { return }
        do throws(FileError) { try flush(target) } catch { failure = error }
    }

    /// Writes what is left and puts the files in their places.
    func commit() throws(FileError) {
        if let failure { throw failure }
        for target in buffers.keys.sorted() { try flush(target) }
        try batch.commit()
    }

    private func flush(_ target: String) throws(FileError) {
        let file: AtomicFileBatch.StagedFile
        if let known = staged[target] {
            file = known
        } else {
            file = try batch.stage(target)
            staged[target] = file
        }
        try batch.append(buffers[target] ?? [], to: file)
        buffers[target] = []
    }
}
