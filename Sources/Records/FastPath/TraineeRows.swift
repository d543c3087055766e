import Support
import TrainingStats

/// Rows of `trainees.csv` that have been cut into fields, and what they say, in columns.
///
/// The one owner of its memory, which is allocated once and used for run after run.
final class TraineeRows {
    /// Where the fields of the rows lie.
    let places: FieldPlaces
    let hashes = FieldPlaces.column(of: UInt64.self)
    let codes = FieldPlaces.column(of: Int32.self)
    private let numbers = FieldPlaces.column(of: Int64.self)
    /// Whether each row is sound, as 1 or 0.
    private let soundness = FieldPlaces.column(of: UInt8.self)
    private var areSoundText = false
    /// What the rows say of each person but for the institution.
    private var profiles = [Profile](repeating: Profile(), count: FieldPlaces.capacity)

    /// Room for rows of a table with so many columns.
    init(columns: Int) { places = FieldPlaces(columns: columns) }

    deinit {
        hashes.deallocate()
        codes.deallocate()
        numbers.deallocate()
        soundness.deallocate()
    }

    /// How many rows there are.
    var count: Int { places.count }

    /// Begins with rows that have been cut; `areSoundText` where it is known already that all fields are.
    func begin(areSoundText: Bool) {
        self.areSoundText = areSoundText
        soundness.update(repeating: 1, count: count)
        for row in 0..<count { profiles[row] = Profile() }
    }

    /// Where the run of rows ends, from a row on, that are all sound.
    func endOfSoundRows(from row: Int) -> Int {
        var end = row
        while end < count, soundness[end] == 1 { end += 1 }
        return end
    }

    /// Marks the rows whose field is not what it must be.
    @inline(always)
    func mark(_ texts: TextPlaces, _ isSound: (_ place: UnsafePointer<UInt8>, _ count: Int) -> Bool) {
        for row in 0..<texts.count { soundness[row] &= isSound(texts[row].start, texts[row].count) ? 1 : 0 }
    }

    /// Marks the rows whose field is not sound text.
    func checkText(_ texts: TextPlaces) {
        if !areSoundText { mark(texts) { isSoundText(at: $0, $1) } }
    }

    /// Reads a column of codes, and marks the rows whose field names none or is read with care.
    @inline(always)
    func readCodes(_ texts: TextPlaces, _ memory: inout CodeMemory, _ set: (inout Profile, Int32) -> Void) {
        memory.findCodes(of: texts, hashes: hashes, into: codes)
        profiles.withUnsafeMutableBufferPointer { profiles in
            for row in 0..<texts.count {
                soundness[row] &= codes[row] == CodeMemory.odd ? 0 : 1
                set(&profiles[row], codes[row])
            }
        }
    }

    /// Reads the years of birth, and marks the rows whose year is none that is likely.
    func readYears(_ texts: TextPlaces, within years: ClosedRange<Int>) {
        readDecimals(texts, into: numbers)
        profiles.withUnsafeMutableBufferPointer { profiles in
            for row in 0..<texts.count where numbers[row] != DecimalColumn.missing {
                let year = numbers[row] / 1_000_000
                let isYear = year * 1_000_000 == numbers[row] && years.contains(Int(year))
                soundness[row] &= isYear ? 1 : 0
                profiles[row].birthYear = Int16(truncatingIfNeeded: year)
            }
        }
    }

    /// Adds what some rows say of the persons.
    func copyProfiles(_ range: Range<Int>, to others: inout [Profile]) { others += profiles[range] }
}
