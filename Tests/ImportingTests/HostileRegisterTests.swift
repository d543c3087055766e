import Records
import Support
import TestSupport
import Testing
import TrainingStats
import Workbooks

@testable import Importing

/// No mapping and no register brings the program down, whatever stands in them.
struct HostileRegisterTests {
    private static let texts = [
        "", " ", "-", "0", "-1", "99999999999999999999999999", "1e999", "31/31/3131", "29/02/2023", "0000-00-00",
        "24:99 - 25:00",
        "999999999999 weeks", "٩٩٩٩٩٩٩٩٩٩٩٩٩٩", "%", "100000000000000000%", "\u{FFFD}", "\u{200F}", "=\"\"", "=\"\"\"",
        "a/b%2Fc",
        "e\u{301}", "🇰🇼", "#", "##", "'", "1446/13/40 هـ", "0.0000000000000001", String(repeating: "x", count: 40_000),
    ]

    @Test(arguments: RegisterFigures.registers)
    func cellsOfAnyText(register: (folder: String, file: String)) throws {
        let path = "\(packageFolder)/\(register.folder)"
        let mapping = try Mapping(json: try FileSystem.bytes(of: path + "/mapping.json"), path: "mapping.json")
        let sheets = try RegisterSheet.all(in: "\(path)/\(register.file)", separator: mapping.separator)
        let kinds: [SheetCell.Kind] = [
            .text, .number, .percent, .date, .dateTime, .time, .boolean, .error, .uncachedFormula,
        ]
        var random = SplitMix64(seed: 7)
        for _ in 0..<6 {
            var odd = sheets
            for index in odd.indices {
                for row in odd[index].rows.indices.dropFirst(8) {
                    for cell in odd[index].rows[row].cells.indices where random.next() % 4 == 0 {
                        odd[index].rows[row].cells[cell].text =
                            Self.texts[Int(random.next() % UInt64(Self.texts.count))]
                        odd[index].rows[row].cells[cell].kind = kinds[Int(random.next() % UInt64(kinds.count))]
                    }
                }
            }
            // What can be refused is refused with a message; what is made is sound.
            do throws(ImportError) {
                let run = try ImportRun(odd, by: mapping, named: "m") { _ in CivilDate(day: 20_500) }
                #expect(run.rejected <= run.records || !run.findings.findings.isEmpty)
            } catch {
                #expect(!error.messages.isEmpty)
            }
        }
    }

    @Test func mappingsOfAnyBytes() throws {
        let folder = packageFolder + "/Tests/ImportingTests/Registers/5-courses-across"
        let bytes = try FileSystem.bytes(of: folder + "/mapping.json")
        let sheets = try RegisterSheet.all(in: folder + "/matrix.xlsx")
        var random = SplitMix64(seed: 11)
        for _ in 0..<150 {
            var odd = bytes
            for _ in 0...(random.next() % 3) {
                let place = Int(random.next() % UInt64(odd.count))
                switch random.next() % 3 {
                case 0: odd[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: odd.removeSubrange(place..<min(odd.count, place + Int(random.next() % 40)))
                default: odd.insert(contentsOf: Array("{}[],:\"\"".utf8.shuffled(using: &random)), at: place)
                }
            }
            do throws(ImportError) {
                _ = try ImportRun(sheets, by: try Mapping(json: odd, path: "m"), named: "m") { _ in
                    CivilDate(day: 20_500)
                }
            } catch {
                #expect(!error.messages.isEmpty)
            }
        }
    }
}
