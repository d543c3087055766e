import Aggregation
import Support
import TrainingStats

/// The state that comes first, and the largest rise and fall by state and by topic, as far as they are proven.
///
/// Persons whose member is not known, those of sessions without an end, and those of rejected rows could belong to any member,
/// and sessions that nobody reported hide any number: a member is named where it is the one whoever these are.
struct KeyFigureMembers {
    /// The figures of one dimension, and what each of them can be.
    private struct Figures {
        private let summary: Summary
        private let undated: Summary?
        /// How many persons of no known member there can be.
        let others: Double

        /// `rejected` is how many persons rejected rows can have.
        init(_ summary: Summary, undated: Summary?, rejected: Double) {
            (self.summary, self.undated) = (summary, undated)
            let isReported = summary.isReported && undated?.isReported != false
            others =
                isReported
                ? rejected + Self.most(of: .unknown, in: summary) + Self.most(of: .unknown, in: undated) : .infinity
        }

        /// The members that have a record.
        var members: [Summary.Member] {
            (summary.cells + (undated?.cells ?? [])).map { $0.members[0] }.filter {
                if case .code = $0 { true } else { false }
            }
        }

        /// The figure of a member by its records; 0 of one without any.
        func figure(of member: Summary.Member) -> FigureRange {
            summary.cell(at: [member]).map { summary.range(of: 0, in: $0) } ?? FigureRange(.count(0))
        }

        /// The most that the figure of a member can be.
        func most(of member: Summary.Member) -> Double {
            Self.most(of: member, in: summary) + Self.most(of: member, in: undated) + others
        }

        /// The least that it can be; 0 where it is not known.
        func least(of member: Summary.Member) -> Double { figure(of: member).least.number ?? 0 }

        private static func most(of member: Summary.Member, in summary: Summary?) -> Double {
            guard let summary, let cell = summary.cell(at: [member]) else { return 0 }
            return summary.range(of: 0, in: cell).most.number ?? .infinity
        }
    }

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The sentences.
    var all: [KeyFigures.Statement] {
        answers.breakdowns.prefix(1).compactMap(leader) + answers.breakdowns.flatMap(changes)
    }

    private func figures(_ summary: Summary, _ breakdown: KeyFigureAnswers.Breakdown) -> Figures {
        Figures(summary, undated: breakdown.undated, rejected: answers.leftOut.rows(of: summary.measures[0]))
    }

    /// The member with the largest figure, if it is proven that no other has as much.
    private func leader(of breakdown: KeyFigureAnswers.Breakdown) -> KeyFigures.Statement? {
        let summary = breakdown.current
        let figures = figures(summary, breakdown)
        let members = figures.members
        guard members.count > 1, let first = members.max(by: { figures.least(of: $0) < figures.least(of: $1) }),
            members.allSatisfy({ $0 == first || figures.least(of: first) > figures.most(of: $0) }),
            figures.least(of: first) > figures.others, case .count(let least) = figures.figure(of: first).least
        else { return nil }
        let values: KeyValuePairs = [
            "measure": summary.measures[0].heading(language), "dimension": name(summary.dimensions[0]),
            "member": name(first, of: summary.dimensions[0]),
        ]
        let all = summary.range(of: 0, in: summary.total)
        guard figures.most(of: first) == Double(least), !all.isOpen, case .count(let total) = all.least, total > 0
        else {
            return KeyFigures.Statement(language(KeyFigureSentence.leaderAtLeast, values), [("FIGURE", .whole(least))])
        }
        return KeyFigures.Statement(
            language(KeyFigureSentence.leader, values),
            [("FIGURE", .whole(least)), ("TOTAL", .whole(total)), ("SHARE", .share(Double(least) / Double(total)))])
    }

    /// The largest rise and fall among the members of a dimension, if it is proven that no other is as large.
    private func changes(_ breakdown: KeyFigureAnswers.Breakdown) -> [KeyFigures.Statement] {
        guard answers.questions.isComparable, let previous = breakdown.previous else { return [] }
        let (now, then) = (figures(breakdown.current, breakdown), figures(previous, breakdown))
        let dimension = breakdown.current.dimensions[0]
        return [
            largest(.largestRise, .largestRiseAtLeast, dimension, from: then, to: now, isRise: true),
            largest(.largestFall, .largestFallAtLeast, dimension, from: now, to: then, isRise: false),
        ].compactMap(\.self)
    }

    /// The sentence about the member that has most more in one of two periods than in the other; the second one where it can be more.
    private func largest(
        _ exact: KeyFigureSentence, _ atLeast: KeyFigureSentence, _ dimension: Dimension, from small: Figures,
        to large: Figures, isRise: Bool
    ) -> KeyFigures.Statement? {
        let members = large.members + small.members.filter { !large.members.contains($0) }
        func least(_ member: Summary.Member) -> Double { large.least(of: member) - small.most(of: member) }
        func most(_ member: Summary.Member) -> Double { large.most(of: member) - small.least(of: member) }
        // Whoever is left out could be of a member without any record.
        guard members.count > 1, let first = members.max(by: { least($0) < least($1) }),
            least(first) > max(0, large.others), members.allSatisfy({ $0 == first || least(first) > most($0) })
        else { return nil }
        let values: KeyValuePairs = ["dimension": name(dimension), "member": name(first, of: dimension)]
        guard least(first) == most(first), case .count(let more) = large.figure(of: first).least,
            case .count(let less) = small.figure(of: first).least
        else {
            return KeyFigures.Statement(language(atLeast, values), [("CHANGE", .whole(Int(least(first))))])
        }
        return KeyFigures.Statement(
            language(exact, values),
            [
                ("BEFORE", .whole(isRise ? less : more)), ("AFTER", .whole(isRise ? more : less)),
                ("CHANGE", .signed(.whole(isRise ? more - less : less - more))),
            ])
    }

    private func name(_ dimension: Dimension) -> String { language.inSentence(dimension.heading(language)) }

    private func name(_ member: Summary.Member, of dimension: Dimension) -> String {
        KeyFigures.Statement.escaped(MemberNames(material.dataset, language)(member, of: dimension))
    }
}
