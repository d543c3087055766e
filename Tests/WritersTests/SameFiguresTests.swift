import Aggregation
import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// The whole report packs of both samples: a figure has the same value in CSV, JSON, Markdown, text and workbooks, in both
/// languages and both profiles.
struct SameFiguresTests {
    static let samples = ["regional-centre", "gulf-military-training"]

    static func documents(_ sample: String, digits: Digits? = nil) throws -> [Document] {
        let answered = try (sample == samples[0] ? first : second).get()
        return try Language.allCases.map { language in
            try ReportBuilder(.full, on: answered.description, context(language, digits)).document(
                disclosed(answered.answers), withRejected: nil, Provenance(inputs: answered.inputs, findings: []),
                completeIn: CompleteTables.allCases)
        }
    }

    private static func context(_ language: Language, _ digits: Digits?) -> ReportContext {
        ReportContext(
            language: language, digits: digits, period: nil, filters: [], today: .day("2019-12-31"), tool: "test")
    }

    // Read once: what a report asks is the same in both languages and in all digits.
    private static let first = Result { try AnsweredSample(samples[0]) }
    private static let second = Result { try AnsweredSample(samples[1]) }

    /// A sample, and the answers to all that its report asks.
    private struct AnsweredSample: Sendable {
        let description: DatasetDescription
        let inputs: [InputRecord]
        let answers: Answers

        init(_ sample: String) throws {
            let loaded = try LoadedDataset(folder: packageFolder + "/Samples/" + sample)
            let context = SameFiguresTests.context(.en, nil)
            description = DatasetDescription(loaded.dataset, today: context.today, catalogue: .builtIn)
            inputs = loaded.tallies.map {
                InputRecord(
                    file: $0.file, rows: $0.rows, rejected: $0.rejected, emptyLines: $0.emptyLines,
                    sha256: String(repeating: "a", count: 64))
            }
            answers = try loaded.answers(to: ReportBuilder(.full, on: description, context).requests)
        }
    }

    /// What is held against a written cell: the number itself, or the words.
    private enum Written: Equatable {
        case number(Double)
        case words(String)
    }

    @Test(arguments: samples, [nil, Digits.latn])
    func everyFormatSaysTheSame(sample: String, digits: Digits?) throws {
        let documents = try Self.documents(sample, digits: digits)
        let (english, arabic) = (documents[0], documents[1])
        #expect(english.tables.count > 10 && english.tables.map(\.id) == arabic.tables.map(\.id))
        var figures = 0
        for (table, other) in zip(english.tables, arabic.tables) {
            expectSameCells(table, other)
            figures += table.display.rows.reduce(0) { $0 + $1.cells.filter(\.isNumber).count }
        }
        for document in documents {
            for (table, rows) in zip(document.tables, try csv(document.tables)) {
                expectSame(data: table, rows, "CSV")
            }
            for (table, rows) in zip(document.tables, try json(document.tables)) {
                expectSame(data: table, rows, "JSON")
            }
            let markdown = markdown(document)
            for table in document.tables {
                let rows = try #require(markdown[table.id])
                let isOfKeyFigures = table.id == document.keyFigures?.table
                expectSame(
                    display: isOfKeyFigures ? table.showingTrends() : table, rows, "Markdown \(document.language)")
                expectSameNumbers(
                    table, in: TextWriter().text(of: table, document.language, digits: digits),
                    "text \(document.language)")
            }
        }
        for profile in WorkbookProfile.allCases {
            for languages in [[english], [arabic], [english, arabic]] {
                try expectSameWorkbook(languages, profile)
            }
        }
        #expect(figures > 1_000)
    }

    /// Titles, headings, notes and definitions of an Arabic report are Arabic; numbers alone, such as years, need no words.
    @Test(arguments: samples) func arabicReportsSpeakArabic(sample: String) throws {
        let arabic = try Self.documents(sample)[1]
        var texts = [arabic.title, arabic.subject, arabic.author] + arabic.particulars.map(\.label)
        texts += arabic.omissions.flatMap { [$0.title, $0.reason] }
        for table in arabic.tables {
            texts += [table.title, table.subtitle] + table.notes + table.display.columns.map(\.heading)
            texts += table.charts.flatMap { [$0.title, $0.categoryTitle, $0.valueTitle] }
            texts += table.definitions.flatMap { [$0.term, $0.text] } + [table.excerpt?.note ?? ""]
        }
        for text in texts where text.contains(where: \.isLetter) {
            #expect(text.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }, "\(text)")
        }
        #expect(texts.count > 200)
    }

    /// Both languages have the same figures at the same places, and the same data.
    private func expectSameCells(_ one: Table, _ other: Table) {
        #expect(one.display.rows.count == other.display.rows.count, "\(one.id)")
        for (left, right) in zip(one.display.rows, other.display.rows) {
            #expect(left.cells.map(\.number) == right.cells.map(\.number), "\(one.id)")
        }
        #expect(one.data.rows == other.data.rows, "\(one.id)")
        #expect(one.data.columns.map(\.id) == other.data.columns.map(\.id), "\(one.id)")
    }

