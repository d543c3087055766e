import Support
import CXLSXWriter
import Glibc

/// What may be typed into cells, and what the program says about it.
extension Sheet {
    /// Has what is typed into a column checked.
    func setRule(_ rule: FormRule, column: Int, rows: ClosedRange<Int>) throws(WriteError) {
        var validation = lxw_data_validation()
        // Invariant: the texts live until the library has copied them.
        var texts: [UnsafeMutablePointer<CChar>?] = []
        defer { texts.forEach { free($0) } }
        func copy(_ text: String, limit: Int) -> UnsafeMutablePointer<CChar>? {
            let copy = strdup(safeText(text, limit: limit))
            texts.append(copy)
            return copy
        }
        validation.input_title = copy(rule.title, limit: FormRule.titleLimit)
        validation.input_message = copy(rule.message, limit: FormRule.textLimit)
        validation.error_title = copy(rule.title, limit: FormRule.titleLimit)
        validation.error_message = copy(rule.refusal, limit: FormRule.textLimit)
        func set(_ type: lxw_validation_types, _ criteria: lxw_validation_criteria = LXW_VALIDATION_CRITERIA_NONE) {
            validation.validate = UInt8(type.rawValue)
            validation.criteria = UInt8(criteria.rawValue)
        }
        func formula(_ text: String) -> UnsafeMutablePointer<CChar>? { copy("=" + text, limit: 8_000) }
        var words: [UnsafeMutablePointer<CChar>?] = []
        switch rule.check {
        case .anything: set(LXW_VALIDATION_TYPE_ANY)
        case .list(let name):
            set(LXW_VALIDATION_TYPE_LIST_FORMULA)
            validation.value_formula = formula(name)
        case .words(let known):
            set(LXW_VALIDATION_TYPE_LIST)
            words = known.map { copy($0, limit: FormRule.textLimit) } + [nil]
        case .day(let other):
            set(LXW_VALIDATION_TYPE_DATE_FORMULA, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO)
            let first = other.map { "MAX(1,\(columnLetters($0))\(rows.lowerBound + 1))" }
            validation.value_formula = formula(first ?? "1")
        case .number(let least, let greatest, let isWhole):
            let type = isWhole ? LXW_VALIDATION_TYPE_INTEGER : LXW_VALIDATION_TYPE_DECIMAL
            switch (least, greatest) {
            case (let least?, let greatest?):
                set(type, LXW_VALIDATION_CRITERIA_BETWEEN)
                (validation.minimum_number, validation.maximum_number) = (Double(least), Double(greatest))
            case (let least, let greatest?):
                set(type, LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO)
                validation.value_number = Double(greatest)
                _ = least
            case (let least, nil):
                set(type, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO)
                // Any number: what a cell of 15 digits can hold.
                validation.value_number = least.map(Double.init) ?? -999_999_999_999_999
            }
        }
        let code = words.withUnsafeMutableBufferPointer { words in
            if !words.isEmpty { validation.value_list = words.baseAddress }
            return worksheet_data_validation_range(
                handle, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound), lxw_col_t(column),
                &validation)
        }
        try check(code)
    }

    /// Sets the width of a column, in characters, and the format of its empty cells.
    func setWidth(
        _ width: Double, of column: Int, _ format: UnsafeMutablePointer<lxw_format>
    ) throws(WriteError) {
        try check(worksheet_set_column(handle, lxw_col_t(column), lxw_col_t(column), min(width, 254), format))
    }

    /// Says that texts in ranges may look like numbers, as identifiers do: Excel marks none of them.
    func allowNumbersAsText(_ ranges: [CellRange]) throws(WriteError) {
        guard !ranges.isEmpty else { return }
        try check(
            worksheet_ignore_errors(
                handle, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), ranges.map(\.text).joined(separator: " ")))
    }
}
