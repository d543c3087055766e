import Aggregation
import Support
import TrainingStats

/// What stands out in the key figures, in sentences made of them.
///
/// Who comes first, the largest rise and fall by state and by topic, figures higher or lower than in any earlier period, and
/// properties that many records do not state.
struct KeyFigureFindings {
    /// The share of the unknown from which a property is named; one that no record states is not kept at all, and no gap.
    private static let leastShare = 0.05
    /// How many properties are named at most.
    private static let mostProperties = 3

    private let answers: KeyFigureAnswers
    private let material: ReportMaterial
    private var language: Language { material.language }

    init(_ answers: KeyFigureAnswers, _ material: ReportMaterial) {
        (self.answers, self.material) = (answers, material)
    }

    /// The sentences.
    var all: [KeyFigures.Statement] {
        let proven = KeyFigureMembers(answers, material).all + KeyFigureExtremes(answers, material).all
        return proven + [proven.isEmpty ? nothingProven : nil, notKnown].compactMap(\.self)
    }

    /// Why nobody and nothing is named, where that is for what is left out of all periods; nil where it has another reason.
    private var nothingProven: KeyFigures.Statement? {
        answers.leftOut.isEmpty ? nil : .init(language(KeyFigureSentence.nothingProven))
    }

    private func name(_ dimension: Dimension) -> String { language.inSentence(dimension.heading(language)) }

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
