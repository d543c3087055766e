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
        let finding = row.finding
        let size = Self.append(
            "\(finding.line),\(CSVQuoting.field(finding.column)),\(finding.code.rawValue),"
                + "\(CSVQuoting.quoted(finding.message)),",
            row.record,
            to: &buffers[
                target, default: Array("finding_line,finding_column,finding_code,finding,".utf8) + row.header + [0x0A]])
        guard size > 1 << 20 else { return }
        do throws(FileError) { try flush(target) } catch { failure = error }
    }

    /// Appends to a buffer where it stands, since a copy of it for each row would take far longer than reading; returns its
    /// size.
    private static func append(_ finding: String, _ record: [UInt8], to buffer: inout [UInt8]) -> Int {
        buffer.append(contentsOf: finding.utf8)
        buffer.append(contentsOf: record)
        buffer.append(0x0A)
        return buffer.count
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
