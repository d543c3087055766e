import TrainingStats

/// The sessions that a request is about: those of its period that its filters on sessions admit.
struct SessionScope: Hashable, Sendable {
    let period: Period?
    let filters: [Filter]
    /// The reporting day, where nothing but what was delivered by then counts; nil where requests have one day in common.
    let deliveredBy: CivilDate?
}

/// The scopes of the requests that a builder answers, and which sessions are told apart for them.
///
/// Sessions that are in the same scopes are one part. So a session has one part however many scopes there are, and each scope
/// is made of parts: twelve months and their year are twelve parts.
struct SessionScopes: Sendable {
    /// Whether each session is in each scope.
    private(set) var sessions: [[Bool]] = []
    /// The number of the part of each session; empty where there is one scope alone.
    private(set) var parts: [Int32] = []
    /// Whether each part is in each scope.
    private var holds: [[Bool]] = []

    /// One scope or several, each given by whether it has each session.
    init(_ sessions: [[Bool]]) {
        self.sessions = sessions
        guard sessions.count > 1 else { return }
        parts = [Int32](repeating: 0, count: sessions[0].count)
        // A session of each part.
        var examples = parts.isEmpty ? [] : [0]
        // One scope after the other tells the sessions of a part apart that are in it from those that are not.
        for scope in sessions { parts.split(by: scope, examples: &examples) }
        holds = sessions.map { scope in examples.map { scope[$0] } }
    }

    /// Whether each session is in one of the scopes.
    var any: [Bool] {
        guard var any = sessions.first else { return [] }
        for scope in sessions.dropFirst() {
            for session in any.indices where scope[session] { any[session] = true }
        }
        return any
    }

    /// Whether a scope has the sessions of a part; nil is the part of all where there is one scope alone.
    func holds(_ part: Int32?, in scope: Int) -> Bool { part.map { holds[scope][Int($0)] } ?? true }
}
