import Support

/// A range of whole numbers cut into bands, each with a code.
public struct Bands: Hashable, Sendable {
    /// The first number of each band but the lowest, in their order.
    public let cuts: [Int]
    /// The least number that there is; nil where the lowest band has no end.
    public let least: Int?
    /// The greatest number that there is; nil where the highest band has no end.
    public let greatest: Int?
    /// Names of bands that are not the usual ones, by the first number of each.
    public let names: [Int: BilingualText]

    /// Bands between cuts in ascending order, at least one.
    public init(cuts: [Int], from least: Int? = nil, to greatest: Int? = nil, named names: [Int: BilingualText] = [:]) {
        self.cuts = cuts
        self.least = least
        self.greatest = greatest
        self.names = names
    }

    /// How many bands there are.
    public var count: Int { cuts.count + 1 }

    /// The first and the last number of a band, the lowest being the first; nil where it has no end.
    public func range(at position: Int) -> (first: Int?, last: Int?) {
        (position == 0 ? least : cuts[position - 1], position < cuts.count ? cuts[position] - 1 : greatest)
    }

    /// The codes, from the lowest band: `under-25`, `25-34`, `55-over`.
    public var codes: [String] {
        (0..<count).map { position in
            switch range(at: position) {
            case (nil, nil): "all"
            case (nil, let last?): "under-\(last + 1)"
            case (let first?, nil): "\(first)-over"
            case (let first?, let last?): first == last ? "\(first)" : "\(first)-\(last)"
            }
        }
    }

    /// The position of the band that a number falls into.
    public func position(of number: Int) -> Int { cuts.count { $0 <= number } }

    /// The position of the band that a number falls into, which may have decimals.
    public func position(of number: ExactDecimal) -> Int { cuts.count { ExactDecimal($0) <= number } }

    /// The position of the band that a fraction falls into; the denominator is positive.
    package func position(of numerator: Int128, over denominator: Int128) -> Int {
        cuts.count { Int128($0) * denominator <= numerator }
    }
}

/// The dimensions of bands that every dataset has; it can choose the bands.
public enum BandedDimension: String, Sendable, CaseIterable {
    case age = "age-band"
    case hours = "hours-band"
    case score = "score-band"
    case duration = "duration-band"

    /// Bands between cuts in ascending order: a session has at least a day, and a score at most 100 %.
    public func bands(cuts: [Int], named names: [Int: BilingualText] = [:]) -> Bands {
        Bands(cuts: cuts, from: self == .duration ? 1 : nil, to: self == .score ? 100 : nil, named: names)
    }

    /// The bands of a dataset that chooses none.
    public var usual: Bands {
        switch self {
        case .age: bands(cuts: [25, 35, 45, 55])
        case .hours: bands(cuts: [6, 12, 24, 36, 60])
        case .score: bands(cuts: [50, 60, 70, 80, 90])
        case .duration: bands(cuts: [2, 4, 6, 11, 21])
        }
    }

    /// Where a band can begin.
    public var admissibleCuts: ClosedRange<Int> {
        switch self {
        case .age: 1...150
        case .hours: 1...10_000
        case .score: 1...100
        case .duration: 2...10_000
        }
    }
}
