import Records

/// Keeps rejected rows as they stood, each behind its finding: one file a table, all put in place together.
final class RejectsFolder {
    private let folder: String
    private let batch = OutputBatch()
    private var buffers: [String: [UInt8]] = [:]
    private var places: [String: String] = [:]
    private var failure: OutputError?

    /// Rejected rows are to go to this folder.
    init(_ folder: String) { self.folder = folder }

    /// Takes a row; a failure to write it shows when all is committed.
    func add(_ row: RejectedRow) {
        guard failure == nil else { return }
        let target = folder + "/" + row.file.replacing(".csv.gz", with: ".csv")
        var bytes =
            buffers[target] ?? Array("finding_line,finding_column,finding_code,finding,".utf8) + row.header + [0x0A]
        let finding = row.finding
        func quoted(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
        let column = finding.column.contains { ",\"\r\n".contains($0) } ? quoted(finding.column) : finding.column
        bytes +=
            Array("\(finding.line),\(column),\(finding.code.rawValue),\(quoted(finding.message)),".utf8) + row.record
            + [0x0A]
        buffers[target] = bytes
        guard bytes.count > 1 << 20 else { return }
        do throws(OutputError) { try flush(target) } catch { failure = error }
    }

    /// Writes what is left and puts the files in their places.
    func commit() throws(OutputError) {
        if let failure { throw failure }
        for target in buffers.keys.sorted() { try flush(target) }
        try batch.commit()
    }

    private func flush(_ target: String) throws(OutputError) {
        let place: String
        if let known = places[target] {
            place = known
        } else {
            place = try batch.temporaryPath(for: target)
            places[target] = place
        }
        try batch.append(buffers[target] ?? [], to: place, of: target)
        buffers[target] = []
    }
}
