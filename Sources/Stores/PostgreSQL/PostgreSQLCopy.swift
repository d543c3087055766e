import CPQ
import Support

/// Sends rows into a table.
struct PostgreSQLCopy {
    private let connection: PostgreSQLConnection
    private var pending: [UInt8] = []

    /// Begins to send rows with these columns.
    init(into table: String, _ columns: [String], in connection: PostgreSQLConnection) throws(DatabaseError) {
        self.connection = connection
        let names = columns.map(StoreTable.quoted).joined(separator: ", ")
        let result = PQexec(connection.handle, "COPY \(table) (\(names)) FROM STDIN")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COPY_IN else {
            throw DatabaseError(postgreSQL: result, of: connection.handle)
        }
    }

    /// Sends a row: a number, then fields, of which empty ones become NULL, and more fields.
    mutating func send(_ number: Int, _ fields: [String], _ more: [String?] = []) throws(DatabaseError) {
        pending += "\(number)".utf8
        for field in fields { try add(field) }
        for case let field? in more { try add(field) }
        pending.append(UInt8(ascii: "\n"))
        if pending.count > 1 << 20 { try flush() }
    }

    /// Ends the rows; from here on they are in the table.
    mutating func end() throws(DatabaseError) {
        try flush()
        let isSent = PQputCopyEnd(connection.handle, nil) == 1
        try results(isSent: isSent)
    }

    private mutating func add(_ field: String) throws(DatabaseError) {
        pending.append(UInt8(ascii: "\t"))
        guard !field.isEmpty else {
            pending += [UInt8(ascii: "\\"), UInt8(ascii: "N")]
            return
        }
        var hasZero = false
        for byte in field.utf8 {
            switch byte {
            case UInt8(ascii: "\\"): pending += [byte, byte]
            case UInt8(ascii: "\n"): pending += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case UInt8(ascii: "\r"): pending += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
            case UInt8(ascii: "\t"): pending += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
            case 0: hasZero = true
            default: pending.append(byte)
            }
        }
        if hasZero { throw .zeroByte }
    }

    private mutating func flush() throws(DatabaseError) {
        let count = Int32(pending.count)
        // Invariant: libpq copies the bytes, or sends them, before it returns.
        let isSent = pending.withUnsafeBytes { bytes in
            PQputCopyData(connection.handle, bytes.bindMemory(to: CChar.self).baseAddress, count) == 1
        }
        pending.removeAll(keepingCapacity: true)
        if !isSent { try results(isSent: false) }
    }

    private func results(isSent: Bool) throws(DatabaseError) {
        var failure: DatabaseError?
        while let result = PQgetResult(connection.handle) {
            defer { PQclear(result) }
            // The server still waits for rows: what went wrong is on this side.
            if PQresultStatus(result) == PGRES_COPY_IN { break }
            if PQresultStatus(result) != PGRES_COMMAND_OK {
                failure = failure ?? DatabaseError(postgreSQL: result, of: connection.handle)
            }
        }
        if let failure { throw failure }
        if !isSent { throw DatabaseError(postgreSQL: nil, of: connection.handle) }
    }
}
