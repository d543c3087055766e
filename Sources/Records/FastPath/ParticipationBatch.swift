import TrainingStats

/// Rows of `participations.csv` that have been cut into fields and are not yet resolved, in columns.
///
/// The one owner of its memory, which is allocated once and used for every batch.
final class ParticipationBatch {
    /// How many rows it holds.
    static let capacity = FieldPlaces.capacity

    /// How many values a participation can state.
    private static let valueCount = ParticipationValue.stated.count

    /// How many rows there are.
    var count = 0

    /// Where the fields of the rows lie.
    let places: FieldPlaces
    let lines = FieldPlaces.column(of: Int.self)
    let sessions = FieldPlaces.column(of: Int32.self)
    let trainees = FieldPlaces.column(of: Int32.self)
    let statuses = FieldPlaces.column(of: UInt8.self)
    let hashes = FieldPlaces.column(of: UInt64.self)
    /// Whether each row is sound, as 1 or 0.
    let soundness = FieldPlaces.column(of: UInt8.self)
    /// The columns that the dataset declares.
    let own: [OwnFields]
    /// Statuses in other spellings than the usual ones.
    var otherStatuses = CodeMemory(of: ParticipationStatus.self) { Int($0.code) }
    /// The values in millionths, one column behind the other; those that the file lacks stay missing.
    private let decimals = UnsafeMutablePointer<Int64>.allocate(capacity: capacity * valueCount)

    /// A batch of no rows yet, of a table with so many columns.
    init(columns: Int = 1, own: [OwnFields] = []) {
        places = FieldPlaces(columns: columns)
        self.own = own
        decimals.initialize(repeating: DecimalColumn.missing, count: Self.capacity * Self.valueCount)
    }

    deinit {
        lines.deallocate()
        sessions.deallocate()
        trainees.deallocate()
        statuses.deallocate()
        hashes.deallocate()
        soundness.deallocate()
        decimals.deallocate()
    }

    /// The column of a value, in millionths.
    ///
    /// Invariant: only columns of the table are asked for, whose positions are below ``valueCount``: they come first among
    /// the cases.
    @inline(always)
    func decimals(of value: ParticipationValue) -> UnsafeMutablePointer<Int64> {
        decimals + value.rawValue * Self.capacity
    }

    /// Moves a row to an earlier place.
    func move(_ row: Int, to place: Int) {
        lines[place] = lines[row]
        sessions[place] = sessions[row]
        trainees[place] = trainees[row]
        statuses[place] = statuses[row]
        for column in 0..<Self.valueCount {
            decimals[column * Self.capacity + place] = decimals[column * Self.capacity + row]
        }
        for fields in own { fields.move(row, to: place) }
    }

    /// Adds the first rows to a block.
    func copy(_ count: Int, to block: inout ParticipationBlock) {
        func rows<Value>(_ column: UnsafeMutablePointer<Value>) -> UnsafeBufferPointer<Value> {
            UnsafeBufferPointer(start: column, count: count)
        }
        let first = block.count
        block.sessions.append(contentsOf: rows(sessions))
        block.trainees.append(contentsOf: rows(trainees))
        block.statuses.append(contentsOf: rows(statuses))
        block.lines.append(contentsOf: rows(lines))
        for value in ParticipationValue.stated { block[value].append(contentsOf: rows(decimals(of: value))) }
        for fields in own { fields.copy(count, to: &block, from: first) }
    }
}
