import Support

/// A run of participations, in columns: the records of named persons stream through in such blocks.
///
/// Columns of values that follow from attendance may have fewer rows than the block: what is behind their end is not known.
public struct ParticipationBlock: Sendable {
    /// Positions in ``Dataset/sessions``.
    public var sessions: [Int32] = []
    /// Positions in ``Dataset/trainees``.
    public var trainees: [Int32] = []
    /// How far each went: ``ParticipationStatus`` as its code.
    public var statuses: [UInt8] = []
    /// Physical lines of the records.
    public var lines: [Int] = []
    /// What is stated of each attribute that the dataset declares; empty where no column of participations is declared.
    package private(set) var own: [OwnValues] = []
    /// What rows say of certificates, by row; empty where none says anything.
    package private(set) var certificates: [Int: StatedCertificate] = [:]
    /// The costs of the rows as they are stated, where some were converted from another currency; empty where none was.
    package private(set) var statedCosts = DecimalColumn()
    @usableFromInline
    var values = ValueColumns(repeating: DecimalColumn())

    /// An empty block.
    public init() {}

    /// How many participations.
    public var count: Int { sessions.count }

    /// The column of a value; loops over rows take it once, before the loop.
    @inlinable
    public subscript(value: ParticipationValue) -> DecimalColumn {
        _read { yield values[value] }
        _modify { yield &values[value] }
    }

    /// Makes room for a number of rows, so that columns do not grow by copying.
    package mutating func reserveCapacity(_ count: Int) {
        sessions.reserveCapacity(count)
        trainees.reserveCapacity(count)
        statuses.reserveCapacity(count)
        lines.reserveCapacity(count)
        for value in ParticipationValue.stated { values[value].reserveCapacity(count) }
    }

    /// Takes all rows out and keeps the memory.
    public mutating func removeAll() {
        sessions.removeAll(keepingCapacity: true)
        trainees.removeAll(keepingCapacity: true)
        statuses.removeAll(keepingCapacity: true)
        lines.removeAll(keepingCapacity: true)
        for value in ParticipationValue.allCases { values[value].removeAll() }
        for attribute in own.indices { own[attribute].removeAll() }
        if !certificates.isEmpty { certificates.removeAll(keepingCapacity: true) }
        if !statedCosts.isEmpty { statedCosts.removeAll() }
    }

    /// Keeps the costs of all rows as they are stated, before any is converted.
    package mutating func keepStatedCosts() { statedCosts = values[.cost] }

    /// Adds a row of another block.
    package mutating func append(_ row: Int, of other: borrowing ParticipationBlock) {
        sessions.append(other.sessions[row])
        trainees.append(other.trainees[row])
        statuses.append(other.statuses[row])
        lines.append(other.lines[row])
        for value in ParticipationValue.stated { values[value].append(other[value][row]) }
        for value in ParticipationValue.following { values[value].set(other[value][row], at: count - 1) }
        for attribute in other.own.indices { add(other.own[attribute][row], ofAttribute: attribute) }
        if !other.certificates.isEmpty { certificates[count - 1] = other.certificates[row] }
        if !other.statedCosts.isEmpty { statedCosts.set(other.statedCosts[row], at: count - 1) }
    }

    /// Adds one participation.
    public mutating func append(_ participation: Participation) {
        sessions.append(Int32(participation.session))
        trainees.append(Int32(participation.trainee))
        statuses.append(participation.status.code)
        lines.append(participation.line)
        for value in ParticipationValue.stated { values[value].append(participation[value]) }
        for value in ParticipationValue.following { values[value].set(participation[value], at: count - 1) }
        for attribute in participation.own.indices { add(participation.own[attribute], ofAttribute: attribute) }
        if let certificate = participation.certificate { certificates[count - 1] = certificate }
    }

    /// Adds what the last row states of an attribute.
    private mutating func add(_ value: OwnValue, ofAttribute attribute: Int) {
        makePlace(forAttribute: attribute)
        own[attribute].add(value, at: count - 1)
    }

    /// Adds the codes of an attribute that rows from one on state, behind all others.
    package mutating func add(codes: UnsafeBufferPointer<Int32>, ofAttribute attribute: Int, from row: Int) {
        makePlace(forAttribute: attribute)
        own[attribute].add(codes: codes, from: row)
    }

    /// The same of numbers, in millionths.
    package mutating func add(numbers: UnsafeBufferPointer<Int64>, ofAttribute attribute: Int, from row: Int) {
        makePlace(forAttribute: attribute)
        own[attribute].add(numbers: numbers, from: row)
    }

    private mutating func makePlace(forAttribute attribute: Int) {
        while own.count <= attribute { own.append(OwnValues()) }
    }

    /// The code of a row's member of an attribute; negative where it is not known.
    package func code(ofAttribute attribute: Int, row: Int) -> Int {
        attribute < own.count ? own[attribute].code(ofRow: row) : -1
    }

    /// The number that a row states of an attribute; nil where it is not known.
    package func number(ofAttribute attribute: Int, row: Int) -> ExactDecimal? {
        attribute < own.count ? own[attribute].number(ofRow: row) : nil
    }
}
