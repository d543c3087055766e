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

    /// Whether it is proven to be above another figure.
    func isAbove(_ other: FigureRange) -> Bool {
        guard let least = least.number, let most = other.most.number else { return false }
        return least > most
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

    /// The ends between which the figure over all records lies, whatever these do not state; infinite where nothing limits it,
    /// and nil where it is not known.
    ///
    /// The request must have asked for gaps.
    func ends(of measure: Int) -> ClosedRange<Double>? {
        let range = range(of: measure, in: total)
        guard let least = range.least.number, let most = range.most.number else { return nil }
        let open = gaps[measure]
        let above = open.unstated > 0 ? nil : open.mostAbove
        return (open.isOpenBelow ? -.infinity : least)...(above.map { most + Double($0) } ?? .infinity)
    }

    /// Whether the participants of all sessions are reported.
    var isReported: Bool { reports.values.allSatisfy { $0.stated == $0.applicable } }
}
