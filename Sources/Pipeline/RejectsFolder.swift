import Records
import Support

/// Keeps rejected rows unchanged, each after its finding: one file for each table, all put in place together.
final class RejectsFolder {
    private let folder: String
    private let batch = AtomicFileBatch()
    private var buffers: [String: [UInt8]] = [:]
    private var staged: [String: AtomicFileBatch.StagedFile] = [:]
    private var failure: FileError?

    /// Keeps rejected rows for this folder.
    init(_ folder: String) { self.folder = folder }

    /// Adds a row; an error in writing it is thrown on commit.
    func add(_ row: RejectedRow) {
        guard failure == nil else { return }
        let target = folder + "/" + row.table.fileName
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

    /// Writes the remaining rows and puts the files in place.
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
