import TestSupport
import Testing

@testable import Aggregation

/// The tables of the engine give the same whether they are dense, sparse or overflow; tests lower the limits.
struct CellTableTests {
    @Test(arguments: [0, 7, 59, 60, 1_000])
    func cellsAreNumberedInOrderOfAppearance(denseLimit: Int) {
        var index = CellIndex(sessionParts: 5, personParts: 4, ageParts: 3, denseLimit: denseLimit)
        var random = SplitMix64(seed: 11)
        var expected: [RecordPlacer.Place] = []
        for _ in 0..<200 {
            let place = RecordPlacer.Place(
                session: random.within(0...4), person: random.within(0...3), age: random.within(0...2))
            let known = expected.firstIndex(of: place)
            #expect(Int(index.known(place)) == known ?? -1)
            if known == nil { expected.append(place) }
            #expect(index.cell(place) == known ?? expected.count - 1)
        }
        #expect(index.places == expected)
    }

    @Test func combinationsBeyondAllNumbersAreSparse() {
        var index = CellIndex(sessionParts: .max, personParts: .max / 2, ageParts: .max / 2)
        let places = [0, 1, 0, 2].map { RecordPlacer.Place(session: .max - 1, person: $0, row: .max - $0) }
        #expect(places.map { index.known($0) } == [-1, -1, -1, -1])
        #expect(places.map { index.cell($0) } == [0, 1, 0, 2])
        #expect(places.map { index.known($0) } == [0, 1, 0, 2])
    }

    /// Three words a cell: the limits fall between two cells, within one, before the first and behind the last.
    @Test(arguments: [0, 2, 3, 7, 8, 9, 10, 1_000])
    func pairsAreHeldOnce(wordLimit: Int) {
        var random = SplitMix64(seed: 5)
        var set = CellItemSet(items: 130, wordLimit: wordLimit)
        var expected: Set<[Int]> = []
        for _ in 0..<500 {
            let (cell, item) = (random.within(0...5), random.within(0...129))
            #expect(set.insert(item, in: cell) == expected.insert([cell, item]).inserted)
        }
        #expect(Self.pairs(set) == Self.sorted(expected))

        var other = CellItemSet(items: 130, wordLimit: wordLimit)
        other.insert(129, in: 1)
        other.merge(set, cells: [3, 0, 0, 1, 5, 4])
        let merged = expected.map { [[3, 0, 0, 1, 5, 4][$0[0]], $0[1]] } + [[1, 129]]
        #expect(Self.pairs(other) == Self.sorted(Set(merged)))
        #expect(
            Self.pairs(set.grouped([[0, 0, 0, 0, 0, 0], [-1, -1, 0, -1, -1, -1]]))
                == Self.sorted(Set(expected.map { [0, $0[1]] })))
    }

    /// A person of two cells that count in one group, for one of them as a further group, is one person of it.
    @Test(arguments: [[1], [1, 2]]) func personsOfSeveralGroupsCountOnce(thresholds: [Int]) {
        var counter = PersonCounter(
            cells: 2, groupings: [(layers: [[1, 0], [-1, 1]], count: 2)], thresholds: thresholds)
        for cell in [0, 1] { counter.note(cell, of: 7) }
        counter.close(7)
        counter.note(1, of: 8)
        counter.close(8)
        #expect((0...1).map { counter.count(of: 0, threshold: 0, group: $0) } == [2, 2])
        guard thresholds.count > 1 else { return }
        #expect((0...1).map { counter.count(of: 0, threshold: 1, group: $0) } == [0, 1])
    }

    private static func pairs(_ set: CellItemSet) -> [[Int]] {
        var pairs: [[Int]] = []
        set.forEach { pairs.append([$0, $1]) }
        return pairs.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private static func sorted(_ pairs: Set<[Int]>) -> [[Int]] { pairs.sorted { $0.lexicographicallyPrecedes($1) } }
}
