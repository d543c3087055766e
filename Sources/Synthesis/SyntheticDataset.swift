import TrainingStats

/// A dataset of any size made from a seed: the same seed and size give the same bytes.
///
/// Every column is filled, every state, topic and end date is known, and nothing is wrong with it. A hostile one is as
/// hard as correct records can be: identifiers are UUIDs, rows are shuffled, attendance follows Zipf's law, some fields
/// are quoted, some states are not known, and there are headcounts, affiliations and labels besides.
public struct SyntheticDataset: Sendable {
    /// The number of participations.
    public let participations: Int
    /// The seed of all random numbers.
    public let seed: UInt64
    /// Whether the records are as hard to read as correct records can be.
    public let isHostile: Bool

    let traineeCount: Int
    let sessionCount: Int
    let courseCount: Int
    let trainerCount: Int

    /// A dataset of so many participations: a tenth as many trainees, sessions of up to 2,000 participants.
    ///
    /// - Precondition: `participations` is not negative.
    public init(participations: Int, seed: UInt64, isHostile: Bool = false) {
        self.participations = participations
        self.seed = seed
        self.isHostile = isHostile
        traineeCount = max(participations / 10, min(max(participations, 1), 8))
        sessionCount = max(participations / 2_000, min(max(participations, 1), 25))
        courseCount = min(240, max(1, sessionCount / 2))
        trainerCount = max(1, sessionCount / 4)
    }

    /// The names of the files, in the order in which they are best written.
    public var files: [String] {
        let plain = [
            "dataset.json", "courses.csv", "sessions.csv", "trainers.csv", "assignments.csv", "trainees.csv",
            "participations.csv",
        ]
        return isHostile ? plain + ["headcounts.csv", "affiliations.csv", "labels.csv"] : plain
    }

    /// Makes the bytes of a file and hands them over in blocks.
    ///
    /// - Throws: what `sink` throws.
    public func write<Failure: Error>(
        _ file: String, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        switch file {
        case "dataset.json": try sink(Array(settings.utf8))
        case "courses.csv": try sink(courses().bytes)
        case "sessions.csv": try sink(sessions().bytes)
        case "trainers.csv": try sink(trainers().bytes)
        case "assignments.csv": try sink(assignments().bytes)
        case "trainees.csv": try writeTrainees(to: sink)
        case "participations.csv": try writeParticipations(to: sink)
        case "headcounts.csv": try sink(headcounts().bytes)
        case "affiliations.csv": try sink(affiliations().bytes)
        case "labels.csv":
            try sink(Array("dimension,member,name_en,name_ar,same_as\ninstitution,Coastguard,,,Coast Guard\n".utf8))
        default: break
        }
    }

    private static let custodian = "No one: every record is synthetic"

    /// Whether settings are those of a dataset that was generated.
    public static func made(settings: [UInt8]) -> Bool {
        String(decoding: settings, as: UTF8.self).contains(custodian)
    }

    private var settings: String {
        let kind = isHostile ? ", hostile" : ""
        return """
            {
              "title": {
                "en": "Synthetic records: \(participations) participations, seed \(seed)\(kind)",
                "ar": "سجلات مصطنعة: \(participations) مشاركة"
              },
              "custodian": {"en": "\(Self.custodian)", "ar": "لا أحد: كل السجلات مصطنعة"}
            }

            """
    }

    /// A generator for one purpose: what one table draws does not change another.
    func chance(_ purpose: UInt64) -> SeededGenerator {
        SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ purpose &* 0xD1B5_4A32_D192_ED03)
    }
}
