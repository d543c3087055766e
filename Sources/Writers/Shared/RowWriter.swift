import Reporting

/// A writer of data that needs one row at a time, so that long lists never stand in memory as a whole.
public protocol RowWriter: Sendable {
    /// The file's text.
    func text(of table: Table) -> String
    /// The file's text in pieces, which are handed over as rows come.
    ///
    /// - Throws: what `sink` throws.
    func write<Failure: Error>(_ rows: RowStream, to sink: (String) throws(Failure) -> Void) throws(Failure)
}

extension RowStream {
    /// Hands over texts of about a megabyte: what is before the rows, what a body appends for each row, and what is behind.
    func write<Failure: Error>(
        after head: String, endingIn tail: String = "", to sink: (String) throws(Failure) -> Void,
        _ append: (_ row: [Cell], _ text: inout String) -> Void
    ) throws(Failure) {
        var text = head
        var failure: Failure?
        forEach(upTo: .max) { row in
            guard failure == nil else { return }
            append(row, &text)
            guard text.utf8.count > 1 << 20 else { return }
            do throws(Failure) { try sink(text) } catch { failure = error }
            text = ""
        }
        if let failure { throw failure }
        try sink(text + tail)
    }
}
