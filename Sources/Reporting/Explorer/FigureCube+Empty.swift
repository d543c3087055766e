import Support

extension FigureCube {
    /// The cube without the figures that no record has, which are named among what is left out; and with the places of upper
    /// bounds.
    var withoutEmptyFigures: FigureCube {
        func isFilled(_ figure: Figure) -> Bool { figure.values.contains { ($0.number ?? 0) != 0 } }
        func isUpper(_ figure: Figure) -> Bool {
            figures.contains { $0.id + TableBuilder.endingOfUpper == figure.id }
        }
        let filled = figures.indices.filter { isFilled(figures[$0]) }
        func narrowed(_ slice: Slice) -> Slice { Slice(keys: slice.keys, columns: filled.map { slice.columns[$0] }) }
        var kept = filled.map { figures[$0] }
        for index in kept.indices {
            kept[index].upper = kept.firstIndex { $0.id == kept[index].id + TableBuilder.endingOfUpper }
        }
        let empty = figures.filter { !isFilled($0) && !isUpper($0) }.map {
            Omission(heading: $0.heading, reason: language(ExplorerPhrase.noRecord))
        }
        return FigureCube(
            title: title, language: language, digits: digits, particulars: particulars, notes: notes, axes: axes,
            figures: kept, ofSessions: narrowed(ofSessions), ofPersons: narrowed(ofPersons), ofPlans: narrowed(ofPlans),
            omissions: omissions + empty)
    }
}
