import Records
import Support
import Workbooks

extension RegisterSheet {
    /// The sheets of a workbook, or the one of a CSV file: what it is is told by its first bytes.
    ///
    /// The separator is that of a CSV file; nil for what its lines have most of.
    ///
    /// - Throws: ``ImportError`` where the file cannot be read.
    package static func all(in path: String, separator: UInt8? = nil) throws(ImportError) -> [RegisterSheet] {
        switch SpreadsheetFile(path: path) {
        case .archive, .compoundFile: try sheets(ofWorkbook: path)
        case .other, nil: [try csv(path, separator: separator)]
        }
    }

    /// How many cells, and bytes of text, all sheets of a register may have, since they are held in memory.
    private static let (mostCells, mostBytes) = (10_000_000, 128 << 20)

    /// The sheets of a workbook.
    private static func sheets(ofWorkbook path: String) throws(ImportError) -> [RegisterSheet] {
        do throws(SpreadsheetError) {
            let book = try Spreadsheet(path: path)
            var sheets: [RegisterSheet] = []
            var (cellCount, byteCount) = (0, 0)
            for sheet in book.sheets {
                let reader = try book.rows(of: sheet)
                var rows: [Row] = []
                while let row = try reader.next() {
                    cellCount += row.cells.count
                    byteCount += row.cells.reduce(0) { $0 + $1.text.count }
                    guard cellCount <= mostCells, byteCount <= mostBytes else {
                        throw SpreadsheetError(
                            .tooLarge, path: path, place: sheet.name,
                            reason: "a register has at most \(mostCells) cells and \(mostBytes) bytes of text; split it"
                        )
                    }
                    let cells = row.cells.map {
                        Cell(column: $0.column, kind: $0.kind, text: String(decoding: $0.text, as: UTF8.self))
                    }
                    rows.append(Row(number: row.number, isHidden: row.isHidden, cells: cells))
                }
                sheets.append(
                    RegisterSheet(
                        file: FilePath.parts(of: path).name, name: sheet.name, isHidden: sheet.isHidden, rows: rows,
                        merged: reader.mergedRanges))
            }
            return sheets
        } catch {
            throw .unreadable(
                .init(en: error.message, ar: "\(FilePath.parts(of: error.path).name.isolated): \(error.text(.ar))"))
        }
    }

    /// The lines of a CSV file.
    private static func csv(_ path: String, separator: UInt8?) throws(ImportError) -> RegisterSheet {
        let text: LooseCSV
        do throws(ReadError) {
            text = try LooseCSV(path: path, separator: separator)
        } catch {
            throw .unreadable(error.texts.first ?? .init(en: error.message))
        }
        let file = FilePath.parts(of: path).name
        if let place = text.unsoundLine {
            throw .unreadable(
                .init(
                    en: "\(file):\(place): the text is not UTF-8, UTF-16 or Windows-1256; save it as UTF-8",
                    ar:
                        "\("\(file):\(place)".isolated): النص ليس بترميز UTF-8 ولا UTF-16 ولا Windows-1256؛ احفظه بترميز UTF-8"
                ))
        }
        if let line = text.brokenLine, !text.isQuotedAsAWhole {
            throw .unreadable(
                .init(
                    en:
                        "\(file):\(line): a quote in this record is not closed, or text follows a closing quote, or it has "
                        + "too many fields; correct it (quotes inside a field in quotes are doubled)",
                    ar:
                        "\("\(file):\(line)".isolated): علامة اقتباس لم تُغلق أو بعدها نص، أو الحقول أكثر مما يُقرأ؛ صحّح السجل "
                        + "(تُضاعف علامات الاقتباس داخل الحقل)"))
        }
        if text.isQuotedAsAWhole {
            throw .unreadable(
                .init(
                    en:
                        "\(file): each line is one field in quotes that holds the others (a CSV in a CSV); export it again, "
                        + "or open it in a spreadsheet program, split the column at its commas, and save it",
                    ar:
                        "\(file.isolated): كل سطر حقل واحد بين علامتي اقتباس فيه بقية الحقول؛ صدّر الملف من جديد، أو افتحه في "
                        + "برنامج الجداول واقسم العمود عند الفواصل واحفظه"))
        }
        let rows = text.records.map { record in
            let cells = record.fields.enumerated().compactMap { column, field in
                field.isEmpty
                    ? nil
                    : Cell(
                        column: column, text: field.utf8.first == UInt8(ascii: "=") ? CellText.unguarded(field) : field)
            }
            return Row(number: record.line, cells: cells)
        }
        return RegisterSheet(file: file, rows: rows.filter { !$0.cells.isEmpty })
    }
}
