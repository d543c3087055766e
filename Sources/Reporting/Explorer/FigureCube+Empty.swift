import Support

extension FigureCube {
    /// The cube without the figures that no record has or that are 0 throughout, which are named among what is left out; and
    /// with the places of upper bounds.
    var withoutEmptyFigures: FigureCube {
        let kinds = figures.indices.map(content)
        func lower(of figure: Figure) -> Int? {
            figures.firstIndex { $0.id + TableBuilder.endingOfUpper == figure.id }
        }
        // A figure and its upper bound stay together.
        let filled = figures.indices.filter { index in
            let other = lower(of: figures[index]) ?? figures.firstIndex { lower(of: $0) == index }
            return kinds[index] == .figures || other.map { kinds[$0] == .figures } == true
        }
        func narrowed(_ slice: Slice) -> Slice { Slice(keys: slice.keys, columns: filled.map { slice.columns[$0] }) }
        var kept = filled.map { figures[$0] }
        for index in kept.indices {
            kept[index].upper = kept.firstIndex { $0.id == kept[index].id + TableBuilder.endingOfUpper }
        }
        let empty = figures.indices.filter { !filled.contains($0) && lower(of: figures[$0]) == nil }.map {
            Omission(
                heading: figures[$0].heading,
                reason: language(kinds[$0] == .zeros ? ExplorerPhrase.allZero : ExplorerPhrase.noRecord))
        }
        return FigureCube(
            title: title, language: language, digits: digits, particulars: particulars, notes: notes, axes: axes,
            figures: kept, ofSessions: narrowed(ofSessions), ofPersons: narrowed(ofPersons), ofPlans: narrowed(ofPlans),
            omissions: omissions + empty, measureOfPersons: measureOfPersons)
    }

    private enum Content { case nothing, zeros, figures }

    /// What the cells of a figure have.
    private func content(of figure: Int) -> Content {
        let places = [ofSessions, ofPersons, ofPlans].reduce(into: Set<Int>()) { $0.formUnion($1.columns[figure]) }
        let numbers = places.compactMap { figures[figure].values[$0].number }
        return numbers.isEmpty ? .nothing : numbers.allSatisfy { $0 == 0 } ? .zeros : .figures
    }
}
