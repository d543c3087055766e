import Support
import TrainingStats

/// The current row's fields as typed values; whatever is wrong with a field is reported, and the value is nil.
extension TableReader {
    /// The text of a field, or nil where it is empty or the table lacks the column; a field that must be filled is told.
    func text(_ column: Column) -> String? { field(column).map { scanner.string(of: $0) } }

    /// Calls a body with the bytes of a field, unless it is empty.
    func withBytes(_ column: Column, _ body: (Span<UInt8>) -> Void) {
        if let field = field(column) { scanner.withBytes(of: field, body) }
    }

    /// Looks a field's text up in a table of keys; the outer nil is an empty field, the inner one an unknown key.
    func key(_ column: Column, in table: KeyTable) -> Int?? {
        guard let field = field(column) else { return nil }
        return .some(scanner.withBytes(of: field) { table.code(of: $0) })
    }

    /// A decimal within bounds.
    func decimal(_ column: Column, atLeast low: Int? = nil, atMost high: ExactDecimal? = nil) -> ExactDecimal? {
        guard let field = field(column) else { return nil }
        guard let number = scanner.withBytes(of: field, { ExactDecimal(utf8: $0) }) else {
            let text = scanner.string(of: field).shortened()
            report(
                .badNumber, at: column, value: text,
                FindingText(FieldWording.notDecimal, text))
            return nil
        }
        if let low, number < ExactDecimal(low) {
            report(
                .outOfRange, at: column, value: "\(number)",
                FindingText(FieldWording.belowLeast, number, low, column.name))
            return nil
        }
        if let high, number > high {
            report(
                .outOfRange, at: column, value: "\(number)",
                FindingText(FieldWording.aboveMost, number, high, column.name))
            return nil
        }
        return number
    }

    /// A whole number.
    func whole(_ column: Column) -> Int? {
        guard let number = decimal(column) else { return nil }
        guard let whole = number.whole else {
            report(.badNumber, at: column, value: "\(number)", FindingText(FieldWording.notWhole, number))
            return nil
        }
        return whole
    }

    /// A whole number within bounds.
    func whole(_ column: Column, in range: ClosedRange<Int>) -> Int? {
        guard let whole = whole(column) else { return nil }
        guard range.contains(whole) else {
            report(
                .outOfRange, at: column, value: "\(whole)",
                FindingText(FieldWording.notWithin, whole, range.lowerBound, range.upperBound))
            return nil
        }
        return whole
    }

    /// One of a list of codes, in any spelling of it or of its names.
    func code<Code: NamedCode>(_ column: Column, as type: Code.Type) -> Code? {
        guard let text = text(column) else { return nil }
        if let code = Code(spelling: text) { return code }
        let names = Code.allCases.flatMap { [$0.name?.en, $0.name?.ar].compactMap(\.self) }
        reportUnknown(text, at: column, known: Code.allCases.map(\.rawValue), names: names)
        return nil
    }

    /// Reports a text that names no code of a column, with the codes that there are and the spelling nearest to it.
    ///
    /// Where others can be added, `wordings` say so: of a text that is near to no code, and of one that is.
    func reportUnknown(
        _ text: String, at column: Column, known: [String], names: [String],
        as wordings: (unknown: FieldWording, misspelt: FieldWording)? = nil
    ) {
        let nearest = findings.nearest(to: text, among: known + names, for: .badCode)
        let (shown, codes) = (text.shortened(), Spelling.list(known))
        let message: FindingText =
            if let wordings {
                nearest.map { .init(wordings.misspelt, shown, codes, $0) } ?? .init(wordings.unknown, shown, codes)
            } else {
                FindingText(FieldWording.notOneOf, shown, codes).suggesting(nearest)
            }
        report(.badCode, at: column, value: text, message)
    }

    /// Notes a finding about a field of the current row; an error rejects the row.
    func report(_ code: FindingCode, at column: Column, value: String, _ message: FindingText) {
        findings.report(code, column: column.name, value: value, message)
    }

    /// Rejects the current row because its key stands in an earlier one.
    func rejectDuplicate(_ key: String, at column: Column) {
        report(
            .duplicateKey, at: column, value: key,
            FindingText(ReferenceWording.repeatedKey, key.shortened()))
    }

    /// Where a field stands; nil where it is empty or the table lacks the column, and a field that must be filled is told.
    func field(_ column: Column) -> CSVScanner.Field? {
        guard let position = header.position(of: column) else { return nil }
        let field = scanner.fields[position]
        if field.end > field.start { return field }
        if column.need == .inEveryRow {
            report(
                .missingValue, at: column, value: "", FindingText(FieldWording.emptyField, column.name))
        }
        return nil
    }
}
