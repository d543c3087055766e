/// Which of the delivered sessions in scope are reported.
///
/// Blocks pass by row by row, so that a session is looked at once a row, and no longer when all are known to be reported.
struct SessionReports: Sendable {
    /// Whether each session is reported, or out of scope; empty where nobody asks.
    private(set) var flags: [Bool]
    /// How many are not yet known to be.
    private var left: Int

    /// Sessions whose parts are given, -1 if they are out of scope: none is reported yet.
    init(of parts: [Int32]) {
        flags = parts.map { $0 < 0 }
        left = flags.count { !$0 }
    }

    /// Notes a session.
    mutating func note(_ session: Int) {
        guard !flags.isEmpty, !flags[session] else { return }
        flags[session] = true
        left -= 1
    }

    /// Notes the sessions of all rows of a block.
    mutating func note(_ sessions: [Int32]) {
        guard left > 0 else { return }
        var left = left
        flags.withUnsafeMutableBufferPointer { flags in
            sessions.withUnsafeBufferPointer { sessions in
                for row in sessions.indices where !flags[Int(sessions[row])] {
                    flags[Int(sessions[row])] = true
                    left -= 1
                }
            }
        }
        self.left = left
    }

    /// Takes in what another has noted of the same sessions.
    mutating func merge(_ other: SessionReports) {
        guard left > 0 else { return }
        for session in flags.indices where other.flags[session] { note(session) }
    }
}
