import Support
import Synchronization

/// Finds states by any spelling of the data contract.
public struct StateSpellings: Sendable {
    private var index = NameIndex(folding: Self.folded)

    /// The list of states that was asked for last, with its spellings: a program has few lists and asks often.
    private static let last = Mutex<(states: [GulfState], spellings: StateSpellings)?>(nil)

    /// The spellings of the given states: codes, names in both languages, and what else the built-in ones are called.
    public init(_ states: [GulfState]) {
        let known = Self.last.withLock { last in last.flatMap { $0.states == states ? $0.spellings : nil } }
        self = known ?? StateSpellings(making: states)
        if known == nil { Self.last.withLock { [spellings = self] in $0 = (states, spellings) } }
    }

    private init(making states: [GulfState]) {
        for (position, state) in states.enumerated() {
            index.insert(code: state.code, at: position)
            if let alpha2 = state.alpha2 { index.insert(code: alpha2, at: position) }
            let builtIn = GulfState.builtIn.first { $0.code == state.code }
            // A dataset may call a built-in state by another name; its own name is still understood.
            let names = [state.name.en, state.name.ar, builtIn?.name.en, builtIn?.name.ar].compactMap(\.self)
            for name in names + (GulfState.shortForms[state.code] ?? []) { index.insert(name: name, at: position) }
        }
    }

    /// The position of the state that a text names, or nil.
    public func callAsFunction(_ text: String) -> Int? { index(text) }

    /// Forms of state, as folding leaves them, and the article.
    private static let beginnings = ["the", "stateof", "kingdomof", "sultanateof", "دوله", "مملكه", "سلطنه", "ال"]

    /// A name without what its spellings differ in, the form of state, and the article: دولة الكويت is كويت.
    @Sendable private static func folded(_ name: String) -> String {
        var rest = Spelling.folded(name)[...]
        while let beginning = beginnings.first(where: { rest.utf8.starts(with: $0.utf8) && rest != $0 }) {
            rest = Substring(rest.utf8.dropFirst(beginning.utf8.count))
        }
        return String(rest)
    }
}
