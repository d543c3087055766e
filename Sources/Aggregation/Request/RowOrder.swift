import Support

/// How rows are put into order by a measure, and which members of their first dimension stay.
public struct RowOrder: Hashable, Sendable {
    /// Which figures come first; the raw value is the word for it.
    public enum Direction: String, Hashable, Sendable, CaseIterable {
        case largestFirst = "desc"
        case smallestFirst = "asc"
    }

    /// The members that stay where the others come together as `_O`: so many that come first in a direction.
    public struct Kept: Hashable, Sendable {
        /// How many stay.
        public var count: Int
        /// The direction in which they come first.
        public var direction: Direction

        /// So many of the largest or of the smallest.
        public init(_ count: Int, _ direction: Direction) {
            self.count = count
            self.direction = direction
        }
    }

    /// A measure with a direction, where one is given: `trainees`, `trainees:asc`.
    public struct Key: Hashable, Sendable {
        /// Identifier of the measure.
        public var measure: String
        /// The direction; nil where none is given.
        public var direction: Direction?

        /// A measure, without a direction unless one is given.
        public init(_ measure: String, _ direction: Direction? = nil) {
            self.measure = measure
            self.direction = direction
        }

        /// A key in its written form.
        ///
        /// - Throws: ``RequestError`` where the direction is none.
        public init(parsing text: String) throws(RequestError) {
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            measure = parts.first ?? text
            guard parts.count > 1 else { return }
            guard let direction = Direction(rawValue: parts[1]) else { throw .badDirection(parts[1]) }
            self.direction = direction
        }
    }

    /// Identifier of the measure.
    public var measure: String
    /// Which figures come first.
    public var direction: Direction
    /// The members of the first row dimension that stay; nil where all do.
    public var kept: Kept?

    /// An order by a measure: in the direction of its key, else in that of the members that stay, else the largest first.
    public init(by key: Key, keeping kept: Kept? = nil) {
        measure = key.measure
        direction = key.direction ?? kept?.direction ?? .largestFirst
        self.kept = kept
    }

    /// The order that is asked for: by a key, or else, where members are to be kept, by the first measure; nil for the
    /// usual order.
    package init?(by key: Key?, keeping kept: Kept?, of measures: [String]) {
        guard let key = key ?? (kept == nil ? nil : measures.first.map { Key($0) }) else { return nil }
        self.init(by: key, keeping: kept)
    }
}
