import Support
import TrainingStats

/// Whether rows are such that their fields are worth looking at.
extension RowFindings {
    /// Whether the current record is no longer, and has no more fields, than a record may.
    func isWithin(_ limits: RecordLimits, _ scanner: CSVScanner, headings: [String]) -> Bool {
        if scanner.record.count > limits.record {
            reportLongRecord(limits)
            return false
        }
        if scanner.defects.contains(.tooManyFields) {
            report(
                .raggedRow, column: "", value: "",
                FindingText(FileWording.tooManyFields, limits.fields))
            return false
        }
        guard scanner.record.count > limits.field else { return true }
        for (position, field) in scanner.fields.enumerated() where field.end - field.start > limits.field {
            report(
                .outOfRange, column: headings.indices.contains(position) ? headings[position] : "",
                value: String(decoding: scanner.bytes(of: field).prefix(120), as: UTF8.self),
                FindingText(FileWording.longField, bytes(limits.field)))
            return false
        }
        return true
    }

    /// Reports that the current record is too long.
    func reportLongRecord(_ limits: RecordLimits) {
        report(
            .outOfRange, column: "", value: "",
            FindingText(FileWording.longRecord, bytes(limits.record)))
    }

    private func bytes(_ count: Int) -> BilingualText {
        count % (1 << 20) == 0
            ? BilingualText(en: "\(count >> 20) MiB") : BilingualText(en: "\(count) bytes", ar: "\(count) بايت")
    }

    /// Whether every quote of the current record is closed, and nothing follows it.
    func hasSoundQuotes(_ scanner: CSVScanner, headings: [String]) -> Bool {
        guard let position = scanner.fieldOfWrongQuote else { return true }
        let column = headings.indices.contains(position) ? headings[position] : ""
        let text = scanner.string(of: scanner.fields[position]).shortened()
        report(
            .unclosedQuote, column: column, value: text,
            scanner.defects.contains(.unclosedQuote)
                ? FindingText(FileWording.unclosedQuote) : FindingText(FileWording.textBehindQuote, text))
        return false
    }

    /// Whether the current record is UTF-8 without NUL bytes.
    func isSoundText(_ scanner: CSVScanner, headings: [String]) -> Bool {
        guard !scanner.defects.isDisjoint(with: [.nul, .nonASCII]) else { return true }
        for (position, field) in scanner.fields.enumerated() {
            let bytes = scanner.bytes(of: field)
            let hasNUL = bytes.contains(0)
            if hasNUL || String(validating: bytes, as: UTF8.self) == nil {
                let column = headings.indices.contains(position) ? headings[position] : ""
                let text = String(decoding: bytes, as: UTF8.self).shortened()
                report(
                    .badEncoding, column: column, value: text,
                    FindingText(hasNUL ? FileWording.nulByte : .notUTF8, text))
                return false
            }
        }
        return true
    }

    /// Whether the current record has a field for each heading.
    func hasAllFields(_ scanner: CSVScanner, headings: [String]) -> Bool {
        guard scanner.fields.count != headings.count else { return true }
        report(
            .raggedRow, column: "",
            value: String(decoding: scanner.buffer[scanner.record].prefix(480), as: UTF8.self),
            FindingText(FileWording.fieldCount, scanner.fields.count, headings.count))
        return false
    }

    /// Whether no member is called what reports write for totals, the unknown and their like.
    func hasNoReservedMember<Column>(_ scanner: CSVScanner, _ header: TableHeader<Column>) -> Bool {
        guard Column.table.isOfMembers else { return true }
        for (position, field) in scanner.fields.enumerated() where field.end - field.start == 2 {
            let text = scanner.string(of: field)
            guard reservedMembers.contains(text), header.name(at: position) != nil,
                header.columns[position]?.holdsWording != true
            else { continue }
            report(
                .badCode, column: header.headings[position], value: text,
                FindingText(FieldWording.reservedMember, text))
            return false
        }
        return true
    }
}
