import Aggregation
import Support
import TrainingStats

/// The state that comes first, and the largest rise and fall by state and by topic, as far as they are proven.
///
/// Members whose figure is not known are left out. Persons whose member is not known could belong to any: nobody comes first,
/// rises or falls by fewer than these. Sessions that nobody reported hide any number of persons: where there are some in the
/// period there is no fall, and where there are some in the period before no rise.
struct KeyFigureMembers {
    /// The figures of one dimension.
    private struct Figures {
        let known: [(member: Summary.Member, figure: FigureRange)]
        let isNotKnown: Set<Summary.Member>
        /// Persons of no known member; not a number where it is not known how many.
        let others: Double

        init(_ summary: Summary) {
            let figures = summary.cells.compactMap { cell -> (member: Summary.Member, figure: FigureRange)? in
                guard case .code = cell.members[0] else { return nil }
                return (cell.members[0], summary.range(of: 0, in: cell))
            }
            known = figures.filter(\.figure.isKnown)
            isNotKnown = Set(figures.filter { !$0.figure.isKnown }.map(\.member))
            others = summary.cell(at: [.unknown]).map { summary.range(of: 0, in: $0).most.number ?? .nan } ?? 0
        }

        /// The figure of a member; 0 of one without a record, nil where it is not known.
        func figure(of member: Summary.Member) -> FigureRange? {
            isNotKnown.contains(member)
                ? nil : known.first { $0.member == member }?.figure ?? FigureRange(.count(0))
        }
    }

    /// A rise or fall of a member.
    private struct Movement {
        let member: Summary.Member
        let before, after: FigureRange
        /// How much of it is proven.
        let size: FigureRange.Change
    }

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The sentences.
    var all: [KeyFigures.Statement] {
        answers.breakdowns.prefix(1).compactMap { leader(of: $0.current) } + answers.breakdowns.flatMap(changes)
    }

    /// The member with the largest figure, if it is proven that no other has as much.
    private func leader(of summary: Summary) -> KeyFigures.Statement? {
        let figures = Figures(summary)
        guard figures.known.count > 1, figures.isNotKnown.isEmpty,
            let first = figures.known.max(by: { ($0.figure.least.number ?? 0) < ($1.figure.least.number ?? 0) }),
            figures.known.allSatisfy({
                $0.member == first.member || first.figure.isAbove($0.figure, by: figures.others)
            }),
            case .count(let least) = first.figure.least
        else { return nil }
        let values: KeyValuePairs = [
            "measure": summary.measures[0].heading(language), "dimension": name(summary.dimensions[0]),
            "member": name(first.member, of: summary.dimensions[0]),
        ]
        let all = summary.range(of: 0, in: summary.total)
        guard !first.figure.isOpen, !all.isOpen, case .count(let total) = all.least, total > 0 else {
            return KeyFigures.Statement(language(KeyFigureSentence.leaderAtLeast, values), [("FIGURE", .whole(least))])
        }
        return KeyFigures.Statement(
            language(KeyFigureSentence.leader, values),
            [("FIGURE", .whole(least)), ("TOTAL", .whole(total)), ("SHARE", .share(Double(least) / Double(total)))])
    }

    /// The largest proven rise and fall among the members of a dimension; of equal ones the first.
    private func changes(_ breakdown: KeyFigureAnswers.Breakdown) -> [KeyFigures.Statement] {
        guard answers.questions.isComparable, let previous = breakdown.previous else { return [] }
        let dimension = breakdown.current.dimensions[0]
        let (now, then) = (Figures(breakdown.current), Figures(previous))
        let members = now.known.map(\.member)
        let all = members + then.known.map(\.member).filter { !members.contains($0) }
        guard all.count > 1 else { return [] }
        let moves = all.compactMap { member -> Movement? in
            guard let after = now.figure(of: member), let before = then.figure(of: member),
                let size = after.change(from: before)
            else { return nil }
            return Movement(member: member, before: before, after: after, size: size)
        }
        func size(_ move: Movement) -> Double { abs(move.size.value.number ?? 0) }
        func largest(_ moves: [Movement]) -> Movement? {
            moves.reduce(nil) { best, move in best.map { size($0) >= size(move) ? $0 : move } ?? move }
        }
        let rise = previous.isReported ? largest(moves.filter { $0.after.isAbove($0.before, by: then.others) }) : nil
        let fall =
            breakdown.current.isReported ? largest(moves.filter { $0.before.isAbove($0.after, by: now.others) }) : nil
        return [
            rise.map { statement($0, .largestRise, .largestRiseAtLeast, dimension) },
            fall.map { statement($0, .largestFall, .largestFallAtLeast, dimension) },
        ].compactMap(\.self)
    }

    /// The sentence about a movement, the second one where it can be larger.
    private func statement(
        _ move: Movement, _ exact: KeyFigureSentence, _ atLeast: KeyFigureSentence, _ dimension: Dimension
    ) -> KeyFigures.Statement {
        func whole(_ value: Value) -> Int { if case .count(let count) = value { count } else { 0 } }
        let change = whole(move.size.value)
        let values: KeyValuePairs = ["dimension": name(dimension), "member": name(move.member, of: dimension)]
        guard !move.size.isLeast else {
            return KeyFigures.Statement(language(atLeast, values), [("CHANGE", .whole(abs(change)))])
        }
        return KeyFigures.Statement(
            language(exact, values),
            [
                ("BEFORE", .whole(whole(move.before.least))), ("AFTER", .whole(whole(move.after.least))),
                ("CHANGE", .signed(.whole(change))),
            ])
    }

    private func name(_ dimension: Dimension) -> String { language.inSentence(dimension.heading(language)) }

    private func name(_ member: Summary.Member, of dimension: Dimension) -> String {
        KeyFigures.Statement.escaped(MemberNames(material.dataset, language)(member, of: dimension))
    }
}
