import Aggregation
import Support
import TrainingStats

/// The notes under a table of targets: what their statuses mean, and what is to be known of their figures, as under any table.
struct TargetNotes {
    private let progress: [TargetProgress]
    private let language: Language
    private let name: (TargetProgress) -> String

    /// Notes on targets that a function names.
    init(_ progress: [TargetProgress], _ language: Language, name: @escaping (TargetProgress) -> String) {
        self.progress = progress
        self.language = language
        self.name = name
    }

    /// All of them.
    var all: [String] { meanings + ofFigures }

    // MARK: What statuses mean

    private var meanings: [String] {
        func holds(_ statuses: TargetProgress.Status...) -> Bool { progress.contains { statuses.contains($0.status) } }
        let sentences: [(isSaid: Bool, sentence: TargetSentence)] = [
            (holds(.onTrack, .behind), .pace),
            (holds(.open), .openFigures),
            (progress.contains(where: \.isOpenAbove), .withoutLimit),
            (holds(.notBegun), .notBegun),
            (progress.contains { $0.isUndercut && $0.target.baseline != nil }, .undercut),
            (progress.contains { $0.isUndercut && $0.target.baseline == nil }, .lessIsBetter),
        ]
        return sentences.filter(\.isSaid).map { language($0.sentence) }
    }

    // MARK: What is to be known of figures

    /// The most targets that a note names.
    private static let mostNamed = 5

    /// What is told of the figure of a target: that of one whose period has not begun is of no records.
    private func remarks(_ progress: TargetProgress) -> [String] {
        guard progress.status != .notBegun, let summary = progress.summary else { return [] }
        let heading = language(
            TargetSentence.ofFigures, ["figures": progress.measure.heading(language), "remark": ""])
        // The target's name begins with the measure, which a note need not say again.
        let usual = TableNotes(summary, language).remarks.map {
            $0.hasPrefix(heading) ? String($0.dropFirst(heading.count)) : $0
        }
        return lacking(progress.bounds) + usual
    }

    private func lacking(_ bounds: TargetProgress.Bounds) -> [String] {
        let sentences: [(cause: FigureGaps.Cause, sentence: TargetSentence)] = [
            (.groupsWithoutParticipants, .withoutParticipants), (.groupsWithoutCompletions, .withoutCompletions),
            (.recordsWithoutInstitution, .withoutInstitution),
        ]
        let counts = sentences.map { ($1, bounds.gaps.above[$0] ?? bounds.gaps.below[$0] ?? 0) }
        return (counts + [(.undecided, bounds.undecided)]).filter { $1 > 0 }.map {
            language($0, ["count": grouped($1)])
        }
    }

    /// Each remark once, with the targets that it is about, unless these are all.
    private var ofFigures: [String] {
        let begun = progress.filter { $0.status != .notBegun }
        var order: [String] = []
        var about: [String: [TargetProgress]] = [:]
        for target in begun {
            for remark in remarks(target) {
                if about[remark] == nil { order.append(remark) }
                about[remark, default: []].append(target)
            }
        }
        return order.map { remark in
            let targets = about[remark] ?? []
            if targets.count == begun.count, begun.count > 1 { return remark }
            let names = targets.prefix(Self.mostNamed).map(name).joined(separator: language(Phrase.listSemicolon))
            let left = targets.count - Self.mostNamed
            let figures =
                left > 0
                ? language(TargetSentence.andMore, ["list": names, "count": grouped(left)]) : names
            return language(TargetSentence.ofFigures, ["figures": figures, "remark": remark])
        }
    }
}
