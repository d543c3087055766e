/// The classes of whole numbers that Arabic nouns agree with (Unicode CLDR, plural rules of Arabic).
package enum ArabicPlural: Sendable, CaseIterable {
    case zero, one, two, few, many, other

    /// The class of a count.
    package init(_ count: Int) {
        switch (count.magnitude, count.magnitude % 100) {
        case (0, _): self = .zero
        case (1, _): self = .one
        case (2, _): self = .two
        case (_, 3...10): self = .few
        case (_, 11...99): self = .many
        default: self = .other
        }
    }
}
