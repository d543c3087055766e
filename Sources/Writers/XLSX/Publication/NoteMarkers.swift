import Reporting
import Support
import TrainingStats

/// The notes of a document, numbered by appearance, and the markers that lead to them: on titles, headings and names of
/// rows, never on figures.
struct NoteMarkers {
    /// The notes in the order of their numbers.
    private(set) var texts: [String] = []
    private var numbers: [String: Int] = [:]
    private let language: Language
    private let digits: Digits
    /// By table: the markers on its title, on the line below, and by definition on headings and rows.
    private var places: [String: Places] = [:]

    private struct Places {
        var title: [Int] = []
        var subtitle: [Int] = []
        var definitions: [String: Int] = [:]
    }

    /// Numbers the notes and definitions of all tables.
    init(_ document: Document) {
        language = document.language
        digits = document.digits
        for table in document.tables {
            var places = Places()
            places.title = table.notes.map { number(of: $0) }
            let used =
                table.display.columns.compactMap(\.definition) + table.display.rows.compactMap(\.definition)
            for definition in table.definitions where !used.contains(definition.id) {
                places.subtitle.append(number(of: definition.line))
            }
            for id in used where places.definitions[id] == nil {
                guard let definition = table.definitions.first(where: { $0.id == id }) else { continue }
                places.definitions[id] = number(of: definition.line)
            }
            self.places[table.id] = places
        }
    }

    private mutating func number(of text: String) -> Int {
        if let known = numbers[text] { return known }
        texts.append(text)
        numbers[text] = texts.count
        return texts.count
    }

    /// The marker of a note.
    func marker(_ number: Int) -> String { language(Sentence.noteMarker, ["number": digits.figure(String(number))]) }

    /// What follows the title of a table.
    func ofTitle(_ table: Table) -> String { suffix(places[table.id]?.title ?? []) }

    /// What follows the line below the title.
    func ofSubtitle(_ table: Table) -> String { suffix(places[table.id]?.subtitle ?? []) }

    /// Some rows of a table with markers on headings and on the names of rows, and its gaps filled.
    ///
    /// Headings stand in one row, and each says by itself what its column is: nothing may be merged.
    func marked(_ table: Table, rows: ArraySlice<Grid.Row>) -> Grid {
        let definitions = places[table.id]?.definitions ?? [:]
        func suffix(_ definition: String?) -> String {
            self.suffix([definition.flatMap { definitions[$0] }].compactMap(\.self))
        }
        var grid = Grid(columns: table.display.columns, rows: Array(rows))
        // Headings are broken over lines, and a marker must not be.
        for index in grid.columns.indices {
            let marker = suffix(grid.columns[index].definition)
            grid.columns[index].heading += marker.isEmpty ? "" : " " + marker.dropFirst().replacing(" ", with: "\u{A0}")
        }
        for index in grid.rows.indices {
            guard case .text(let name) = grid.rows[index].cells.first else { continue }
            grid.rows[index].cells[0] = .text(name + suffix(grid.rows[index].definition))
        }
        return grid
    }

    private func suffix(_ numbers: [Int]) -> String { numbers.map { " " + marker($0) }.joined() }
}
