import Support
import TrainingStats
import Workbooks

/// What the cells of a column look like.
struct ColumnProfile {
    /// A text of the column.
    struct Text {
        var text: String
        var count: Int
        /// Whether the cells are numbers, not texts.
        var isNumber: Bool
    }

    /// The cells that hold something other than marks for none.
    private(set) var filled = 0
    /// Those of them whose kind was looked at: of very many different texts the first ones say enough.
    private(set) var looked = 0
    private static let mostTexts = 2_000
    /// The texts, as they stand, in the order of their first cells.
    private(set) var texts: [Text] = []
    /// Cells that are dates, whatever their order.
    private(set) var dateCells = 0
    /// What texts say of dates.
    private(set) var dates = DateEvidence()
    /// What texts say of decimals.
    private(set) var marks = DecimalMarkEvidence()
    private(set) var numbers = 0
    private(set) var percents = 0
    private(set) var durations = 0
    private(set) var validities = 0
    private(set) var states = 0
    private(set) var sexes = 0
    private(set) var statuses = 0
    private(set) var answers = 0
    private(set) var dayMarks = 0
    private(set) var arabic = 0
    /// Cells and texts in which there is a digit, as in identifiers.
    private(set) var withDigits = 0

    /// The profile of some cells.
    init(_ cells: [RegisterSheet.Cell]) {
        var positions: [String: Int] = [:]
        for cell in cells {
            guard !CellText.isNothing(cell.text), cell.kind != .error, cell.kind != .uncachedFormula else { continue }
            filled += 1
            if cell.kind == .date || cell.kind == .dateTime { dateCells += 1 }
            if cell.kind == .number { numbers += 1 }
            if cell.kind == .percent { percents += 1 }
            guard cell.kind == .text || cell.kind == .number || cell.kind == .boolean else { continue }
            let text = cell.text.joinedToOneLine()
            let key = (cell.kind == .number ? "1" : "0") + text
            if let position = positions[key] {
                texts[position].count += 1
            } else {
                positions[key] = texts.count
                texts.append(Text(text: text, count: 1, isNumber: cell.kind == .number))
            }
        }
        looked = cells.isEmpty ? 0 : filled - texts.reduce(0) { $0 + $1.count }
        for text in texts.prefix(Self.mostTexts) {
            looked += text.count
            classify(text)
        }
    }

    private mutating func classify(_ text: Text) {
        if DurationReader()(text.text) != nil { durations += text.count }
        if Self.isValidity(text.text) { validities += text.count }
        if StateWords.code(text.text) ?? StateWords.nearlyNamed(text.text) != nil { states += text.count }
        if SexWords.sex(text.text) != nil { sexes += text.count }
        if StatusWords.meaning(of: text.text) != nil { statuses += text.count }
        if AnswerWords.answer(text.text) != nil { answers += text.count }
        if MarkWords.mark(text.text) != nil { dayMarks += text.count }
        if text.text.hasArabic { arabic += text.count }
        if text.text.contains(where: \.isNumber) { withDigits += text.count }
        guard !text.isNumber else { return }
        marks.add(text.text)
        if isPercent(text.text) {
            percents += text.count
        } else if Self.isNumber(text.text) {
            numbers += text.count
        } else {
            dates.add(text.text, times: text.count)
        }
    }

    private func isPercent(_ text: String) -> Bool {
        DecimalMark.allCases.contains { PercentReader(mark: $0)(text) != nil }
    }

    /// Whether a text is a number, with whatever sign before its fraction.
    static func isNumber(_ text: String) -> Bool {
        DecimalMark.allCases.contains { NumberReader(mark: $0)(text) != nil }
    }

    /// Whether a text says for how many months or years something is valid.
    static func isValidity(_ text: String) -> Bool {
        DecimalMark.allCases.contains { ValidityReader(mark: $0)(text) != nil }
    }

    /// Whether a text is a number or a percentage.
    static func isScore(_ text: String) -> Bool {
        isNumber(text) || DecimalMark.allCases.contains { PercentReader(mark: $0)(text) != nil }
    }

    /// Whether at least half of the cells are of a kind.
    func isMostly(_ count: Int) -> Bool { looked > 0 && count * 2 >= looked }

    /// Whether at least four of five cells are of a kind.
    func isNearlyAll(_ count: Int) -> Bool { looked > 0 && count * 5 >= looked * 4 }

    /// Cells and texts that are dates.
    var allDates: Int { dateCells + dates.dates }
    /// Cells and texts that are numbers or percentages.
    var allNumbers: Int { numbers + percents }
}
