import Aggregation
import Support
import TrainingStats

/// What a reader must know before the figures are used.
struct KeyFigureWarnings {
    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private let words: KeyFigureWords
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
        words = KeyFigureWords(answers, material)
    }

    /// The warnings: published figures and targets that are not met, records that were rejected, periods that are known in part,
    /// sessions whose participants nobody reported, sessions without an end.
    var all: [KeyFigures.Statement] {
        [published, targets, rejected].compactMap(\.self)
            + words.remarks().map { KeyFigures.Statement($0) } + unreported + undated
    }

    private var published: KeyFigures.Statement? {
        let lines = KeyFigureClaims(material, shown: answers.questions.periods.current).ofReport
        let failed = lines.count { $0.status == .notMet }
        guard failed > 0 else { return nil }
        return KeyFigures.Statement(
            language(KeyFigureSentence.notMet), [("FAILED", .whole(failed)), ("ALL", .whole(lines.count))],
            isGood: false, table: "published")
    }

    /// How many of the targets that the report shows are missed.
    var missedTargets: Int { answers.targetStatuses.count { $0 == .missed } }

    private var targets: KeyFigures.Statement? {
        let (missed, behind) = (missedTargets, answers.targetStatuses.count { $0 == .behind })
        guard missed + behind > 0 else { return nil }
        return KeyFigures.Statement(
            language(KeyFigureSentence.targetsMissed), [("MISSED", .whole(missed)), ("BEHIND", .whole(behind))],
            isGood: false, table: "targets")
    }

    private var rejected: KeyFigures.Statement? {
        let inputs = material.provenance.inputs
        let rejected = inputs.reduce(0) { $0 + $1.rejected }
        guard rejected > 0 else { return nil }
        return KeyFigures.Statement(
            language(KeyFigureSentence.rejected),
            [("REJECTED", .whole(rejected)), ("ALL", .whole(inputs.reduce(0) { $0 + $1.rows }))], isGood: false,
            table: "quality")
    }

    /// Of how many sessions the participants are reported, in the period and in the one before.
    private var unreported: [KeyFigures.Statement] {
        let summaries: [(period: String?, summary: Summary?)] = [
            (words.current, answers.current),
            (words.previous, answers.questions.isComparable ? answers.previous : nil),
        ]
        return summaries.compactMap { period, summary in
            guard let period, let summary, let reports = summary.reports[.training] ?? summary.reports[.ofAnyKind],
                reports.stated < reports.applicable
            else { return nil }
            return KeyFigures.Statement(
                language(KeyFigureSentence.unreported, ["period": period]),
                [("REPORTED", .whole(reports.stated)), ("ALL", .whole(reports.applicable))])
        }
    }

    private var undated: [KeyFigures.Statement] {
        TableNotes(answers.current, language).undated.map { KeyFigures.Statement($0) }
    }
}
