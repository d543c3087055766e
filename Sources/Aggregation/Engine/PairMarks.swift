/// Which items were met in which cell: a set of pairs that is a table of bits as long as that is not too large.
struct PairMarks: Sendable {
    /// The most words that the table of bits may have: 16 MB.
    private static let wordLimit = 1 << 21

    /// How many words a cell has.
    private let width: Int
    private var words: [UInt64] = []
    /// The pairs beyond the cells that the table has room for: the cell in the upper half, the item in the lower.
    private var others: Set<UInt64> = []

    /// Marks for items numbered below a count.
    init(items: Int) { width = (items + 63) / 64 }

    /// Marks an item in a cell.
    mutating func mark(cell: Int, item: Int) {
        let index = cell * width + item / 64
        if index >= words.count {
            guard index < Self.wordLimit else {
                others.insert(UInt64(cell) << 32 | UInt64(item))
                return
            }
            words.append(contentsOf: repeatElement(0, count: (cell + 1) * width - words.count))
        }
        words[index] |= 1 << UInt64(item % 64)
    }

    /// Marks what another has marked, each cell being another one here.
    mutating func merge(_ other: PairMarks, cells: [Int]) {
        other.forEach { mark(cell: cells[$0], item: $1) }
    }

    /// Calls a body with each pair once.
    func forEach(_ body: (_ cell: Int, _ item: Int) -> Void) {
        for index in words.indices where words[index] != 0 {
            var rest = words[index]
            while rest != 0 {
                body(index / width, index % width * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
        for pair in others { body(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
    }

    /// The pairs once each, where several cells count as one group.
    func grouped(_ groups: [Int]) -> PairMarks {
        var result = self
        result.words = []
        result.others = []
        result.merge(self, cells: groups)
        return result
    }
}
