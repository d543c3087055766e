import Records
import Reporting
import Support
import TrainingStats
import Workbooks
import Writers

/// The findings of a check by the cells of a workbook that they are about.
struct CellRemarks {
    /// A finding with its sheet and cell.
    struct Remark {
        let finding: Finding
        /// The sheet; nil where the finding is about the workbook as a whole.
        let sheet: String?
        /// The letters of the column; empty where the whole row is meant.
        let letters: String

        /// A finding about a workbook of that name: its place is such as `registration.xlsx!Sessions:C17`.
        init(_ finding: Finding, inWorkbook name: String) {
            self.finding = finding
            let start = name + "!"
            sheet = finding.file.hasPrefix(start) ? String(finding.file.dropFirst(start.count)) : nil
            let cell = finding.place.split(separator: ":").last ?? ""
            letters = sheet == nil ? "" : String(cell.prefix { $0.isASCII && $0.isUppercase })
        }

        /// The name of its cell, the first one of the row where the whole row is meant.
        var cell: String { (letters.isEmpty ? "A" : letters) + "\(finding.line)" }
    }

    /// The marks of a row: by column, and the one of the whole row.
    struct RowMarks {
        var ofCells: [Int: CellMark] = [:]
        var ofRow: CellMark?
    }

    private var marks: [String: [Int: RowMarks]] = [:]

    init(_ remarks: [Remark], _ language: Language) {
        for remark in remarks {
            guard let sheet = remark.sheet else { continue }
            let isError = remark.finding.code.severity == .error
            let mark = CellMark(
                isError: isError, text: remark.finding.wording(language))
            var row = marks[sheet, default: [:]][remark.finding.line] ?? RowMarks()
            if let column = Self.column(remark.letters) {
                row.ofCells[column] = row.ofCells[column].map { $0.joined(by: mark) } ?? mark
            } else {
                row.ofRow = row.ofRow.map { $0.joined(by: mark) } ?? mark
            }
            marks[sheet, default: [:]][remark.finding.line] = row
        }
    }

    /// The marks of a row of a sheet.
    subscript(sheet: String, row: Int) -> RowMarks { marks[sheet]?[row] ?? RowMarks() }

    /// The column of letters, from 0 on; nil of none, or of more than a sheet has.
    private static func column(_ letters: String) -> Int? {
        guard (1...3).contains(letters.utf8.count) else { return nil }
        return letters.utf8.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}

extension SheetRow {
    /// Whether its first text is Arabic, so that its sheet runs from right to left.
    var isArabic: Bool {
        guard let cell = cells.first(where: { $0.kind == .text }) else { return false }
        let letters = String(decoding: cell.text, as: UTF8.self).unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.first.map { (0x600..<0x700).contains($0.value) } ?? false
    }

    /// Its cells with the marks of the row; a cell that is empty and has a mark is there, too.
    func copied(_ marks: CellRemarks.RowMarks) -> [CopiedCell] {
        var ofCells = marks.ofCells
        if let mark = marks.ofRow {
            let first = cells.first?.column ?? 0
            ofCells[first] = ofCells[first].map { $0.joined(by: mark) } ?? mark
        }
        let copied = cells.map { CopiedCell(column: $0.column, value: $0.value, mark: ofCells[$0.column]) }
        let filled = Set(cells.map(\.column))
        return copied
            + ofCells.filter { !filled.contains($0.key) }.sorted { $0.key < $1.key }.map {
                CopiedCell(column: $0.key, value: .blank, mark: $0.value)
            }
    }
}

extension SheetCell {
    /// What the cell holds, as a copy has it.
    fileprivate var value: CopiedCell.Value {
        let text = String(decoding: self.text, as: UTF8.self)
        switch kind {
        case .text, .error: return .text(text)
        case .uncachedFormula: return .blank
        case .boolean: return .boolean(text == "true")
        case .number: return number(text) ?? .text(text)
        case .percent: return Double(text).map { .percent($0) } ?? .text(text)
        case .date: return day(text, seconds: nil) ?? .text(text)
        case .dateTime:
            let parts = text.split(separator: "T", maxSplits: 1)
            guard parts.count == 2, let seconds = seconds(parts[1]), (0..<86_400).contains(seconds) else {
                return .text(text)
            }
            return day(String(parts[0]), seconds: seconds) ?? .text(text)
        case .time: return seconds(text[...]).map { .time($0 / 86_400) } ?? .text(text)
        }
    }

    /// A number with the leading zeros that it shows; nil of one with more digits than a cell holds.
    private func number(_ text: String) -> CopiedCell.Value? {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.count
        guard digits <= 15, let number = Double(text), number.isFinite else { return nil }
        let hasZeros = text.utf8.first == 0x30 && digits == text.utf8.count
        return .number(number, digits: hasZeros ? digits : 1)
    }

    private func day(_ text: String, seconds: Double?) -> CopiedCell.Value? {
        guard let parts = CivilDate(text)?.components, parts.year >= 1900 else { return nil }
        return .day(year: parts.year, month: parts.month, day: parts.day, seconds: seconds)
    }

    /// The seconds of a time such as `36:15` or `09:30:05`.
    private func seconds(_ text: Substring) -> Double? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard (2...3).contains(parts.count), !parts.contains(nil) else { return nil }
        let numbers = parts.compactMap(\.self)
        let seconds = numbers[0] * 3_600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
        return seconds.isFinite ? seconds : nil
    }
}
