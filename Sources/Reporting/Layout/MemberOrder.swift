import Aggregation
import Support

/// The usual order of the members of a dimension: those that come first, then others by their bytes; then the rest, the unknown
/// and the total.
struct MemberOrder {
    private let places: [ByteKey: Int]?

    /// The order in which these codes come first; nil where none do.
    init(_ first: [String]?) {
        places = first.map {
            Dictionary($0.enumerated().map { (ByteKey($1), $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// Whether a member comes before another one.
    func precedes(_ left: Summary.Member, _ right: Summary.Member) -> Bool {
        let (one, other) = (place(left), place(right))
        if one.0 != other.0 { return one.0 < other.0 }
        return one.1.utf8.lexicographicallyPrecedes(other.1.utf8)
    }

    private func place(_ member: Summary.Member) -> (Int, String) {
        switch member {
        case .code(let code): (places.map { $0[ByteKey(code)] ?? Int.max - 3 } ?? 0, code)
        case .other: (Int.max - 2, "")
        case .unknown: (Int.max - 1, "")
        case .total: (Int.max, "")
        }
    }
}
