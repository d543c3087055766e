import Support
import TrainingStats
import Workbooks

/// A dataset as a workbook: a sheet for each table, one for the settings, and one for measures of its own.
///
/// Sheets are found by the names of their tables and headings by those of their columns, in either language.
public struct WorkbookSource: RecordSource {
    /// The path of the workbook.
    public let path: String

    /// The dataset in a workbook; nothing is looked up yet.
    public init(_ path: String) { self.path = path }

    /// What messages call a table that is missing.
    public func path(of table: RecordTable) -> String { "\(path)!\(table.rawValue)" }

    /// The settings, measures and tables in the workbook.
    ///
    /// - Throws: ``ReadError`` where it cannot be read, where two sheets are the same table, or headings are merged.
    public func contents() throws(ReadError) -> SourceContents {
        let name = FilePath.parts(of: path).name
        guard let file = try InputFile(name, path: path) else {
            throw .missing(
                path: path,
                remedy: .init(
                    en: "give the workbook that holds the dataset's tables",
                    ar: "اذكر المصنف الذي فيه جداول مجموعة البيانات"))
        }
        let book = WorkbookFile(file: file, book: try Self.spreadsheet(path))
        var contents = SourceContents(tables: [:])
        for sheet in book.book.sheets {
            switch Self.purpose(of: sheet) {
            case .records(let table):
                // The sheets of a template that nobody has filled in are no tables.
                guard try book.first(2, of: sheet).count > 1 else { continue }
                if let other = contents.tables[table] {
                    throw .unreadable(
                        path: path,
                        reason: .init(
                            en:
                                "both '\(other.name)' and '\(name)!\(sheet.name)' are the table \(table.rawValue); remove "
                                + "or rename one of them",
                            ar:
                                "الورقتان «\(other.name.isolated)» و«\("\(name)!\(sheet.name)".isolated)» كلتاهما الجدول "
                                + "\(table.rawValue.isolated)؛ احذف إحداهما أو غيّر اسمها"))
                }
                contents.tables[table] = try WorkbookSheet(book, sheet, table)
            case .settings:
                guard contents.settings == nil else {
                    throw .unreadable(
                        path: path,
                        reason: .init(
                            en: "there are two sheets with settings; remove one of them",
                            ar: "فيه ورقتان للإعدادات؛ احذف إحداهما"))
                }
                contents.settings = try WorkbookSettings(book, sheet)
            case .measures:
                guard contents.measures == nil else {
                    throw .unreadable(
                        path: path,
                        reason: .init(
                            en: "there are two sheets with measures; remove one of them",
                            ar: "فيه ورقتان للمقاييس؛ احذف إحداهما"))
                }
                contents.measures = try WorkbookMeasures(book, sheet)
            case .help, .findings: break
            case nil:
                guard try !book.isEmpty(sheet) else { continue }
                contents.notices.append(
                    BilingualText(
                        en: "\(name): the sheet '\(sheet.name)' is none of the tables, and is not read",
                        ar: "\(name.isolated): الورقة «\(sheet.name.isolated)» ليست من الجداول ولم تُقرأ"))
            }
        }
        return contents
    }

    /// What a sheet is: by its name, or by the name that the table's file has.
    static func purpose(of sheet: Sheet) -> SheetPurpose? {
        if let purpose = SheetPurpose(sheetNamed: sheet.name) { return purpose }
        for ending in [".csv", ".json"] where sheet.name.lowercased().hasSuffix(ending) {
            return SheetPurpose(sheetNamed: String(sheet.name.dropLast(ending.count)))
        }
        return nil
    }

    static func spreadsheet(_ path: String) throws(ReadError) -> Spreadsheet {
        do throws(SpreadsheetError) {
            return try Spreadsheet(path: path)
        } catch {
            if error.kind == .notASpreadsheet, SpreadsheetFile(path: path) == .archive {
                throw .noDataset(.archive(path))
            }
            throw ReadError(error)
        }
    }
}

/// A dataset that lies in files.
public enum DatasetFiles {
    /// The source at a path: a workbook if the file is one by what it holds, else a folder of CSV files.
    public static func source(_ path: String) -> any RecordSource {
        switch SpreadsheetFile(path: path) {
        case .archive, .compoundFile: WorkbookSource(path)
        case .other, nil: CSVFolder(path)
        }
    }
}

extension ReadError {
    /// The error of a workbook.
    package init(_ error: SpreadsheetError) {
        self = .unreadable(path: error.path + (error.place.map { "!" + $0 } ?? ""), reason: error.text)
    }
}
