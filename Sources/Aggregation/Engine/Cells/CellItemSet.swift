/// Which items were met in which cell: a set of pairs.
///
/// It is a table of bits, one row a cell, as far as that is not too large. Rows beyond the limit are held as pairs in a
/// hash set. Which cells have a row depends on their number alone, never on what was inserted before, so that a pair can
/// only be in one of the two places.
struct CellItemSet: Sendable {
    /// The most words that the table of bits may have: 16 MB.
    private static let wordLimit = 1 << 21

    /// How many words a cell has.
    private let width: Int
    /// How many cells may have a row.
    private let rowLimit: Int
    private var words: [UInt64] = []
    /// The pairs beyond the cells that the table has room for: the cell in the upper half, the item in the lower.
    private var others: Set<UInt64> = []

    /// A set of items numbered below a count; `wordLimit` is smaller in tests alone.
    init(items: Int, wordLimit: Int = CellItemSet.wordLimit) {
        width = max((items + 63) / 64, 1)
        rowLimit = wordLimit / width
    }

    /// Puts an item into a cell; whether it was not there before.
    @discardableResult
    mutating func insert(_ item: Int, in cell: Int) -> Bool {
        guard cell < rowLimit else { return others.insert(UInt64(cell) << 32 | UInt64(item)).inserted }
        let index = cell * width + item / 64
        if index >= words.count { words.append(contentsOf: repeatElement(0, count: (cell + 1) * width - words.count)) }
        let bit: UInt64 = 1 << UInt64(item % 64)
        guard words[index] & bit == 0 else { return false }
        words[index] |= bit
        return true
    }

    /// Takes in another set, each of whose cells is another one here, or none (-1).
    mutating func merge(_ other: CellItemSet, cells: [Int]) {
        other.forEach { if cells[$0] >= 0 { insert($1, in: cells[$0]) } }
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

    /// The pairs once each, where several cells count as one group; each layer names a group of each cell, or none (-1).
    func grouped(_ layers: [[Int]]) -> CellItemSet {
        var result = self
        result.words = []
        result.others = []
        for groups in layers { result.merge(self, cells: groups) }
        return result
    }
}
