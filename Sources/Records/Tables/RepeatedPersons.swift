import Support
import TrainingStats

/// The persons who have the name of an earlier one and nothing that tells the two apart, in their order, each with the first
/// such.
///
/// What is not known of a person tells him or her from nobody; a person without a name is like no other. Left out is of whom
/// it is said already whether they are one.
func repeatedPersons(
    among people: TraineeTable, except known: KnownPersons, threads: Int
) -> [(person: Int, earlier: Int)] {
    var parts = (0..<threads).map { part in
        NameHashes(of: people.count * part / threads..<people.count * (part + 1) / threads)
    }
    concurrently(&parts) { $0.fold(people.names) }
    let hashes = parts.map(\.hashes)
    var searches = (0..<threads).map { PersonSearch(part: $0, of: threads) }
    concurrently(&searches) { $0.search(hashes, of: people, except: known) }
    return searches.flatMap(\.found).sorted { $0.person < $1.person }
}

/// The hashes of the folded names of some persons, one after the other.
///
/// The names themselves are not kept: few hashes occur twice, and those names are folded again.
private struct NameHashes {
    /// 0 of a person without a name.
    private(set) var hashes: [UInt64] = []
    private let persons: Range<Int>

    init(of persons: Range<Int>) { self.persons = persons }

    mutating func fold(_ column: TextColumn) {
        hashes.reserveCapacity(persons.count)
        // A few thousand at a time stay in the caches.
        for start in stride(from: persons.lowerBound, to: persons.upperBound, by: 4_096) {
            let names = foldedNames(of: start..<min(start + 4_096, persons.upperBound), in: column)
            for row in 0..<names.count { hashes.append(names.isFilled(row) ? max(names.hash(of: row), 1) : 0) }
        }
    }
}

/// The folded names of some persons.
private func foldedNames(of persons: some Sequence<Int>, in column: TextColumn) -> TextColumn {
    var names = TextColumn()
    var folded: [UInt8] = []
    for person in persons {
        folded.removeAll(keepingCapacity: true)
        column.withBytes(of: person) { Spelling.appendFolded($0, to: &folded) }
        names.append(folded.span)
    }
    return names
}

/// The search among those persons whose hash falls to one of several threads.
private struct PersonSearch {
    /// How many persons of one name are compared one by one; more are found by what is known of them.
    private static let fewPersons = 32

    private(set) var found: [(person: Int, earlier: Int)] = []
    private let part: UInt64
    private let parts: UInt64

    init(part: Int, of parts: Int) {
        self.part = UInt64(part)
        self.parts = UInt64(parts)
    }

    mutating func search(_ hashes: [[UInt64]], of people: TraineeTable, except known: KnownPersons) {
        var own: [(hash: UInt64, person: Int32)] = []
        own.reserveCapacity(people.count / Int(parts))
        var person: Int32 = 0
        for part in hashes {
            for hash in part {
                if hash != 0, (hash >> 40) % parts == self.part { own.append((hash, person)) }
                person += 1
            }
        }
        keepRepeated(&own)
        own.sort { ($0.hash, $0.person) < ($1.hash, $1.person) }
        var start = 0
        while start < own.count {
            var end = start + 1
            while end < own.count, own[end].hash == own[start].hash { end += 1 }
            if end - start > 1 { compareNames(own[start..<end].map { Int($0.person) }, of: people, except: known) }
            start = end
        }
    }

    /// Compares persons of one hash, who nearly always have one name.
    private mutating func compareNames(_ persons: [Int], of people: TraineeTable, except known: KnownPersons) {
        let names = foldedNames(of: persons, in: people.names)
        var rest = Array(persons.indices)
        while rest.count > 1 {
            let first = rest[0]
            compare(rest.filter { names.areEqual(first, $0) }.map { persons[$0] }, of: people, except: known)
            rest.removeAll { names.areEqual(first, $0) }
        }
    }

    /// Leaves out most of those whose hash nobody else has, so that few have to be sorted.
    private func keepRepeated(_ persons: inout [(hash: UInt64, person: Int32)]) {
        var slots = 64
        while slots < persons.count * 4 { slots *= 2 }
        var counts = [UInt8](repeating: 0, count: slots)
        for entry in persons {
            let slot = Int(entry.hash & UInt64(slots - 1))
            counts[slot] = min(counts[slot] + 1, 2)
        }
        persons.removeAll { counts[Int($0.hash & UInt64(slots - 1))] < 2 }
    }

    /// Compares persons of one name, given in their order.
    private mutating func compare(_ persons: [Int], of people: TraineeTable, except known: KnownPersons) {
        let traits = persons.map { PersonTraits(people.profiles[$0]) }
        var index = TraitIndex()
        for place in persons.indices.dropFirst() {
            var earlier: Int?
            if persons.count > Self.fewPersons {
                index.insert(traits[place - 1], at: place - 1)
                guard let first = index.first(like: traits[place]) else { continue }
                earlier = known.isSaid(of: persons[place], persons[first]) ? nil : first
            }
            earlier =
                earlier
                ?? persons.indices.prefix(place).first { other in
                    !traits[other].conflicts(with: traits[place]) && !known.isSaid(of: persons[place], persons[other])
                }
            if let earlier { found.append((persons[place], persons[earlier])) }
        }
    }
}

/// What tells persons of one name apart, as far as it is known.
struct PersonTraits {
    /// State, sex, sector and year of birth; negative where not known.
    private var values: SIMD4<Int16>

    /// The traits of a profile.
    init(_ profile: Profile) {
        values = [profile.state, Int16(profile.sex), Int16(profile.sector), profile.birthYear]
    }

    /// Whether something is known of both that differs.
    func conflicts(with other: PersonTraits) -> Bool {
        any((values .!= other.values) .& (values .>= 0) .& (other.values .>= 0))
    }

    /// Fills in what another knows of the same person.
    mutating func add(_ other: PersonTraits) { values.replace(with: other.values, where: values .< 0) }

    /// Which traits are known, a bit each.
    fileprivate var knownTraits: Int { (0..<4).reduce(0) { $0 | (values[$1] >= 0 ? 1 << $1 : 0) } }

    /// The values of some traits, and which traits are known of whoever has them, as a number.
    fileprivate func key(of traits: Int, among known: Int) -> UInt64 {
        var key = UInt64(known << 4 | traits)
        for trait in 0..<4 {
            // Sex and sector have a few values; states and years of birth take two bytes.
            let value = traits & 1 << trait == 0 ? 0 : UInt64(UInt16(bitPattern: values[trait]))
            key = key << (trait == 1 || trait == 2 ? 8 : 16) | value
        }
        return key
    }
}

/// Finds the first of many persons whose traits conflict with nobody's.
private struct TraitIndex {
    /// By which traits are known of a person, and the values of some of them: the first such person.
    private var places: [UInt64: Int] = [:]
    private var knownTraits: Set<Int> = []

    mutating func insert(_ traits: PersonTraits, at place: Int) {
        let known = traits.knownTraits
        knownTraits.insert(known)
        for some in 0..<16 where some & known == some {
            let key = traits.key(of: some, among: known)
            if places[key] == nil { places[key] = place }
        }
    }

    func first(like traits: PersonTraits) -> Int? {
        let mine = traits.knownTraits
        return knownTraits.compactMap { places[traits.key(of: $0 & mine, among: $0)] }.min()
    }
}
