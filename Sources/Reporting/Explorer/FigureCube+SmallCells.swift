import Support

extension FigureCube {
    /// How many cells are about few persons, of all cells: such figures say something of people whom others know.
    package struct SmallCells: Hashable, Sendable {
        /// Cells of one to four persons.
        package let few: Int
        /// Those of them of one person.
        package let single: Int
        /// All cells.
        package let all: Int

        /// What must be known before the cells are handed on; nil where none is small.
        package var warning: BilingualText? {
            guard few > 0 else { return nil }
            func words(_ language: Language) -> String {
                language(
                    ExplorerPhrase.smallCells,
                    ["few": grouped(few), "single": grouped(single), "all": grouped(all)])
            }
            return BilingualText(en: words(.en), ar: words(.ar))
        }
    }

    /// The small cells of the cube.
    package var smallCells: SmallCells {
        let slices = [ofSessions, ofPersons]
        let all = slices.reduce(0) { $0 + $1.keys.count }
        guard let figure = figures.firstIndex(where: { $0.id == measureOfPersons }) else {
            return SmallCells(few: 0, single: 0, all: all)
        }
        let numbers = figures[figure].values.map { $0.number ?? 0 }
        let counts = slices.flatMap { $0.columns[figure] }.map { numbers[$0] }
        return SmallCells(few: counts.count { (1...4).contains($0) }, single: counts.count { $0 == 1 }, all: all)
    }
}
