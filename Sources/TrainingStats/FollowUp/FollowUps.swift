/// The follow-ups of a dataset, found by their participation: a person has one in a session at most.
public struct FollowUps: Sendable {
    /// All of them, in file order.
    public private(set) var rows: [FollowUp] = []
    private var positions: [UInt64: Int32] = [:]
    /// Whether each session has any: most have none, and no key is looked up for them.
    private var isAsked: [Bool] = []
    /// The last day on which any was asked; nil where no day is known.
    private var lastDay: CivilDate?

    /// None.
    public init() {}

    /// Whether there are none.
    public var isEmpty: Bool { rows.isEmpty }

    /// Adds one; false, and nothing changes, where its participation has one already.
    public mutating func insert(_ followUp: FollowUp) -> Bool {
        let key = Self.key(followUp.session, followUp.trainee)
        guard positions[key] == nil else { return false }
        positions[key] = Int32(truncatingIfNeeded: rows.count)
        rows.append(followUp)
        if isAsked.count <= followUp.session {
            isAsked += repeatElement(false, count: followUp.session + 1 - isAsked.count)
        }
        isAsked[followUp.session] = true
        if let day = followUp.askedOn { lastDay = max(lastDay ?? day, day) }
        return true
    }

    /// Those that were asked by a day, or on a day that is not known: on an earlier day nobody knows of the others.
    package func asked(by day: CivilDate) -> FollowUps {
        guard let lastDay, lastDay > day else { return self }
        var asked = FollowUps()
        // Each has a participation of its own, so that all are taken in.
        for followUp in rows where followUp.askedOn ?? day <= day { _ = asked.insert(followUp) }
        return asked
    }

    /// The position in ``rows`` of that of a person's participation in a session; nil where nobody asked.
    public func position(session: Int, trainee: Int) -> Int? {
        guard session < isAsked.count, isAsked[session] else { return nil }
        return positions[Self.key(session, trainee)].map { Int($0) }
    }

    private static func key(_ session: Int, _ trainee: Int) -> UInt64 {
        UInt64(UInt32(truncatingIfNeeded: session)) << 32 | UInt64(UInt32(truncatingIfNeeded: trainee))
    }
}
