import Support

/// Finds what a heading says that its column holds.
package enum HeadingIndex {
    /// What the column below a heading can hold, the likeliest first; empty where the heading is not known.
    ///
    /// The whole heading is compared, by the rules of the same name: `Training Budget` is no cost because Cost is in no part
    /// of it. What stands in brackets at its end is passed over if the heading is not known with it: `Cost (KD)`.
    package static func columns(for heading: String) -> [RegisterColumn] {
        if let found = columns[key(of: heading)] { return found }
        let bare = withoutUnit(heading)
        return bare == heading ? [] : columns[key(of: bare)] ?? []
    }

    /// What stands in brackets at the end of a heading: KD of `Cost (KD)`.
    package static func unit(of heading: String) -> String? {
        let bare = withoutUnit(heading)
        guard bare != heading else { return nil }
        return CellText.tidied(heading.dropFirst(bare.count).filter { !"()[]".contains($0) })
    }

    /// What spellings of one heading have in common; `%` and `#` stand for themselves.
    package static func key(of heading: String) -> String {
        let folded = Spelling.folded(heading)
        return folded.isEmpty ? CellText.tidied(heading).filter { $0 != ":" } : folded
    }

    private static func withoutUnit(_ heading: String) -> String {
        let tidy = CellText.tidied(heading)
        guard let last = tidy.last, ")]".contains(last), let open = tidy.lastIndex(where: { "([".contains($0) }),
            open > tidy.startIndex
        else { return heading }
        return CellText.tidied(String(tidy[..<open]))
    }

    private static let columns: [String: [RegisterColumn]] = {
        var columns: [String: [RegisterColumn]] = [:]
        for (column, headings) in HeadingWords.spellings {
            for line in headings.split(whereSeparator: \.isNewline) {
                for heading in line.split(separator: "|") {
                    let key = key(of: String(heading))
                    if columns[key]?.contains(column) != true { columns[key, default: []].append(column) }
                }
            }
        }
        return columns
    }()
}
