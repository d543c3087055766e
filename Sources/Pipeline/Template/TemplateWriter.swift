import Records
import Support
import TrainingStats
import Writers

/// Writes a workbook that people fill in, empty or with the records of a dataset.
package struct TemplateWriter {
    private let request: TemplateRequest
    private let contents: SourceContents
    private let settings: DatasetSettings
    private let catalogue: TemplateCatalogue
    private let tool: String

    /// Looks up the records that it is to be filled with.
    package init(_ request: TemplateRequest, tool: String) throws {
        self.request = request
        self.tool = tool
        contents = try request.source?.contents() ?? SourceContents(tables: [:])
        settings = try contents.datasetSettings()
        catalogue = try TemplateCatalogue(of: contents, settings)
    }

    /// Writes the workbook, which is there in whole or not at all.
    ///
    /// - Throws: ``PipelineError`` where a row cannot be taken apart into fields, `WriteError` where a table has more rows
    ///   than a sheet, and errors of reading and writing.
    package func write(to path: String) throws -> MadeTemplate {
        if let source = request.source, FileStatus.areSame(path, source.path) {
            throw PipelineError.outputIsDataset(path: path)
        }
        let batch = AtomicFileBatch()
        var made = MadeTemplate(rows: [])
        try batch.writeWorkbook(to: path) { made = try write(temporary: $0) }
        for input in contents.inputs { try input.checkUnchanged() }
        try batch.commit()
        return made
    }

    private func write(temporary path: String) throws -> MadeTemplate {
        var workbook = try FormWorkbook(
            path: path, isRightToLeft: request.language.isRightToLeft, hasArabic: request.languages.contains(.ar),
            title: request.text(TemplateHelp.title, by: " · "), author: tool, created: request.today)
        try workbook.add(TemplateHelp(request, isHijri: isHijri).page)
        var made = MadeTemplate(rows: [])
        let cells = TemplateCells(
            states: catalogue.states, topics: catalogue.topics, isHijri: isHijri, language: request.language)
        for table in Self.order {
            let count =
                switch table {
                case .states: try writeCatalogue(catalogue.stateRows, of: table, cells, to: &workbook)
                case .topics: try writeCatalogue(catalogue.topicRows, of: table, cells, to: &workbook)
                default: try writeRecords(of: table, cells, to: &workbook)
                }
            made.rows.append((table, count))
        }
        try writeSettings(to: &workbook)
        try writeMeasures(to: &workbook)
        for list in TemplateList.all(request) { try workbook.define(list) }
        try workbook.close()
        return made
    }

    /// The order of the sheets: what every dataset has comes first, as it is filled in.
    static let order = RecordTable.allCases.sorted { place(of: $0) < place(of: $1) }

    private static func place(of table: RecordTable) -> Int {
        switch table {
        case .courses: 0
        case .sessions: 1
        case .trainees: 2
        case .participations: 3
        case .attendance: 4
        case .headcounts: 5
        case .trainers: 6
        case .assignments: 7
        case .affiliations: 8
        case .persons: 9
        case .states: 10
        case .topics: 11
        case .labels: 12
        case .targets: 13
        case .requirements: 14
        case .rates: 15
        case .evaluations: 16
        case .followups: 17
        case .published: 18
        }
    }

    private var isHijri: Bool { settings.calendar.ofRecords == .hijri }

    /// Writes the rows of a table; returns how many there are.
    private func writeRecords(
        of table: RecordTable, _ cells: TemplateCells, to workbook: inout FormWorkbook
    ) throws -> Int {
        let rows = try RecordRows(of: table, in: contents, settings: settings)
        let others = rows?.otherColumns ?? []
        let columns = TemplateColumns(
            of: table, having: rows.map { Set($0.columns.compactMap(\.self)) },
            others: others.map { (rows?.headings[$0] ?? "", rows?.ownFields[$0]) }, isHijri: isHijri, request: request)
        try workbook.beginSheet(
            request.name(of: .records(table)), columns: columns.columns, colour: colour(of: table))
        guard let rows else { return 0 }
        // Where in a row of the source the field of each column stands.
        let names = table.fields.map(\.name)
        let places = columns.fields.map { field in
            rows.columns.firstIndex { position in position.map { names[$0] == field.name } ?? false }
        }
        let conversions =
            columns.fields.map { cells.conversion(of: $0.content) }
            + others.map { cells.conversion(of: rows.ownFields[$0]?.content ?? .text) }
        let sources = places + others.map { Optional($0) }
        var failure: WriteError?
        var count = 0
        let wrong = try workbook.writeAll(
            rows, of: sources, conversions, failure: &failure, count: &count)
        if let failure { throw failure }
        if let wrong { throw PipelineError(rowWithoutFields: wrong) }
        return count
    }

    /// Writes a table that has rows which are built in; returns how many the dataset has.
    private func writeCatalogue(
        _ rows: TemplateCatalogue.Rows, of table: RecordTable, _ cells: TemplateCells, to workbook: inout FormWorkbook
    ) throws(WriteError) -> Int {
        let columns = TemplateColumns(
            of: table, having: nil, others: rows.others.map { ($0, nil) }, isHijri: isHijri, request: request)
        try workbook.beginSheet(
            request.name(of: .records(table)), columns: columns.columns, colour: colour(of: table))
        let conversions =
            columns.fields.map { cells.conversion(of: $0.content) }
            + rows.others.map { _ in
                cells.conversion(of: .text)
            }
        for texts in rows.texts { try workbook.write(zip(texts, conversions).map { $1($0) }) }
        return rows.recorded
    }

    private func writeSettings(to workbook: inout FormWorkbook) throws(WriteError) {
        func column(_ heading: BilingualText) -> FormColumn {
            FormColumn(heading: request.text(heading), format: .text, isNeeded: false)
        }
        try workbook.beginSheet(
            request.name(of: .settings),
            columns: [
                column(.init(en: "Setting", ar: "الإعداد")), column(.init(en: "Value", ar: "القيمة")),
                column(.init(en: "Meaning", ar: "المعنى")),
            ], colour: 0x7F7F7F)
        for (field, value) in SettingRows.rows(of: settings, request.language) {
            try workbook.write([
                .text(request.text(field.heading, by: " · ")), value.isEmpty ? .empty : .text(value),
                .text(request.prose(field.meaning)),
            ])
        }
    }

    /// Writes the text of the measures, a line in each row.
    private func writeMeasures(to workbook: inout FormWorkbook) throws {
        let rule = FormRule(
            check: .anything, title: SheetPurpose.measures.title(request.language),
            message: request.text(TemplateHelp.meaningOfMeasures), refusal: "")
        try workbook.beginSheet(
            request.name(of: .measures),
            columns: [
                FormColumn(
                    heading: request.text(TemplateHelp.headingOfMeasures), format: .text, isNeeded: false, rule: rule)
            ], colour: 0x7F7F7F)
        guard let text = try contents.measuresText() else { return }
        // Other signs that end lines may stand in texts of JSON.
        var lines = String(decoding: text, as: UTF8.self).split(omittingEmptySubsequences: false) {
            $0 == "\n" || $0 == "\r\n" || $0 == "\r"
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines { try workbook.write([line.isEmpty ? .empty : .text(String(line))]) }
    }

    private func colour(of table: RecordTable) -> UInt32 {
        switch table {
        case .courses, .sessions, .trainees, .participations: 0x1F4E79
        default: 0x9DC3E6
        }
    }
}

extension FormWorkbook {
    /// Writes all rows of a table; returns what is wrong with one that has no fields.
    fileprivate mutating func writeAll(
        _ rows: RecordRows, of places: [Int?], _ conversions: [(String) -> FormCell], failure: inout WriteError?,
        count: inout Int
    ) throws(ReadError) -> Finding? {
        try rows.forEach { row in
            guard failure == nil else { return }
            let cells = zip(places, conversions).map { place, convert in
                place.map { convert(row.fields[$0]) } ?? .empty
            }
            do throws(WriteError) {
                try write(cells)
                count += 1
            } catch {
                failure = error
            }
        }
    }
}

extension PipelineError {
    /// The error of a row that cannot be taken apart into fields, and so not be put into cells.
    init(rowWithoutFields finding: Finding) {
        self = .rowWithoutFields(
            place: finding.place, problem: BilingualText(en: finding.wording(.en), ar: finding.wording(.ar)))
    }
}
