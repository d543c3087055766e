/// Which of some numbered things count as others.
struct Merges {
    /// For each thing the one that it counts as, directly or by way of others, or itself.
    private var targets: [Int32] = []

    /// How many things there are.
    var count: Int { targets.count }

    /// Adds a thing that counts as itself.
    mutating func append() { targets.append(Int32(targets.count)) }

    /// What a thing counts as in the end.
    mutating func end(of thing: Int) -> Int {
        var end = thing
        while targets[end] != end { end = Int(targets[end]) }
        // The way is short the next time.
        var step = thing
        while targets[step] != end { (step, targets[step]) = (Int(targets[step]), Int32(end)) }
        return end
    }

    /// Lets a thing that counts as itself count as another; false, and nothing changes, where that one counts as it already.
    mutating func merge(_ thing: Int, into other: Int) -> Bool {
        let end = end(of: other)
        guard end != thing else { return false }
        targets[thing] = Int32(end)
        return true
    }
}
