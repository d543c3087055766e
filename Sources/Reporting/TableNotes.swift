import Aggregation
import TrainingStats

/// The paragraphs under a table: why a total is not the sum, how much is known, what the words mean.
public struct TableNotes: Sendable {
    private let summary: Summary
    private let language: Language

    /// Notes on a summary.
    public init(_ summary: Summary, _ language: Language) {
        self.summary = summary
        self.language = language
    }

    /// The paragraphs about these figures, in the order of their importance.
    public var remarks: [String] { bridges + bounds + undated + coverage }

    /// For each count whose cells do not add up: how the sum of the cells and the total differ, and why.
    public var bridges: [String] {
        let inner = summary.cells.filter { !$0.members.contains(.total) }
        guard inner.count < summary.cells.count else { return [] }
        return summary.measures.enumerated().compactMap { index, measure in
            guard measure.format == .count, case .count(let total) = summary.total.values[index] else { return nil }
            let sum = inner.reduce(0) { sum, cell in
                if case .count(let count) = cell.values[index] { sum + count } else { sum }
            }
            guard sum != total else { return nil }
            let name = measure.heading(language)
            let gap = sum - total
            // A person who came twice, each time in another cell, is repeated in the total alone.
            let reason: BilingualText =
                gap > 0
                ? .init(en: "− counted in several cells", ar: "− المعدود في أكثر من خلية")
                : .init(en: "+ counted only across cells", ar: "+ المعدود عبر الخلايا وحدها")
            let figures = (grouped(sum), grouped(abs(gap)), grouped(total))
            let why = reason(language)
            return language == .ar
                ? "\(name): مجموع الخلايا \(figures.0) \(why) \(figures.1) = المجموع \(figures.2)."
                : "\(name): sum of cells \(figures.0) \(why) \(figures.1) = total \(figures.2)."
        }
    }

    /// Between what the number of trainees lies, where headcounts leave it open.
    public var bounds: [String] {
        guard let upper = summary.total.traineesUpper, summary.measures.contains(where: { $0.id == "trainees" }),
            case .count(let lower) = summary.total("trainees") ?? .unknown
        else { return [] }
        return [
            language == .ar
                ? "عدد المتدربين بين \(grouped(lower)) (المسمون) و\(grouped(upper)) (المسمون ومن أُحصوا عدداً): "
                    + "فالإحصاء العددي لا يبين من تكرر حضوره."
                : "The number of trainees lies between \(grouped(lower)), the named persons, and \(grouped(upper)), "
                    + "these plus the headcount: a headcount does not tell who came twice."
        ]
    }

    private var undated: [String] {
        guard summary.undatedSessions > 0 else { return [] }
        let count = grouped(summary.undatedSessions)
        return [
            language == .ar
                ? "انعقادات منفذة لا يُعرف تاريخ انتهائها ولا تدخل في هذه الفترة: \(count)."
                : "Delivered sessions whose end is not known, and which are in no report of a period: \(count)."
        ]
    }

    private var coverage: [String] {
        zip(summary.measures, summary.coverage).compactMap { measure, coverage in
            guard let coverage, coverage.stated < coverage.applicable else { return nil }
            let (stated, applicable) = (grouped(coverage.stated), grouped(coverage.applicable))
            return language == .ar
                ? "\(measure.heading(language)): القيمة مذكورة في \(stated) من \(applicable) سجلاً."
                : "\(measure.heading(language)): stated by \(stated) of \(applicable) records."
        }
    }

    /// What each measure is.
    public var definitions: [String] {
        summary.measures.map { "\($0.heading(language)): \($0.definition(language))" }
    }
}

extension Summary {
    /// The value of a measure over all records, or nil where it was not asked for.
    func total(_ measure: String) -> Value? {
        measures.firstIndex { $0.id == measure }.map { total.values[$0] }
    }
}

/// A whole number with commas between groups of three digits.
func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}

/// A number with commas between groups of three digits, and as many digits after the point as it has.
func grouped(_ number: ExactDecimal) -> String {
    let parts = number.description.split(separator: ".")
    let whole = parts.first.flatMap { Int($0.drop { $0 == "-" }) }.map(grouped) ?? ""
    return (number < .zero ? "-" : "") + whole + parts.dropFirst().map { "." + $0 }.joined()
}
