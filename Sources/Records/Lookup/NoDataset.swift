import Support

/// That no dataset stands where one was looked for: what is there, what is missing of a dataset, and what to type next.
public struct NoDataset: Hashable, Sendable {
    /// Where it was looked for.
    public let path: String
    /// What stands there.
    package let found: BilingualText
    /// What is missing, all of it; nil where that goes without saying.
    package let missing: BilingualText?
    /// Commands that lead on, and remarks between them, one line each.
    package let next: [BilingualText]

    init(path: String, found: BilingualText, missing: BilingualText? = nil, next: [BilingualText]) {
        self.path = path
        self.found = found
        self.missing = missing
        self.next = next
    }

    /// The lines of the message: what is there and what is missing, then what to type.
    package var texts: [BilingualText] {
        var first = BilingualText(en: "\(path): \(found.en)", ar: "\(path): \(found(.ar))")
        if let missing {
            first = BilingualText(
                en: "\(first.en); missing: \(missing.en)", ar: "\(first(.ar))؛ الناقص: \(missing(.ar))")
        }
        return [first] + next.map { BilingualText(en: "  " + $0.en, ar: "  " + $0(.ar)) }
    }
}

extension BilingualText {
    /// A line to be typed, the same in all languages.
    static func command(_ line: String) -> BilingualText { BilingualText(en: line, ar: line) }

    /// Commands that make a dataset where there is none.
    static let waysIn: [BilingualText] = [
        .command("tadrib template -o registration.xlsx"),
        .command("tadrib import register.xlsx --into records"),
    ]
}

/// The tables that a dataset lacks, in groups: one that is there needs the others.
public struct MissingTables: Sendable {
    /// The tables that are missing, in the order of reading.
    let tables: [RecordTable]
    /// Whether a dataset without participations could have headcounts in their place.
    private let mayHaveHeadcounts: Bool

    /// What is missing beside the tables that there are.
    init(beside present: Set<RecordTable>) {
        var needed: [RecordTable] = [.courses, .sessions]
        // Days of attendance and follow-ups are of participations.
        let ofNamed: Set<RecordTable> = [.trainees, .participations, .attendance, .followups]
        mayHaveHeadcounts = present.isDisjoint(with: ofNamed.union([.headcounts]))
        if mayHaveHeadcounts || !present.isDisjoint(with: ofNamed) {
            needed += [.trainees, .participations]
        }
        if !present.isDisjoint(with: [.trainers, .assignments]) { needed += [.trainers, .assignments] }
        tables = needed.filter { !present.contains($0) }
    }

    /// The list of the missing tables, by the names that they have in a source.
    func list(_ name: (RecordTable, Language) -> String) -> BilingualText {
        func joined(_ language: Language) -> String {
            let names = tables.map { name($0, language) }
            let list = names.joined(separator: BilingualText(en: ", ", ar: "، ")(language))
            guard mayHaveHeadcounts else { return list }
            let headcounts = name(.headcounts, language)
            let inPlace = BilingualText(
                en: " (or \(headcounts) in place of the last two)", ar: " (أو \(headcounts) بدلاً من الأخيرين)")
            return list + inPlace(language)
        }
        return BilingualText(en: joined(.en), ar: joined(.ar))
    }
}
