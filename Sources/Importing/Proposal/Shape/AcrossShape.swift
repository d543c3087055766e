import Support
import TrainingStats
import Workbooks

/// Columns of one kind that run across a sheet.
struct AcrossShape {
    /// What they are.
    enum Kind { case days, groups }

    let kind: Kind
    /// Their positions among the columns of the sheet.
    let positions: Range<Int>
    /// Whether the days are numbers of days, of a month that stands elsewhere.
    var daysAreNumbers = false

    /// What runs across some columns; nil if nothing does.
    init?(of columns: [SheetShape.Column], headingRows: Int) {
        if let groups = Self.groups(columns, headingRows: headingRows) {
            self = groups
        } else if let days = Self.days(columns) {
            self = days
        } else {
            return nil
        }
    }

    private init(kind: Kind, positions: Range<Int>, daysAreNumbers: Bool = false) {
        self.kind = kind
        self.positions = positions
        self.daysAreNumbers = daysAreNumbers
    }

    /// Columns under headings of several rows, whose lowest headings come again: Date, Result, Date, Result.
    private static func groups(_ columns: [SheetShape.Column], headingRows: Int) -> AcrossShape? {
        guard headingRows > 1 else { return nil }
        var counts: [String: Int] = [:]
        for column in columns where column.heading != column.lowest {
            counts[WordIndex.key(of: column.lowest), default: 0] += 1
        }
        let isPart = columns.map { $0.heading != $0.lowest && counts[WordIndex.key(of: $0.lowest)] ?? 0 > 1 }
        guard let run = longestRun(of: isPart), run.count >= 4 else { return nil }
        return AcrossShape(kind: .groups, positions: run)
    }

    /// Columns whose headings are days, one after the other, with marks below them.
    private static func days(_ columns: [SheetShape.Column]) -> AcrossShape? {
        let isDate = columns.map { column in
            column.headingKind == .date || column.headingKind == .dateTime
                || (!ColumnProfile.isNumber(column.lowest) && DateReader()(column.lowest) != .none)
        }
        let isNumber = columns.map { column in
            Int(CellText.tidied(column.lowest)).map { (1...31).contains($0) } ?? false
        }
        for (matches, areNumbers) in [(isDate, false), (isNumber, true)] {
            guard let run = longestRun(of: matches), run.count >= 2 else { continue }
            let filled = columns[run].reduce(0) { $0 + $1.profile.looked }
            let marks = columns[run].reduce(0) { $0 + $1.profile.dayMarks }
            if filled > 0, marks * 2 > filled {
                return AcrossShape(kind: .days, positions: run, daysAreNumbers: areNumbers)
            }
        }
        return nil
    }

    private static func longestRun(of flags: [Bool]) -> Range<Int>? {
        var best: Range<Int>?
        var start: Int?
        for (index, flag) in (flags + [false]).enumerated() {
            if flag {
                start = start ?? index
            } else if let first = start {
                if index - first > best?.count ?? 0 { best = first..<index }
                start = nil
            }
        }
        return best
    }
}