    // MARK: Data output, to the last digit.

    private func expectSame(data table: Table, _ rows: [[Written]], _ format: String) {
        #expect(rows.count == table.data.rows.count, "\(format) \(table.id)")
        for (written, row) in zip(rows, table.data.rows) {
            let expected = row.cells.map { cell -> Written in
                if let number = cell.number { return .number(number) }
                if case .text(let words) = cell { return .words(words) }
                return .words(cell.dataMarker ?? "")
            }
            #expect(written == expected, "\(format) \(table.id)")
        }
    }

    // One program reads all tables of a document: starting one for each takes longer than all else here.

    private func csv(_ tables: [Table]) throws -> [[[Written]]] {
        let script = """
            import csv, io, json, sys
            texts = json.load(sys.stdin)
            print(json.dumps([list(csv.reader(io.StringIO(text, newline="")))[1:] for text in texts]))
            """
        let texts = tables.map { DelimitedWriter.csv(guardsInjection: false).text(of: $0) }
        let read = try JSONDecoder().decode([[[String]]].self, from: python(script, on: texts))
        try #require(read.count == tables.count)
        return zip(read, tables).map { rows, table in
            zip(rows, table.data.rows).map { fields, row in
                zip(fields, row.cells).map { field, cell in
                    cell.isNumber ? Double(field).map { .number($0) } ?? .words(field) : .words(field)
                }
            }
        }
    }

    private func json(_ tables: [Table]) throws -> [[[Written]]] {
        // Numbers come through as they are written.
        let script = """
            import json, sys
            def rows(text):
                read = json.loads(text, parse_float=lambda t: "#" + t, parse_int=lambda t: "#" + t)
                return [[v if v is not None else "" for v in row.values()] for row in read]
            print(json.dumps([rows(text) for text in json.load(sys.stdin)]))
            """
        let texts = tables.map { JSONWriter().text(of: $0) }
        let read = try JSONDecoder().decode([[[String]]].self, from: python(script, on: texts))
        try #require(read.count == tables.count)
        return read.map { rows in
            rows.map { row in
                row.map { $0.hasPrefix("#") ? Double($0.dropFirst()).map { .number($0) } ?? .words($0) : .words($0) }
            }
        }
    }

    private func python(_ script: String, on texts: [String]) throws -> Data {
        try run(
            debianPython, ["-c", script], input: JSONEncoder().encode(texts), environment: ["PYTHONUTF8": "1"]
        ).output
    }

    // MARK: Documents, to the digits that are shown.

    /// Whether a text that people read is the number of a cell, rounded.
    private func shows(_ text: String, _ cell: Cell) -> Bool {
        let text = withLatinDigits(text)
        let plain = text.replacing(",", with: "").replacing("*", with: "")
        switch cell {
        case .whole(let number): return plain == String(number)
        case .decimal(let decimal, let places): return isRounded(plain, from: decimal.double, places: places)
        case .real(let number, let places): return isRounded(plain, from: number, places: places)
        case .share(let share):
            return plain.hasSuffix("%") && isRounded(String(plain.dropLast()), from: share * 100, places: 1)
        case .points(let difference, let unit):
            return text.hasSuffix(" " + unit)
                && isRounded(String(plain.dropLast(unit.count + 1)), from: difference * 100, places: 1)
        case .notApplicable: return text == "[z]"
        case .unknown: return text == "[x]"
        case .date(let date): return text == date.description
        case .signed(let cell):
            let sign = text.prefix(1)
            let isNegative = sign == "\u{2212}"
            guard isNegative || sign == "+" else { return shows(text, cell) && (cell.number ?? 0).magnitude < 0.05 }
            return shows((isNegative ? "-" : "") + text.dropFirst(), cell)
        case .marked(let cell, let marks):
            let ending = " " + marks.shorthand
            return text.hasSuffix(ending) && shows(String(text.dropLast(ending.count)), cell)
        case .text, .empty: return false
        }
    }

    private func isRounded(_ text: String, from number: Double, places: Int) -> Bool {
        guard let shown = Double(text) else { return false }
        return abs(shown - number) <= 0.5 * pow(10, -Double(places)) * (1 + 1e-9) + abs(number) * 1e-15
    }

