import Aggregation
import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Commands
@testable import Records
@testable import Releases

/// The reference of the program names all that the program knows, so that a page cannot go stale in silence.
struct DocumentationTests {
    private func page(_ name: String) throws -> String {
        try String(contentsOfFile: packageFolder + "/Sources/tadrib/tadrib.docc/\(name).md", encoding: .utf8)
    }

    /// The parts of a page by their headings of the second level.
    private func sections(_ name: String) throws -> [String: String] {
        let parts = try page(name).components(separatedBy: "\n## ").dropFirst()
        return Dictionary(
            parts.map { part in
                let (heading, body) = (part.prefix { $0 != "\n" }, part.drop { $0 != "\n" })
                return (String(heading), String(body))
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The rows of a page's tables that begin with a word: ``| `word` | ... |``.
    private func rows(_ text: String, of word: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.hasPrefix("| `\(word)` |") }
    }

    @Test(arguments: RecordTable.allCases) func columnsAreDescribed(table: RecordTable) throws {
        let section = try #require(try sections("RecordFiles")[table.fileName], "no section \(table.fileName)")
        let columns = table.columnNames
        for name in columns.required + columns.optional {
            let found = rows(section, of: name)
            #expect(found.count == 1, "\(table.fileName): \(name) stands \(found.count) times")
            let isRequired = found.contains { $0.contains("| **filled** |") || $0.contains("| there |") }
            #expect(isRequired == columns.required.contains(name), "\(table.fileName): whether \(name) must be there")
        }
    }

    @Test func findingsAreDescribed() throws {
        let text = try page("Findings")
        for code in FindingCode.allCases {
            let found = rows(text, of: code.rawValue)
            #expect(found.count == 1, "\(code.rawValue) stands \(found.count) times")
            #expect(found.first?.contains("| \(code.severity.rawValue)") == true, "severity of \(code.rawValue)")
        }
    }

    @Test func codesAreDescribed() throws {
        let codes =
            Membership.allCases.map(\.rawValue) + ActivityKind.allCases.map(\.rawValue)
            + CourseLevel.allCases.map(\.rawValue) + CourseCompletion.allCases.map(\.rawValue)
            + DeliveryMode.allCases.map(\.rawValue)
            + SessionStatus.allCases.map(\.rawValue) + TrainerAffiliation.allCases.map(\.rawValue)
            + TrainerRole.allCases.map(\.rawValue) + Sector.allCases.map(\.rawValue) + Sex.allCases.map(\.rawValue)
            + FollowUpApplication.allCases.map(\.rawValue) + ParticipationStatus.allCases.map(\.rawValue)
            + Qualifier.allCases.map(\.rawValue)
            + GulfState.builtIn.map(\.code) + Topic.builtIn.map(\.code)
        let text = try page("RecordFiles")
        #expect(codes.filter { !text.contains("`\($0)`") } == [])
    }

    @Test func commandsAndOptionsAreDescribed() throws {
        let text = try page("CommandLine")
        let help = try tadrib(["--help"]).text
        let commands = help.matches(of: /(?m)^  ([a-z]+) {2,}\S/).map { String($0.output.1) }
        #expect(commands.count >= 15)
        #expect(commands.filter { !text.contains("| `tadrib \($0)") } == [])
        var options: Set<String> = []
        for command in commands {
            let lines = try tadrib([command, "--help"]).text.split(separator: "\n")
            for line in lines where line.firstMatch(of: /^  (-[a-z], )?--/) != nil {
                if let option = line.firstMatch(of: /--[a-z-]+/) { options.insert(String(option.output)) }
            }
        }
        #expect(options.count >= 30)
        #expect(options.sorted().filter { !text.contains("`\($0)`") } == [])
        #expect(ExitCode.allCases.filter { !text.contains("| \($0.rawValue) |") } == [])
    }

    @Test func periodsAndTransformsAreDescribed() throws {
        let periods = try page("PeriodsAndFilters")
        #expect(PeriodExpression.words.filter { !periods.contains("`\($0)`") } == [])
        let measures = try page("MeasuresAndDimensions")
        #expect(Transform.allCases.map(\.rawValue).filter { !measures.contains("`\($0)`") } == [])
    }

    /// The keys are those of the JSON Schema that the program prints.
    @Test func keysOfDefinitionsAreDescribed() throws {
        let text = try page("ReportDefinitions")
        let schema = try JSONSerialization.jsonObject(with: tadrib(["list", "schema"]).output)
        var names: Set<String> = []
        func collect(_ node: Any) {
            if let list = node as? [Any] { list.forEach(collect) }
            guard let object = node as? [String: Any] else { return }
            if let properties = object["properties"] as? [String: Any] { names.formUnion(properties.keys) }
            object.values.forEach(collect)
        }
        collect(schema)
        #expect(names.count > 20)
        #expect(names.sorted().filter { !text.contains("`\($0)`") && !text.contains("\"\($0)\":") } == [])
    }

    @Test func keysOfSettingsAreDescribed() throws {
        let text = try page("DatasetSettings")
        #expect(SettingsDecoder.keys.filter { rows(text, of: $0).count != 1 } == [])
    }

    @Test func keysOfSchedulesAreDescribed() throws {
        let text = try page("SchedulesAndReleases")
        for key in ScheduleDecoder.keys + ScheduleDecoder.reportKeys {
            let found = rows(text, of: key.name)
            #expect(found.count == 1, "\(key.name) stands \(found.count) times")
            #expect(
                found.first?.hasPrefix("| `\(key.name)` | yes |") == key.isRequired, "whether \(key.name) must be there"
            )
        }
        #expect(Recurrence.allCases.map(\.rawValue).filter { !text.contains("`\($0)`") } == [])
    }

    @Test func keysOfDeliveriesAreDescribed() throws {
        let text = try page("Deliveries")
        let (mail, delivery) = try #require(text.components(separatedBy: "\n## What is delivered").pair)
        for (text, keys) in [(mail, ScheduleDecoder.mailKeys), (delivery, ScheduleDecoder.deliveryKeys)] {
            for key in keys {
                let found = rows(text, of: key.name)
                #expect(found.count == 1, "\(key.name) stands \(found.count) times")
                #expect(found.first?.hasPrefix("| `\(key.name)` | yes |") == key.isRequired, "\(key.name)")
            }
        }
        let words = Delivery.Occasion.allCases.map(\.rawValue) + MailValue.allCases.map { "{\($0.rawValue)}" }
        #expect(words.filter { !text.contains("`\($0)`") } == [])
    }

    @Test func readmeCountsTheCatalogue() throws {
        let text = try String(contentsOfFile: packageFolder + "/README.md", encoding: .utf8)
        #expect(
            text.contains(
                "\(Catalogue.builtIn.dimensions.count) dimensions and \(Catalogue.builtIn.measures.count) measures"))
        #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
    }
}

extension [String] {
    /// The two texts of a list of two.
    fileprivate var pair: (String, String)? { count == 2 ? (self[0], self[1]) : nil }
}
