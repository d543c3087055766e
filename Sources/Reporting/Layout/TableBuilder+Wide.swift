import Aggregation
import TrainingStats

extension TableBuilder {
    /// A cross-tabulation, with one group of columns for each key of the column dimensions.
    ///
    /// A cell that the summary does not have gets the measure's value for no records, such as 0 for a count. Members and
    /// headings are codes, as in data output, or names. Where several figures stand in each place, the names of the members
    /// stand once over the figures.
    func wide(usesCodes: Bool) -> Grid {
        let (rowMembers, columnMembers) = (rowMembers, columnMembers)
        let rows = zip(rowMembers, Self.addends(of: rowMembers)).map { members, addends in
            Grid.Row(
                (usesCodes
                    ? members.map { .text($0.code) } : labels(members) { names($0, of: $1) })
                    + columnMembers.flatMap { column in
                        figures.map { self.cell($0, at: members + column, usesCodes: usesCodes) }
                    },
                isTotal: members.contains(.total), isUnknown: members.first == .unknown,
                level: Self.level(of: members), addends: addends,
                additiveColumns: Set(
                    (0..<columnMembers.count * figures.count).filter {
                        isAdditive(figures[$0 % figures.count], members, from: 0)
                    }.map { summary.rowCount + $0 }))
        }
        return Grid(
            columns: summary.dimensions.prefix(summary.rowCount).map {
                Grid.Column(id: $0.id, heading: $0.heading(language), isNumeric: false)
            } + figureColumns(columnMembers, usesCodes: usesCodes), rows: rows,
            groups: usesCodes || figures.count == 1 ? [] : groups(of: columnMembers))
    }

    /// The dimensions whose members stand in the columns.
    var columnDimensions: [Dimension] { Array(summary.dimensions.dropFirst(summary.rowCount)) }

    private func cell(_ figure: Figure, at members: [Summary.Member], usesCodes: Bool) -> Cell {
        lookup[members].map { usesCodes ? figureCell(figure, of: $0) : shownCell(figure, of: $0) }
            ?? marked(
                summary.absentValue(of: figure.measure, at: members)
                    .cell(figure.measure, currency: dataset.settings.currency), figure: figure, members: members)
    }

    /// The columns of figures for these keys of the column dimensions.
    private func figureColumns(_ keys: [[Summary.Member]], usesCodes: Bool) -> [Grid.Column] {
        let isAlone = figures.count == 1
        return zip(keys, Self.addends(of: keys)).flatMap { members, addends in
            let codes = members.map(\.code).joined(separator: "/")
            let named = zip(members, columnDimensions).map { names($0, of: $1) }
            return figures.enumerated().map { offset, figure in
                let adds = isAdditive(figure, members, from: summary.rowCount)
                let label = usesCodes ? members.map(\.code) : named
                var column = Grid.Column(
                    id: isAlone ? codes : codes + ":" + figure.id,
                    heading: heading(of: figure, at: label.joined(separator: " / ")), isNumeric: true,
                    isTotal: members.contains(.total),
                    addends: adds ? addends.map { summary.rowCount + $0 * figures.count + offset } : [],
                    definition: isAlone ? nil : figure.measure.id)
                let names = named.joined(separator: "/")
                column.namedID = isAlone ? names : names + ":" + figure.id
                column.headingInGroup = isAlone || usesCodes ? nil : shortHeading(of: figure)
                return column
            }
        }
    }

    /// The headings over those of the figures: for each dimension the members, each once over all columns that have it.
    private func groups(of keys: [[Summary.Member]]) -> [[Grid.ColumnGroup]] {
        columnDimensions.enumerated().map { level, dimension in
            keys.indices.reduce(into: [Grid.ColumnGroup]()) { groups, place in
                let start = summary.rowCount + place * figures.count
                let columns = start..<(start + figures.count)
                if place > 0, keys[place][...level] == keys[place - 1][...level], let last = groups.indices.last {
                    groups[last].columns = groups[last].columns.lowerBound..<columns.upperBound
                } else {
                    groups.append(Grid.ColumnGroup(heading: names(keys[place][level], of: dimension), columns: columns))
                }
            }
        }
    }

    /// The heading of a figure that says by itself what it is of: the member alone where each has one figure.
    private func heading(of figure: Figure, at member: String) -> String {
        guard !columnDimensions.isEmpty else { return heading(of: figure, language) }
        guard figures.count > 1 else { return member }
        return language(
            Sentence.memberAndFigure, ["member": member, "figure": language.inSentence(shortHeading(of: figure))])
    }

    /// The heading of a figure under that of its member: what is made of the one measure that the title names says that alone.
    private func shortHeading(of figure: Figure) -> String {
        guard let derivation = figure.measure.derivation, summary.measures.count(where: { $0.derivedFrom == nil }) == 1
        else { return heading(of: figure, language) }
        return language.capitalised(derivation(language))
    }
}
