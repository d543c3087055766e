import Support

/// Whether rows are such that their fields are worth looking at.
extension TableReader {
    /// Whether every quote of the current record is closed, and nothing follows it.
    func hasSoundQuotes() -> Bool {
        if scanner.defects.contains(.unclosedQuote) {
            report(
                .unclosedQuote, "",
                string(scanner.fields.last ?? .init(start: 0, end: 0, isInScratch: false)).shortened(),
                "a quote is opened and not closed before the end of the file; close it, or double the quotes inside")
            return false
        }
        if scanner.defects.contains(.textAfterQuote) {
            report(
                .unclosedQuote, "", "",
                "text follows a closing quote; double the quotes inside a quoted field (\"\")")
            return false
        }
        return true
    }

    func isWellShaped() -> Bool {
        guard hasSoundQuotes(), checkEncoding() else { return false }
        guard scanner.fields.count == headings.count else {
            report(
                .raggedRow, "", String(decoding: scanner.buffer[scanner.record].prefix(480), as: UTF8.self),
                "the row has \(scanner.fields.count) fields, the header \(headings.count); "
                    + "quote fields that hold commas or line breaks")
            return false
        }
        return true
    }

    /// The key of a row that others may refer to, where it stands in its place.
    var keyOfUnreadRow: String? {
        guard let name = table.keyColumn, let position = column(name).position, position < scanner.fields.count,
            let key = String(validating: scanner.bytes(of: scanner.fields[position]), as: UTF8.self)
        else { return nil }
        return key.isEmpty || key.utf8.contains(0) ? nil : key
    }

    /// Whether no member is called what reports write for totals, the unknown and their like.
    func hasOwnWords() -> Bool {
        guard table.isOfMembers else { return true }
        for (position, field) in scanner.fields.enumerated() where field.end - field.start == 2 {
            let text = string(field)
            guard reservedMembers.contains(text), has(headings[position]) else { continue }
            report(
                .badCode, headings[position], text,
                "'\(text)' stands for something else in reports; leave the field empty, or give another name")
            return false
        }
        return true
    }

    /// Whether the current record is UTF-8 without NUL bytes.
    func checkEncoding() -> Bool {
        guard !scanner.defects.isDisjoint(with: [.nul, .nonASCII]) else { return true }
        for (position, field) in scanner.fields.enumerated() {
            let bytes = scanner.bytes(of: field)
            let hasNUL = bytes.contains(0)
            if hasNUL || String(validating: bytes, as: UTF8.self) == nil {
                let column = headings.indices.contains(position) ? headings[position] : ""
                let text = String(decoding: bytes, as: UTF8.self).shortened()
                report(
                    .badEncoding, column, text,
                    hasNUL
                        ? "'\(text)' holds a NUL byte; save the file as plain UTF-8 text"
                        : "'\(text)' is not UTF-8; save the file with that encoding")
                return false
            }
        }
        return true
    }
}
