/// What takes in the participations of a dataset, on several threads at once.
///
/// First come all participations in blocks: each thread feeds a copy of its own, made by ``emptyCopy()``, and the copies are
/// merged. Then come all persons, each with everything that he or she took part in: again each thread feeds a copy of
/// its own, of what was merged, and ``mergePersons(of:)`` brings them together. Nothing may depend on the order in
/// which blocks, persons or copies come.
public protocol ParticipationSink {
    /// A sink for the same purpose that has taken in nothing.
    func emptyCopy() -> Self
    /// Takes in a block, which is valid during the call alone.
    mutating func add(_ block: borrowing ParticipationBlock)
    /// Takes in what another sink has taken in.
    mutating func merge(_ other: consuming Self)
    /// Whether it wants to see the persons.
    var wantsPersons: Bool { get }
    /// Makes ready for the persons; no block comes any more.
    mutating func prepareForPersons()
    /// Takes in persons who follow each other: the position of the first in ``Dataset/trainees``, where the parts of each begin,
    /// and last where those of the last end, and what they took part in, in no order.
    mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>)
    /// Takes in the persons that a copy of this sink has taken in since ``prepareForPersons()``.
    mutating func mergePersons(of other: consuming Self)
}

/// A sink that has no use for persons.
extension ParticipationSink {
    /// No persons.
    public var wantsPersons: Bool { false }
    /// Nothing to do.
    public mutating func prepareForPersons() {}
    /// Nothing to do.
    public mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {}
    /// Nothing to do.
    public mutating func mergePersons(of other: consuming Self) {}
}

/// A session that a person took part in, and how far that went: four bytes.
public struct PersonalPart: Hashable, Sendable {
    /// Session times eight plus status.
    @usableFromInline
    package let packed: UInt32

    /// A part given as session times eight plus status.
    @inlinable
    package init(packed: UInt32) { self.packed = packed }

    /// A part given by a position in ``Dataset/sessions`` and the code of a status.
    package init(session: Int, status: UInt8) {
        packed = UInt32(truncatingIfNeeded: session) << 3 | UInt32(status & 7)
    }

    /// Position in ``Dataset/sessions``.
    @inlinable
    public var session: Int { Int(packed >> 3) }
    /// ``ParticipationStatus`` as its code.
    @inlinable
    package var status: UInt8 { UInt8(truncatingIfNeeded: packed & 7) }
}

/// The participations themselves, as they come: for those who look at single records.
public struct BlockCollector: ParticipationSink, Sendable {
    /// The blocks.
    public private(set) var blocks: [ParticipationBlock] = []

    /// A collector of nothing yet.
    public init() {}

    /// Another collector of nothing yet.
    public func emptyCopy() -> BlockCollector { BlockCollector() }
    /// Keeps a block.
    public mutating func add(_ block: borrowing ParticipationBlock) { blocks.append(copy block) }
    /// Takes over another's blocks.
    public mutating func merge(_ other: consuming BlockCollector) { blocks += other.blocks }
}
