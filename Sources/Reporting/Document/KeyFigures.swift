import Support

/// What a reader of a report sees first: some figures with their change and trend, what stands out, and warnings.
///
/// A table of the report has the same figures, and more of them. Writers that have no picture for them show the table.
public struct KeyFigures: Sendable {
    /// Its title.
    public var title: String
    /// The identifier of the table that has its figures.
    public var table: String
    /// Which period its figures are of, and what they are held against.
    public var caption: String
    /// The figures, the most important first.
    public var tiles: [Tile]
    /// The heading over what stands out.
    public var headingOfFindings: String
    /// What stands out in the figures, one sentence each.
    public var findings: [Statement]
    /// What a reader must know before the figures are used, one sentence each.
    public var warnings: [Statement]
    /// How many targets are missed.
    public var missedTargets = 0

    /// A figure with what can be said of it at a glance.
    public struct Tile: Sendable {
        /// Identifier of the measure.
        public var id: String
        /// Its heading, with the unit.
        public var label: String
        /// The figure; as much as the records prove where headcounts leave it open.
        public var figure: Cell
        /// As much as the records admit, where they leave it open.
        public var most: Cell?
        /// The change on the period before, as far as it is proven; nil where nothing can be compared.
        public var change: Cell?
        /// The same as a share of the figure of the period before.
        public var relativeChange: Cell?
        /// What the change is on: `on 2018`; `at least, on 2018` where it can be larger; empty where there is none.
        public var comparison: String
        /// The figure of this and of earlier periods, the earliest first; empty where there are fewer than two.
        public var trend: [Point]
        /// What else is known of it: its target, what was published.
        public var remarks: [Statement]

        /// The figure, or its two ends where it is open, with a text in place of each.
        package func value(_ language: Language, _ text: (Cell) -> String) -> String {
            guard let most else { return text(figure) }
            return Statement(language(KeyFigureSentence.between), [("LEAST", figure), ("MOST", most)]).text(text)
        }
    }

    /// The figure of a period.
    public struct Point: Sendable {
        /// Name of the period.
        public var label: String
        /// The figure.
        public var figure: Cell
        /// Whether the period is known in part.
        public var isPartial: Bool
    }

    /// A sentence with figures in it.
    public struct Statement: Sendable {
        /// The words, in which `{name}` stands for a figure, and `{{` for a brace.
        public var words: String
        /// The figures by their names.
        public var figures: [(name: String, cell: Cell)]
        /// Whether it is good news or bad; nil for what is neither.
        public var isGood: Bool?
        /// The identifier of the table that says more; nil if there is none.
        public var table: String?

        /// A sentence given by its parts.
        public init(
            _ words: String, _ figures: [(name: String, cell: Cell)] = [], isGood: Bool? = nil, table: String? = nil
        ) {
            self.words = words
            self.figures = figures
            self.isGood = isGood
            self.table = table
        }

        /// The sentence, with a text in place of each figure.
        public func text(_ text: (Cell) -> String) -> String {
            var rest = words[...]
            var result = ""
            while let opening = rest.firstIndex(of: "{") {
                result += rest[..<opening]
                rest = rest[rest.index(after: opening)...]
                if rest.first == "{" {
                    result += "{"
                    rest = rest.dropFirst()
                } else if let closing = rest.firstIndex(of: "}"),
                    let figure = figures.first(where: { $0.name == rest[..<closing] })
                {
                    result += text(figure.cell)
                    rest = rest[rest.index(after: closing)...]
                } else {
                    result += "{"
                }
            }
            return result + rest
        }

        /// A name that stands in the words as it is, whatever braces it has.
        static func escaped(_ name: String) -> String { name.replacing("{", with: "{{") }
    }
}

extension KeyFigures {
    /// The warnings and what stands out, for writers that have them as notes; with a text in place of each figure.
    public func remarks(_ text: (Cell) -> String) -> [String] { (warnings + findings).map { $0.text(text) } }

    /// The key figures with their words changed.
    func mapWords(_ change: (String) -> String) -> KeyFigures {
        func changed(_ statements: [Statement]) -> [Statement] {
            statements.map { Statement(change($0.words), $0.figures, isGood: $0.isGood, table: $0.table) }
        }
        var changedFigures = self
        changedFigures.title = change(title)
        changedFigures.caption = change(caption)
        changedFigures.headingOfFindings = change(headingOfFindings)
        changedFigures.findings = changed(findings)
        changedFigures.warnings = changed(warnings)
        for index in tiles.indices {
            changedFigures.tiles[index].label = change(tiles[index].label)
            changedFigures.tiles[index].comparison = change(tiles[index].comparison)
            changedFigures.tiles[index].remarks = changed(tiles[index].remarks)
            for point in tiles[index].trend.indices {
                changedFigures.tiles[index].trend[point].label = change(tiles[index].trend[point].label)
            }
        }
        return changedFigures
    }

    /// The key figures with the marks that their figures have in their table, and without links to tables that are left out.
    func matching(_ tables: [Table]) -> KeyFigures {
        var matched = self
        func linked(_ statements: [Statement]) -> [Statement] {
            statements.map { statement in
                var statement = statement
                if !tables.contains(where: { $0.id == statement.table }) { statement.table = nil }
                return statement
            }
        }
        matched.findings = linked(findings)
        matched.warnings = linked(warnings)
        guard let grid = tables.first(where: { $0.id == table })?.display,
            let column = grid.columns.firstIndex(where: { $0.id == Self.currentColumn })
        else { return matched }
        for index in tiles.indices {
            matched.tiles[index].remarks = linked(tiles[index].remarks)
            guard let row = grid.rows.first(where: { $0.definition == tiles[index].id }) else { continue }
            matched.tiles[index].figure = row.cells[column]
        }
        return matched
    }

    /// The identifier of the column of the table that has the figures of the tiles.
    package static let currentColumn = "current"
}
