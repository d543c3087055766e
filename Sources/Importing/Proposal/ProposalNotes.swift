import Support

/// What a proposal says beside its lines: what was seen, and what is not certain.
struct ProposalNotes: Sendable {
    private struct Note {
        var path: String
        var text: BilingualText
        var isDoubt: Bool
    }

    private var notes: [Note] = []

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

    /// Applies the mapping, and says what of the register it would not take.
    mutating func addTrial(of mapping: Mapping, on sheets: [RegisterSheet]) {
        do throws(ImportError) {
            let made = try RegisterImport(mapping).dataset(of: sheets)
            let errors = made.log.messages.filter { $0.severity == .error }
            for message in errors.prefix(8) {
                let times = message.count > 1
                doubt(
                    "as it stands, not taken: \(message.place): \(message.text.en)"
                        + (times ? " (\(message.count) times)" : ""),
                    "كما هو الآن لا يؤخذ: \(message.place.isolated): \(message.text(.ar))"
                        + (times ? " (عدد المرات \(message.count))" : ""),
                    at: "tables")
            }
        } catch {
            for message in error.messages {
                doubt("as it stands, refused: " + message, "كما هو الآن مرفوض: " + message, at: "tables")
            }
        }
    }
}
