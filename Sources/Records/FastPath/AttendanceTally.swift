import TrainingStats

/// How many came to each session, and how far they got, for what is suspicious about that.
struct AttendanceTally {
    /// Whether each session is reported: it has any participation, or a headcount with a number.
    private(set) var isReported: [Bool]
    /// Named persons of each session: attendances in the lower half, completions in the upper one.
    private var named: [UInt64]
    /// What a participation of each status adds to ``named``.
    private let steps: [UInt64]
    /// Those who were counted in each session.
    private var counted: [Int]
    private var countedCompletions: [Int]

    private static let completion: UInt64 = 1 << 32

    /// A tally of nothing yet for the sessions of a dataset.
    init(_ dataset: Dataset) {
        let count = dataset.sessions.count
        isReported = [Bool](repeating: false, count: count)
        named = [UInt64](repeating: 0, count: count)
        counted = [Int](repeating: 0, count: count)
        countedCompletions = counted
        var steps: [UInt64] = dataset.settings.attendingStatuses.map { $0 ? 1 : 0 }
        steps[Int(ParticipationStatus.completed.code)] += Self.completion
        self.steps = steps
    }

    /// Attendances of a session, headcounts included.
    func attendances(of session: Int) -> Int { namedAttendances(of: session) + counted[session] }

    /// Attendances of named persons in a session.
    func namedAttendances(of session: Int) -> Int { Int(named[session] & (Self.completion - 1)) }

    /// Completions in a session, headcounts included.
    func completions(of session: Int) -> Int { Int(named[session] >> 32) + countedCompletions[session] }

    /// Takes in a group; its session is reported if the number of participants is known.
    mutating func add(headcount participants: Int?, completions: Int, to session: Int) {
        countedCompletions[session] += completions
        guard let participants else { return }
        counted[session] += participants
        isReported[session] = true
    }

    /// Takes in participations.
    mutating func add(_ block: ParticipationBlock) {
        named.withUnsafeMutableBufferPointer { named in
            isReported.withUnsafeMutableBufferPointer { isReported in
                for row in block.sessions.indices {
                    let session = Int(block.sessions[row])
                    isReported[session] = true
                    named[session] += steps[Int(block.statuses[row])]
                }
            }
        }
    }

    /// Takes in so many participations of a status.
    mutating func add(_ rows: Int, status: UInt8, to session: Int) {
        isReported[session] = true
        named[session] += UInt64(rows) * steps[Int(status)]
    }

    /// Takes in another tally of the same sessions.
    mutating func merge(_ other: AttendanceTally) {
        for session in named.indices {
            named[session] += other.named[session]
            counted[session] += other.counted[session]
            countedCompletions[session] += other.countedCompletions[session]
            isReported[session] = isReported[session] || other.isReported[session]
        }
    }
}
