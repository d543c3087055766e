import Support

/// Holds the sheets and headings that a mapping names against those that are there.
struct MappingCheck {
    /// What is not there, each once, with its path in the mapping.
    private(set) var problems: [JSONProblem] = []

    /// Checks all tables of a mapping; a heading that several sheets lack is told of the first of them.
    init(of mapping: Mapping, in sheets: [RegisterSheet]) {
        for (index, table) in mapping.tables.enumerated() {
            let path = JSONDocument.path(ofElement: index, in: "tables")
            let own = sheets.filter { table.isOn($0) }
            if own.isEmpty { addMissingSheet(of: table, at: path, sheets) }
            var told: Set<String> = []
            for sheet in own {
                for (key, problem) in Self.problems(of: table, at: path, in: sheet) where told.insert(key).inserted {
                    problems.append(problem)
                }
            }
        }
    }

    private mutating func addMissingSheet(of table: MappedTable, at path: String, _ sheets: [RegisterSheet]) {
        let names = sheets.map { $0.name ?? $0.file }
        let list = Spelling.list(names)
        problems.append(
            JSONProblem(
                path: JSONDocument.path(of: "sheets", in: path),
                message: "no sheet is called \(table.sheets.map { "'\($0)'" }.joined(separator: " or ")); there are "
                    + list.en,
                arabic: "لا ورقة اسمها \(table.sheets.map { "«\($0.isolated)»" }.joined(separator: " أو "))؛ الأوراق: "
                    + list(.ar),
                misspelling: table.sheets.first.map { .init(text: $0, candidates: names) }))
    }

    /// What a sheet lacks, each with what it is told by once.
    private static func problems(
        of table: MappedTable, at path: String, in sheet: RegisterSheet
    ) -> [(key: String, problem: JSONProblem)] {
        if let layout = TableLayout(of: table, in: sheet) {
            return HeadingCheck(of: table, layout, in: sheet).problems(at: path)
        }
        let place = JSONDocument.path(of: "headings", in: path)
        let rows = sheet.rows.prefix(200)
        let texts = rows.flatMap { $0.cells.map { $0.text.joinedToOneLine() } }.filter { $0.utf8.count <= 200 }
        let keys = Set(texts.map(WordIndex.key))
        let missing = table.headings.words.filter { !keys.contains(WordIndex.key(of: $0)) }
        guard !missing.isEmpty else {
            let (words, arabicWords) = (
                table.headings.words.map { "'\($0)'" }.joined(separator: ", "),
                table.headings.words.map { "«\($0.isolated)»" }.joined(separator: "، ")
            )
            return [
                (
                    place,
                    JSONProblem(
                        path: place,
                        message:
                            "\(sheet.title): no row has the headings \(words); correct them, or name the sheet under "
                            + "\"except\"",
                        arabic:
                            "\(sheet.title.isolated): لا صف فيه العناوين \(arabicWords)؛ صحّحها أو اذكر الورقة في \"except\""
                    )
                )
            ]
        }
        var found = missing.map { word in
            (
                place + word,
                JSONProblem(
                    path: place, message: "\(sheet.title): no row has the heading '\(word)'",
                    arabic: "\(sheet.title.isolated): لا صف فيه العنوان «\(word.isolated)»",
                    misspelling: .init(text: word, candidates: texts))
            )
        }
        // The other headings may find the row, so that the fields can be looked at all the same.
        var rest = table
        rest.headings.words.removeAll { missing.contains($0) }
        if let layout = TableLayout(of: rest, in: sheet) {
            found += HeadingCheck(of: rest, layout, in: sheet).problems(at: path)
        }
        return found
    }
}
