import Foundation
import Support
import TestSupport
import Testing

/// Workbooks to fill in, and copies with findings, by the command line.
struct TemplateTests {
    /// What goes into a template comes back: the figures of all tables are those of the folder, byte for byte.
    @Test(arguments: ["regional-centre", "gulf-military-training"], ["en", "ar", "en,ar"])
    func theFiguresAreTheSame(of sample: String, in languages: String) throws {
        let folder = try TemporaryFolder()
        let made = try tadrib(
            ["template", "-q", "--lang", languages, "-o", "registration.xlsx", "\(samples)/\(sample)"],
            folder: folder.path)
        try #require(made.code == 0, "\(made.errors)")
        func tables(_ source: String, _ target: String) throws -> [String: [UInt8]] {
            let result = try tadrib(
                [
                    "report", source, "-o", target, "--format", "csv", "--today", "2019-12-31", "-q", "--max-rejects",
                    "5%",
                ],
                folder: folder.path)
            try #require(result.code == 0, "\(result.errors)")
            let path = "\(folder.path)/\(target)/tables"
            var tables: [String: [UInt8]] = [:]
            // What was read differs: a workbook has the names of sheets, and the states and topics that are built in.
            for name in try FileManager.default.contentsOfDirectory(atPath: path) where name != "quality.csv" {
                tables[name] = try FileSystem.bytes(of: "\(path)/\(name)")
            }
            return tables
        }
        let expected = try tables("\(samples)/\(sample)", "folder")
        let found = try tables("registration.xlsx", "workbook")
        #expect(expected.count > 9)
        #expect(expected.keys.sorted() == found.keys.sorted())
        for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
    }

    @Test func findingsStandInTheirCells() throws {
        let folder = try TemporaryFolder()
        let dataset = folder.path + "/records"
        // Byte by byte: a copy with its attributes may be refused to an ordinary user.
        try FileSystem.makeFolder(dataset)
        for name in try FileSystem.names(in: "\(samples)/broken/corrected") {
            try AtomicFile.write(FileSystem.bytes(of: "\(samples)/broken/corrected/\(name)"), to: "\(dataset)/\(name)")
        }
        try AtomicFile.write(
            FileSystem.bytes(of: dataset + "/trainers.csv") + Array("R9,Trainer 9,KWT,Centre,sometimes\n".utf8),
            to: dataset + "/trainers.csv")
        _ = try tadrib(["template", "-q", "-o", "registration.xlsx", "records"], folder: folder.path)
        let before = try FileSystem.bytes(of: folder.path + "/registration.xlsx")
        let checked = try tadrib(
            ["check", "registration.xlsx", "--annotate", "copy.xlsx", "--today", "2025-12-31"], folder: folder.path)
        #expect(checked.code == 65)
        let book = try ReadWorkbook(path: folder.path + "/copy.xlsx")
        #expect(book.sheets.first?.name == "Findings")
        let line = try #require(book.sheets.first?.rows.dropFirst(3).first)
        let place = try #require(line.first)
        #expect(line.dropFirst().prefix(3) == [.text("error"), .text("Trainers"), .text("bad-code")])
        guard case .text(let cell) = place else { return #expect(Bool(false), "\(place)") }
        #expect(cell.hasPrefix("E"))
        for target in ["registration.xlsx", "./registration.xlsx"] {
            let refused = try tadrib(["check", "registration.xlsx", "--annotate", target], folder: folder.path)
            #expect(refused.code == 64)
        }
        #expect(try FileSystem.bytes(of: folder.path + "/registration.xlsx") == before)
        let again = try tadrib(["check", "copy.xlsx", "--today", "2025-12-31"], folder: folder.path)
        #expect(again.text.contains("copy.xlsx!Trainers:\(cell): bad-code"))
    }
}
