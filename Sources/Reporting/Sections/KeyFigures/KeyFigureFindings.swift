import Aggregation
import Support
import TrainingStats

/// What stands out in the key figures, in sentences made of them.
///
/// Who comes first, the largest rise and fall by state and by topic, figures higher or lower than in any earlier period, and
/// properties that many records do not state. A period that is known in part is no lowest.
struct KeyFigureFindings {
    /// The share of the unknown from which a property is named; one that no record states is not kept at all, and no gap.
    private static let leastShare = 0.05
    /// How many properties are named at most.
    private static let mostProperties = 3
    /// Of how many earlier periods a figure must be the highest or lowest.
    private static let leastPeriods = 2

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }
    private var names: MemberNames { MemberNames(material.dataset, language) }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The sentences.
    var all: [KeyFigures.Statement] {
        answers.breakdowns.prefix(1).compactMap { leader(of: $0.current) }
            + answers.breakdowns.flatMap(changes)
            + [extremes(.highest), extremes(.lowest), notKnown].compactMap(\.self)
    }

    // MARK: Members

    /// The known members of the only dimension of a summary with their counts; those of totals and the unknown are none.
    private func counts(_ summary: Summary) -> [(member: Summary.Member, count: Int)] {
        summary.cells.compactMap { cell in
            guard case .code = cell.members[0], case .count(let count) = cell.values[0] else { return nil }
            return (cell.members[0], count)
        }
    }

    /// The member with the largest figure, if it is the only one.
    private func leader(of summary: Summary) -> KeyFigures.Statement? {
        let counts = counts(summary)
        guard counts.count > 1, let most = counts.map(\.count).max(), most > 0,
            counts.count(where: { $0.count == most }) == 1, let first = counts.first(where: { $0.count == most }),
            case .count(let total) = summary.total.values[0], total > 0
        else { return nil }
        return KeyFigures.Statement(
            language(
                KeyFigureSentence.leader,
                [
                    "measure": summary.measures[0].heading(language), "dimension": name(summary.dimensions[0]),
                    "member": names(first.member, of: summary.dimensions[0]),
                ]),
            [
                ("FIGURE", .whole(most)), ("TOTAL", .whole(total)), ("SHARE", .share(Double(most) / Double(total))),
            ])
    }

    /// The largest rise and the largest fall among the members of a dimension; of equal ones the first.
    private func changes(_ breakdown: KeyFigureAnswers.Breakdown) -> [KeyFigures.Statement] {
        guard answers.questions.isComparable, let previous = breakdown.previous else { return [] }
        let dimension = breakdown.current.dimensions[0]
        let (now, before) = (counts(breakdown.current), counts(previous))
        let members =
            now.map(\.member) + before.map(\.member).filter { member in !now.contains { $0.member == member } }
        let changes = members.map { member in
            let counts = [now, before].map { counts in counts.first { $0.member == member }?.count ?? 0 }
            return (member: member, after: counts[0], before: counts[1])
        }
        guard members.count > 1 else { return [] }
        let order = changes.sorted { $0.after - $0.before > $1.after - $1.before }
        let ends: [(KeyFigureSentence, (member: Summary.Member, after: Int, before: Int)?)] = [
            (.largestRise, order.first.flatMap { $0.after > $0.before ? $0 : nil }),
            (.largestFall, order.last.flatMap { $0.after < $0.before ? $0 : nil }),
        ]
        return ends.compactMap { sentence, change in
            change.map { change in
                KeyFigures.Statement(
                    language(
                        sentence, ["dimension": name(dimension), "member": names(change.member, of: dimension)]),
                    [
                        ("BEFORE", .whole(change.before)), ("AFTER", .whole(change.after)),
                        ("CHANGE", .signed(.whole(change.after - change.before))),
                    ])
            }
        }
    }

    private func name(_ dimension: Dimension) -> String { language.inSentence(dimension.heading(language)) }

    // MARK: Periods

    /// The measures whose figure is higher, or lower, than in all of the trend's earlier periods.
    private func extremes(_ sentence: KeyFigureSentence) -> KeyFigures.Statement? {
        let isOfHighest = sentence == .highest
        guard answers.questions.isComparable, isOfHighest || answers.questions.periods.cut == nil,
            let first = answers.questions.trendPeriods.first,
            answers.questions.trendPeriods.count > Self.leastPeriods
        else { return nil }
        let ids = ReportCatalogue.firstMeasures
        let found = answers.measures.indices.filter { index in
            let figures = answers.trend(index).map(\.number)
            guard ids.contains(answers.measures[index].id), let last = figures.last.flatMap(\.self) else {
                return false
            }
            let earlier = figures.dropLast().compactMap(\.self)
            return earlier.count == figures.count - 1
                && earlier.allSatisfy { isOfHighest ? $0 < last : $0 > last }
        }
        guard !found.isEmpty else { return nil }
        return KeyFigures.Statement(
            language(
                sentence,
                [
                    "first": language.period(first.label),
                    "measures": language.list(
                        found.map { language.inSentence(answers.measures[$0].heading(language)) }),
                ]))
    }

    // MARK: What is not known

    /// The properties that many records do not state, those most often unknown first.
    private var notKnown: KeyFigures.Statement? {
        let shares = answers.gaps.compactMap { summary -> (property: String, share: Double)? in
            guard case .count(let all) = summary.total.values[0], all > 0,
                case .count(let unknown)? = summary.value(Measure.ofAttendances, at: [.unknown])
            else { return nil }
            return (name(summary.dimensions[0]), Double(unknown) / Double(all))
        }
        let found = shares.filter { $0.share >= Self.leastShare && $0.share < 1 }.sorted { $0.share > $1.share }
            .prefix(Self.mostProperties)
        guard !found.isEmpty, let summary = answers.gaps.first, case .count(let all) = summary.total.values[0] else {
            return nil
        }
        let letters = ["A", "B", "C"]
        let list = zip(found, letters).map { entry, letter in
            language(KeyFigureSentence.partOfList, ["property": entry.property]).replacing(
                "{SHARE}", with: "{\(letter)}")
        }
        return KeyFigures.Statement(
            language(
                KeyFigureSentence.notKnown,
                [
                    "measure": language.inSentence(summary.measures[0].heading(language)), "list": language.list(list),
                ]),
            [("TOTAL", .whole(all))] + zip(letters, found).map { ($0, .share($1.share)) }, table: "quality-unknown")
    }
}
