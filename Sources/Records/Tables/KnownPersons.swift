/// What `persons.csv` says of identifiers, row by row: which are the same person, and which are not.
struct PersonIdentities {
    /// Why something cannot be said of two identifiers.
    enum Contradiction {
        /// Both are the same identifier.
        case itself
        /// The first is said to be the same person as a third already.
        case second(Int)
        /// The second is the same person as the first by way of others.
        case circle
        /// They are said to be two persons.
        case parted
        /// They are said to be one person.
        case merged
    }

    private var merges = Merges()
    /// For each person, by the identifier that counts, identifiers that are another.
    private var others: [Int: Set<Int>] = [:]

    /// So many identifiers, each a person.
    init(count: Int) { for _ in 0..<count { merges.append() } }

    /// The identifier that counts for the person whom an identifier names.
    mutating func end(of identifier: Int) -> Int { merges.end(of: identifier) }

    /// Why an identifier cannot count as another; nil where it can, or does already.
    mutating func contradiction(merging identifier: Int, into other: Int) -> Contradiction? {
        let (end, target) = (merges.end(of: identifier), merges.end(of: other))
        if identifier == other { return .itself }
        if end == target { return end == identifier ? .circle : nil }
        if end != identifier { return .second(end) }
        return areParted(end, target) ? .parted : nil
    }

    /// Why two identifiers cannot be two persons; nil where they can.
    mutating func contradiction(parting identifier: Int, from other: Int) -> Contradiction? {
        if identifier == other { return .itself }
        return merges.end(of: identifier) == merges.end(of: other) ? .merged : nil
    }

    /// Lets an identifier count as another, where nothing speaks against it.
    mutating func merge(_ identifier: Int, into other: Int) {
        let (end, target) = (merges.end(of: identifier), merges.end(of: other))
        guard end == identifier, merges.merge(identifier, into: target) else { return }
        guard let mine = others.removeValue(forKey: end) else { return }
        let theirs = others.removeValue(forKey: target) ?? []
        others[target] = mine.count < theirs.count ? theirs.union(mine) : mine.union(theirs)
    }

    /// Notes that two identifiers are two persons.
    mutating func part(_ identifier: Int, from other: Int) {
        others[merges.end(of: identifier), default: []].insert(other)
        others[merges.end(of: other), default: []].insert(identifier)
    }

    /// Whether two persons, given by the identifiers that count, are said to be two.
    mutating func areParted(_ first: Int, _ second: Int) -> Bool {
        let (mine, theirs) = (others[first] ?? [], others[second] ?? [])
        let (fewer, end) = mine.count < theirs.count ? (mine, second) : (theirs, first)
        for identifier in fewer where merges.end(of: identifier) == end { return true }
        return false
    }

    /// What is known when all rows have been read.
    var settled: KnownPersons {
        var copy = self
        let ends = (0..<merges.count).map { Int32(copy.end(of: $0)) }
        var known = KnownPersons()
        for (identifier, end) in ends.enumerated() where end != identifier { known.repeated.insert(Int(end)) }
        if !known.repeated.isEmpty { known.ends = ends }
        for (person, identifiers) in others {
            for identifier in identifiers { known.pairs.insert(KnownPersons.pair(person, Int(ends[identifier]))) }
        }
        return known
    }
}

/// Which identifiers of trainees are the same person, and which are looked at and are not.
struct KnownPersons: Sendable {
    /// For each identifier the one that counts; empty where each counts as itself.
    fileprivate(set) var ends: [Int32] = []
    /// The identifiers that count for others too.
    fileprivate(set) var repeated: Set<Int> = []
    /// Persons that are two.
    fileprivate var pairs: Set<UInt64> = []

    /// The identifier that counts for the person whom an identifier names.
    func callAsFunction(_ identifier: Int) -> Int { ends.isEmpty ? identifier : Int(ends[identifier]) }

    /// Whether nothing need be said of two identifiers of one name.
    func isSaid(of first: Int, _ second: Int) -> Bool {
        let (first, second) = (self(first), self(second))
        return first == second || (!pairs.isEmpty && pairs.contains(Self.pair(first, second)))
    }

    fileprivate static func pair(_ first: Int, _ second: Int) -> UInt64 {
        UInt64(min(first, second)) << 32 | UInt64(max(first, second))
    }
}
