import Aggregation

/// A figure as far as records prove it: both ends are the same, unless headcounts leave open how many persons there are.
struct FigureRange: Hashable {
    /// What is proven of a change.
    struct Change {
        /// The change; where a figure is open, as much of it as is proven.
        let value: Value
        /// Whether the change can be larger.
        let isLeast: Bool
    }

    /// As much as the records prove.
    let least: Value
    /// As much as the records admit.
    let most: Value

    /// A figure between two ends.
    init(_ least: Value, to most: Value) { (self.least, self.most) = (least, most) }

    /// A figure of which nothing is open.
    init(_ value: Value) { self.init(value, to: value) }

    /// Whether it lies between two ends that differ.
    var isOpen: Bool { least != most }

    /// Whether it is a number.
    var isKnown: Bool { least.number != nil }

    /// Whether it is proven to be above another figure, and by more than a number.
    func isAbove(_ other: FigureRange, by gap: Double = 0) -> Bool {
        guard let least = least.number, let most = other.most.number else { return false }
        return least - most > gap
    }

    /// The change from an earlier figure; nil where its direction is not proven.
    func change(from earlier: FigureRange) -> Change? {
        if !isOpen, !earlier.isOpen { return Change(value: least.change(from: earlier.least), isLeast: false) }
        if isAbove(earlier) { return Change(value: least.change(from: earlier.most), isLeast: true) }
        if earlier.isAbove(self) { return Change(value: most.change(from: earlier.least), isLeast: true) }
        return nil
    }
}

extension Summary {
    /// The figure of a measure in a cell with both of its ends.
    func range(of measure: Int, in cell: Cell) -> FigureRange {
        FigureRange(
            cell.values[measure], to: upperBound(of: measure, in: cell).map { .count($0) } ?? cell.values[measure])
    }

    /// Whether the participants of all sessions are reported.
    var isReported: Bool { reports.values.allSatisfy { $0.stated == $0.applicable } }
}
