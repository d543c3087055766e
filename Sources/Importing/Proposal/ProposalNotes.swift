import Support

/// What a proposal says beside its lines: what was seen, and what is not certain.
struct ProposalNotes: Sendable {
    private struct Note {
        var path: String
        var text: BilingualText
        var isDoubt: Bool
    }

    private var notes: [Note] = []
    /// What the register says nothing of; nil if that is not known.
    var closing: BilingualText?

    /// What is not certain, each once.
    var doubts: [BilingualText] { notes.filter(\.isDoubt).map(\.text) }

    /// Says what was seen, above a line of the file.
    mutating func add(_ english: String, _ arabic: String, at path: String) {
        append(Note(path: path, text: .init(en: english, ar: arabic), isDoubt: false))
    }

    /// Says what is not certain, above a line of the file and to whom it is shown.
    mutating func doubt(_ english: String, _ arabic: String, at path: String) {
        append(Note(path: path, text: .init(en: english, ar: arabic), isDoubt: true))
    }

    private mutating func append(_ note: Note) {
        guard !notes.contains(where: { $0.text == note.text }) else { return }
        notes.append(note)
    }

    /// The comments of the file, by the paths of their lines.
    func comments(in language: Language) -> [String: [String]] {
        var comments: [String: [String]] = [:]
        for note in notes {
            let mark = note.isDoubt ? language == .ar ? "؟ " : "? " : ""
            comments[note.path, default: []].append(mark + note.text(language))
        }
        return comments
    }
}
