import Support

extension Document {
    /// The document with all its words in its digits; figures are cells, which writers show in them.
    package var inItsDigits: Document {
        var document = self
        document.title = words(title)
        document.subject = words(subject)
        document.author = words(author)
        document.lead = words(lead)
        document.keyFigures = keyFigures?.mapWords(words)
        document.particulars = particulars.map { Particular(label: words($0.label), value: words($0.value)) }
        document.tables = tables.map { $0.inDigits(digits, language) }
        document.omissions = omissions.map {
            Omission(id: $0.id, title: words($0.title), reason: words($0.reason))
        }
        return document
    }

    /// Words that a writer adds, in the digits of the document.
    package func words(_ text: String) -> String { digits.words(text, in: language) }
}

extension Table {
    /// The table with all its words for people in some digits; its data stay as they are.
    package func inDigits(_ digits: Digits, _ language: Language) -> Table {
        func words(_ text: String) -> String { digits.words(text, in: language) }
        var table = self
        table.title = words(title)
        table.subtitle = words(subtitle)
        table.period = period.map(words)
        table.display = display.mapWords(words)
        table.excerpt = excerpt.map { Excerpt(grid: $0.grid.mapWords(words), note: words($0.note)) }
        table.notes = notes.map(words)
        table.trends = trends?.mapWords(words)
        table.definitions = definitions.map {
            Definition(id: $0.id, term: words($0.term), text: words($0.text), adds: $0.adds)
        }
        table.charts = charts.map { chart in
            var chart = chart
            chart.title = words(chart.title)
            chart.headline = chart.headline.map { KeyFigures.Statement(words($0.words), $0.figures) }
            chart.unit = words(chart.unit)
            chart.categoryTitle = words(chart.categoryTitle)
            chart.valueTitle = words(chart.valueTitle)
            chart.emptyPeriods = chart.emptyPeriods.mapValues { $0.map(words) }
            chart.remark = words(chart.remark)
            chart.source = words(chart.source)
            return chart
        }
        return table
    }
}

extension Grid {
    /// The grid with its headings and words changed; texts that must be kept whole, such as identifiers, stay as they are.
    fileprivate func mapWords(_ change: (String) -> String) -> Grid {
        var grid = self
        for column in columns.indices {
            grid.columns[column].heading = change(columns[column].heading)
            grid.columns[column].headingInGroup = columns[column].headingInGroup.map(change)
            grid.columns[column].period = columns[column].period.map(change)
            guard !columns[column].keepsWhole else { continue }
            // Most words stay as they are; rows without others are not copied.
            for row in rows.indices {
                if let changed = rows[row].cells[column].mapWords(change) { grid.rows[row].cells[column] = changed }
            }
        }
        for level in groups.indices {
            for group in groups[level].indices {
                grid.groups[level][group].heading = change(groups[level][group].heading)
            }
        }
        return grid
    }
}

extension Cell {
    /// The cell with its words changed; nil if it has no words, or if they stay as they are.
    fileprivate func mapWords(_ change: (String) -> String) -> Cell? {
        switch self {
        case .text(let text):
            let changed = change(text)
            return changed.hasBytes(of: text) ? nil : .text(changed)
        case .signed(let cell): return cell.mapWords(change).map { .signed($0) }
        case .marked(let cell, let marks): return cell.mapWords(change).map { .marked($0, marks) }
        default: return nil
        }
    }
}
