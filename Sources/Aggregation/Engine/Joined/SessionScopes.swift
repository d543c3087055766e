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
        var known: [[Bool]: Int32] = [:]
        parts = sessions[0].indices.map { session in
            let key = sessions.map { $0[session] }
            if let part = known[key] { return part }
            let part = Int32(known.count)
            known[key] = part
            return part
        }
        var holds = sessions.map { _ in [Bool](repeating: false, count: known.count) }
        for (key, part) in known {
            for scope in key.indices { holds[scope][Int(part)] = key[scope] }
        }
        self.holds = holds
    }

    /// Whether each session is in one of the scopes.
    var any: [Bool] {
        guard sessions.count > 1, let first = sessions.first else { return sessions.first ?? [] }
        return first.indices.map { session in sessions.contains { $0[session] } }
    }

    /// Whether a scope has the sessions of a part; nil is the part of all where there is one scope alone.
    func holds(_ part: Int32?, in scope: Int) -> Bool { part.map { holds[scope][Int($0)] } ?? true }
}
