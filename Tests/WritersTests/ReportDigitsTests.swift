import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// One choice of digits holds for a whole report: page, pictures, Markdown, text and both kinds of workbooks, of the report packs
/// of both samples.
struct ReportDigitsTests {
    private static let sample = "regional-centre"

    /// The Arabic report with these digits.
    private func document(_ digits: Digits) throws -> Document {
        try SameFiguresTests.documents(Self.sample, digits: digits)[1]
    }

    private func isArabicDigit(_ scalar: Unicode.Scalar) -> Bool {
        (0x660...0x66C).contains(scalar.value) || (0x6F0...0x6F9).contains(scalar.value)
    }

    /// Whether a text has the other digits, where they are not part of a word with Latin letters.
    private func hasOther(_ text: String, than digits: Digits) -> Bool {
        switch digits {
        case .latn: text.unicodeScalars.contains(where: isArabicDigit)
        case .arab: text.unicodeScalars.contains { ("0"..."9").contains($0) }
        }
    }

    /// The figures of a text by a pattern that finds them.
    private func figures(_ text: String, _ pattern: String) throws -> [String] {
        let expression = try NSRegularExpression(pattern: pattern)
        let whole = NSRange(text.startIndex..., in: text)
        return expression.matches(in: text, range: whole).compactMap { match in
            Range(match.range(at: 1), in: text).map { String(text[$0]) }
        }
    }

    @Test(arguments: Digits.allCases) func figuresHaveOneKindOfDigits(digits: Digits) throws {
        let document = try document(digits)
        let pictures = document.tables.flatMap { TablePicture.all(of: $0, document.language, digits).map(\.file) }
        let texts = [
            ("page", HTMLWriter().text(of: document), ">([^<>]*)</td>"),
            ("pictures", pictures.joined(), "class=.v[^>]*>([^<]*)<"),
            ("Markdown", MarkdownWriter().text(of: document), "[|] ([^| ]*)(?= [|])"),
        ]
        for (format, text, pattern) in texts {
            let figures = try figures(text, pattern).filter { !$0.contains(where: isWord) }
            #expect(figures.count > 100, "\(format) \(document.language)")
            let wrong = figures.filter { hasOther($0, than: digits) }
            #expect(Array(wrong.prefix(9)) == [], "\(format) \(document.language)")
            let isMixed = digits == .latn && hasOther(text, than: .latn)
            #expect(!isMixed, "\(format) \(document.language)")
        }
        // In text, figures stand at the end of each row of a table.
        let lines = TextWriter().text(of: document).split(separator: "\n")
        let ends = lines.compactMap { $0.split(separator: " ").last.map(String.init) }.filter {
            $0.contains(where: isDigit)
        }
        let wrong = ends.filter { !$0.contains(where: isWord) && hasOther($0, than: digits) }
        #expect(ends.count > 100)
        #expect(wrong.prefix(9).allSatisfy { $0 == "0.1.0" }, "text \(document.language)")
    }

    private func isDigit(_ character: Character) -> Bool { character.isNumber }

    private func isWord(_ character: Character) -> Bool { character.isLetter }

    /// Years and numbers in Arabic words, in titles, notes and names, have the digits of the figures.
    @Test func wordsHaveTheDigitsOfFigures() throws {
        let document = try SameFiguresTests.documents(Self.sample)[1].inItsDigits
        var words = [document.title, document.subject] + document.particulars.map(\.value)
        words += document.tables.flatMap { table in
            [table.title, table.subtitle] + table.notes + table.charts.map(\.title)
                + table.display.columns.map(\.heading)
        }
        for text in words where !text.unicodeScalars.contains(where: { $0.isASCII && $0.properties.isAlphabetic }) {
            #expect(!hasOther(text, than: .arab), "\(text)")
        }
        let years = document.tables.flatMap(\.display.rows).flatMap(\.cells).filter { $0 == .text("٢٠١٩") }
        #expect(!years.isEmpty)
    }

    @Test(arguments: Digits.allCases, WorkbookProfile.allCases)
    func formatsOfWorkbooksHaveThem(digits: Digits, profile: WorkbookProfile) throws {
        let document = try document(digits)
        let folder = try TemporaryFolder()
        try writeWorkbook([document], profile: profile, to: folder.path + "/a.xlsx")
        let book = try ReadWorkbook(path: folder.path + "/a.xlsx")
        let mark = digits == .arab ? "[$-2000401]" : document.language == .ar ? "[$-1000000]" : ""
        for sheet in book.sheets {
            for format in sheet.numberFormats {
                #expect(mark.isEmpty ? !format.hasPrefix("[$") : format.hasPrefix(mark), "\(format)")
            }
            for case .text(let text) in sheet.rows.flatMap(\.self) where digits == .latn {
                #expect(!text.unicodeScalars.contains(where: isArabicDigit), "\(sheet.name): \(text)")
            }
        }
        #expect(book.sheets.contains { !$0.numberFormats.isEmpty })
    }

    /// Data have Latin digits whatever is chosen.
    @Test func dataHaveLatinDigits() throws {
        let (one, other) = (
            try document(.arab),
            try document(.latn)
        )
        for (table, same) in zip(one.tables, other.tables) {
            #expect(DelimitedWriter.csv().text(of: table) == DelimitedWriter.csv().text(of: same))
            #expect(DelimitedWriter.tsv().text(of: table) == DelimitedWriter.tsv().text(of: same))
            #expect(JSONWriter().text(of: table) == JSONWriter().text(of: same))
            #expect(
                SDMXWriter(labels: .both, language: .ar).csv(of: table)
                    == SDMXWriter(labels: .both, language: .ar).csv(of: same))
            let text = DelimitedWriter.csv().text(of: table)
            #expect(!text.unicodeScalars.contains(where: isArabicDigit))
        }
    }
}