    private func expectSame(display table: Table, _ rows: [[String]], _ format: String) {
        // Documents to read show long tables as excerpts.
        let shown = table.excerpt?.grid ?? table.display
        #expect(rows.count == shown.rows.count, "\(format) \(table.id)")
        for (fields, row) in zip(rows, shown.rows) {
            #expect(fields.count == row.cells.count, "\(format) \(table.id)")
            for (field, cell) in zip(fields, row.cells) {
                switch cell {
                case .text(let words):
                    #expect(
                        withLatinDigits(field) == withLatinDigits(words.trimmingCharacters(in: .whitespaces)),
                        "\(format) \(table.id)")
                case .empty: #expect(field.isEmpty, "\(format) \(table.id)")
                default: #expect(shows(field, cell), "\(format) \(table.id): \(field) for \(cell)")
                }
            }
        }
    }

    /// The cells of each table of a Markdown report, with the marks of Markdown taken away.
    private func markdown(_ document: Document) -> [String: [[String]]] {
        var tables: [String: [[String]]] = [:]
        var id = ""
        for line in MarkdownWriter().text(of: document).split(separator: "\n") {
            if let anchor = line.firstMatch(of: /^<a id="([^"]*)">/) { id = String(anchor.output.1) }
            guard line.hasPrefix("| ") else { continue }
            let cells = String(line.dropFirst(2).dropLast(2)).replacing("\\|", with: "\u{1}").components(
                separatedBy: " | ")
            tables[id, default: []].append(
                cells.map { cell in
                    let plain = cell.hasPrefix("**") ? String(cell.dropFirst(2).dropLast(2)) : cell
                    return plain.replacing("\u{1}", with: "\\|").replacing(/\\([^\w\s])/) { String($0.output.1) }
                })
        }
        // The headings and the rule below them.
        return tables.mapValues { Array($0.dropFirst(2)) }
    }

    /// The numbers of each line of a text table are those of its row, in their order.
    private func expectSameNumbers(_ table: Table, in text: String, _ format: String) {
        let lines = text.split(separator: "\n").drop { !$0.hasPrefix("─") }.dropFirst().filter { !$0.hasPrefix("─") }
        for (line, row) in zip(lines, table.display.rows) {
            var fields = line.split(separator: /\s{2,}/).map(String.init)[...]
            for cell in row.cells where cell.isNumber || cell.shorthand != nil {
                while let field = fields.first, !shows(field, cell) { fields.removeFirst() }
                #expect(fields.popFirst() != nil, "\(format) \(table.id): no \(cell) in '\(line)'")
            }
        }
    }

    // MARK: Workbooks, to the sixteenth digit.

    private func expectSameWorkbook(_ documents: [Document], _ profile: WorkbookProfile) throws {
        let folder = try TemporaryFolder()
        try writeWorkbook(documents, profile: profile, to: folder.path + "/a.xlsx")
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        for document in documents {
            for table in document.tables {
                // Sheets have the titles of their tables, as far as a tab has room.
                var names = SheetNames()
                let name = names.unique(document.words(table.title))
                let sheet = try #require(book[name], "\(profile): no sheet \(name)")
                #expect(sheet.isRightToLeft == (document.language == .ar), "\(profile) \(name)")
                let range = sheet.tables.first?.value ?? sheet.filtered
                let ref = try #require(range?.firstMatch(of: /^A(\d+):/)?.output.1)
                let first = try #require(Int(ref))
                let place = "\(profile) \(name)"
                for (offset, row) in table.display.rows.enumerated() {
                    let cells = sheet.rows[first + offset]
                    for (column, cell) in row.cells.enumerated() {
                        expectSame(cells[column], cell: cell, isLabel: column == 0, profile: profile, place: place)
                    }
                }
            }
        }
    }

    /// A text with the digits that data have.
    private func withLatinDigits(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.compactMap { scalar in
                    switch scalar.value {
                    case 0x660...0x669: Unicode.Scalar(scalar.value - 0x660 + 0x30)
                    case 0x66C: ","
                    case 0x66B: "."
                    case 0x66A: "%"
                    case 0x2066, 0x2069: nil
                    default: scalar
                    }
                }))
    }

    private func expectSame(
        _ content: ReadWorkbook.Content, cell: Cell, isLabel: Bool, profile: WorkbookProfile, place: String
    ) {
        switch (content, cell) {
        case (.number(let read), _):
            let number = cell.numberOnSheet ?? .nan
            #expect(abs(read - number) <= abs(number) * 1e-15, "\(place): \(read) for \(cell)")
        case (.text(let shown), .text(let words)):
            let read = withLatinDigits(shown)
            let isMarked = profile == .publication && isLabel && read.hasPrefix(words + " [")
            #expect(read == words || isMarked, "\(place): \(read) for \(words)")
        case (.text(let read), .notApplicable), (.text(let read), .unknown):
            #expect(read == cell.shorthand, "\(place)")
        case (.text(let read), .empty): #expect(profile == .publication && read == "[z]", "\(place)")
        case (.empty, .empty): break
        case (.empty, .text(let words)): #expect(words.isEmpty, "\(place)")
        default: Issue.record("\(place): \(content) for \(cell)")
        }
    }
}
