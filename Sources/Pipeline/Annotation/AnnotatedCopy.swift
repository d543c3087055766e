import Records
import Reporting
import Support
import TrainingStats
import Workbooks
import Writers

/// A copy of a workbook for those who typed it: each finding as a coloured cell with a comment, and a sheet that lists all.
package struct AnnotatedCopy {
    /// What the copy is made of.
    private let source: any RecordSource
    private let target: String
    private let language: Language
    private let today: CivilDate
    private let tool: String

    /// A copy of the workbook of a source.
    ///
    /// - Throws: ``PipelineError`` where the source is no workbook.
    package init(
        of source: any RecordSource, to target: String, language: Language, today: CivilDate, tool: String
    ) throws(PipelineError) {
        guard source is WorkbookSource else {
            throw PipelineError.copyOfNoWorkbook(target: target, source: source.path)
        }
        guard !FileStatus.areSame(target, source.path) else {
            throw PipelineError.copyIsSource(path: target)
        }
        self.target = target
        self.source = source
        self.language = language
        self.today = today
        self.tool = tool
    }

    /// Writes the copy, which is there in whole or not at all; the workbook itself is never written over.
    package func write(_ findings: [Finding]) throws {
        let inputs = try source.contents().inputs
        let batch = AtomicFileBatch()
        try batch.writeWorkbook(to: target) { temporary in
            do { try write(findings, toFileAt: temporary) } catch let error as SpreadsheetError {
                throw ReadError(error)
            }
        }
        // The findings are those of the workbook as it was read.
        for input in inputs { try input.checkUnchanged() }
        try batch.commit()
    }

    private func write(_ findings: [Finding], toFileAt target: String) throws {
        let book = try Spreadsheet(path: source.path)
        let name = FilePath.parts(of: source.path).name
        let remarks = findings.map { CellRemarks.Remark($0, inWorkbook: name) }
        let marks = CellRemarks(remarks, language)
        var copy = try AnnotatedWorkbook(
            path: target, listName: SheetPurpose.findings.title(language), isRightToLeft: language.isRightToLeft,
            title: title(of: name), author: tool, created: today)
        var names: [String: String] = [:]
        // A list of an earlier check is not copied: it would be taken for the new one.
        for sheet in book.sheets where SheetPurpose(sheetNamed: sheet.name) != .findings {
            names[sheet.name] = try copyRows(of: sheet, in: book, marks: marks, to: &copy)
        }
        try copy.writeList(
            title: title(of: name), headings: Self.headings.map { $0(language) }, widths: [12, 12, 26, 24, 24, 80],
            lines: remarks.map { line($0, names) })
        try copy.close()
    }

    private func line(_ remark: CellRemarks.Remark, _ names: [String: String]) -> RemarkLine {
        let finding = remark.finding
        let target = remark.sheet.flatMap { names[$0] }.map { (sheet: $0, cell: remark.cell) }
        return RemarkLine(
            place: remark.sheet == nil ? finding.place : "\(remark.letters)\(finding.line)", target: target,
            isError: finding.code.severity == .error,
            texts: [
                language(finding.code.severity == .error ? Phrase.error : Phrase.warning), remark.sheet ?? "",
                finding.code.rawValue, finding.value, finding.wording(language),
            ])
    }

    private func title(of name: String) -> String {
        BilingualText(en: "Findings in \(name)", ar: "ملاحظات على \(name)")(language)
    }

    private static let headings: [BilingualText] = [
        .init(en: "Cell", ar: "الخلية"), .init(en: "Severity", ar: "الشدة"), .init(en: "Sheet", ar: "الورقة"),
        .init(en: "Code", ar: "الرمز"),
        .init(en: "Value", ar: "القيمة"), .init(en: "What to do", ar: "ما العمل"),
    ]

    /// Copies the rows of a sheet; returns its name in the copy.
    private func copyRows(
        of sheet: Workbooks.Sheet, in book: Spreadsheet, marks: CellRemarks, to copy: inout AnnotatedWorkbook
    ) throws -> String {
        let rows = try book.rows(of: sheet)
        guard var row = try rows.next() else { return try copy.beginSheet(sheet.name, isRightToLeft: false) }
        let name = try copy.beginSheet(sheet.name, isRightToLeft: row.isArabic)
        let isTable =
            switch SheetPurpose(sheetNamed: sheet.name) {
            case .records, .settings, .measures: true
            default: false
            }
        try copy.write(row.copied(marks[sheet.name, row.number]), row: row.number - 1, isHeading: isTable)
        while let next = try rows.next() {
            row = next
            try copy.write(row.copied(marks[sheet.name, row.number]), row: row.number - 1, isHeading: false)
        }
        return name
    }
}
