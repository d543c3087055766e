import Foundation
import Reporting
import TestSupport
import Testing

/// Report definitions as values.
struct DefinitionDecoderTests {
    private let decoder = DefinitionDecoder(.builtIn)

    private func sample(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: packageFolder + "/Samples/definitions/\(name).json")))
    }

    /// The sample says in words what the built-in report is.
    @Test func sampleIsTheBuiltInReport() throws {
        #expect(try decoder.decode(sample("full")) == .full)
    }

    @Test func commentsAndByteOrderMark() throws {
        let text = "\u{FEFF}/* a /* b */ {\"tables\": [ // c } ]\n {\"section\": \"k\\u0065y-figures\"} /**/ ]} // d"
        #expect(try decoder.decode(Array(text.utf8)).tables.map(\.id) == ["key-figures"])
    }

    @Test func aPeriodThatEndsBeforeItStartsIsRefused() {
        let text = #"{"tables": [{"section": "key-figures", "period": "2019..2018"}], "period": "2019-06..2019-05"}"#
        let error = #expect(throws: DefinitionErrors.self) { try decoder.decode(Array(text.utf8)) }
        let problems = error?.problems.filter { $0.message.contains("ends before it starts") }.map(\.path)
        #expect(problems?.contains("period") == true)
    }

    /// Mistakes are told in the order of the file, those of conditions and filters among those of names; what is wrong with one
    /// key of a table hides nothing of another.
    @Test func mistakesAreToldInTheOrderOfTheFile() {
        let text = """
            {
              "tables": [
                {
                  "id": "a", "title": {"en": "A", "ar": "أ"},
                  "having": "traines>3",
                  "persons": "rank=1",
                  "rows": ["stat"],
                  "filters": {"sexx": ["F"]},
                  "measures": ["trainees", "sesions"]
                }
              ],
              "period": "2019-13"
            }
            """
        let error = #expect(throws: DefinitionErrors.self) { try decoder.decode(Array(text.utf8)) }
        #expect(
            error?.problems.map(\.path) == [
                "tables[0].having", "tables[0].persons", "tables[0].rows[0]", "tables[0].filters.sexx",
                "tables[0].measures[1]", "period",
            ])
    }

    /// Whatever is done to a file, it is read or refused.
    @Test(arguments: ["full", "training-office"]) func damagedFiles(name: String) throws {
        let sound = try sample(name)
        var state: UInt64 = 7
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = ["\"", "{", "}", "[", "]", ",", ":", "\\u", "\\ud83d", "//", "/*", "null", "-1e9", "\u{0}", "ج"]
        var refused = 0
        for _ in 0..<400 {
            var bytes = sound
            for _ in 0...random(3) {
                let place = random(bytes.count)
                switch random(4) {
                case 0: bytes[place] = UInt8(random(256))
                case 1: bytes.insert(contentsOf: Array(pieces[random(pieces.count)].utf8), at: place)
                case 2: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random(40)))
                default: bytes = Array(bytes.prefix(max(1, place)))
                }
            }
            do throws(DefinitionErrors) {
                _ = try decoder.decode(bytes)
            } catch {
                refused += 1
                #expect(!error.problems.isEmpty && error.problems.allSatisfy { !$0.message.isEmpty })
            }
        }
        #expect(refused > 200)
    }

    @Test func depthHasAnEnd() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: DefinitionErrors.self) { try decoder.decode(Array(text.utf8)) }
    }
}
