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
        guard !other.words.isEmpty || !other.others.isEmpty else { return }
        // Cells that have a row in both are brought together word by word.
        let rows = other.words.count / other.width
        for cell in 0..<min(rows, cells.count) where cells[cell] >= 0 {
            let (from, target) = (cell * other.width, cells[cell])
            guard other.width == width, target < rowLimit else {
                other.forEach(inRow: cell) { insert($0, in: target) }
                continue
            }
            let to = target * width
            if to + width > words.count {
                words.append(contentsOf: repeatElement(0, count: to + width - words.count))
            }
            for word in 0..<width where other.words[from + word] != 0 { words[to + word] |= other.words[from + word] }
        }
        for pair in other.others {
            let cell = cells[Int(pair >> 32)]
            if cell >= 0 { insert(Int(pair & 0xFFFF_FFFF), in: cell) }
        }
    }

    /// Calls a body with each pair once.
    func forEach(_ body: (_ cell: Int, _ item: Int) -> Void) {
        for cell in 0..<words.count / width { forEach(inRow: cell) { body(cell, $0) } }
        for pair in others { body(Int(pair >> 32), Int(pair & 0xFFFF_FFFF)) }
    }

    /// Calls a body with each item of a cell that has a row.
    private func forEach(inRow cell: Int, _ body: (_ item: Int) -> Void) {
        for word in 0..<width {
            var rest = words[cell * width + word]
            while rest != 0 {
                body(word * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
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
