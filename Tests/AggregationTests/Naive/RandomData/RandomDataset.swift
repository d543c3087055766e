import Foundation
import TestSupport

/// What `dataset.json` says, as far as figures depend on it; nil where it says nothing.
struct DatasetSettings: Sendable {
    var fiscalYearStart: String?
    var fiscalYearNamedBy: String?
    var academicYearStart: String?
    var hoursPerDay: String?
    var trainedStatuses: [String]?
    var trainedKinds: [String]?
    /// Whether the last row of a session and person counts.
    var countsLastParticipation = false
    /// Where bands begin that the dataset chooses, by their dimension.
    var bands: [String: [Int]] = [:]
    /// What the dataset declares itself.
    var attributes: [NaiveAttribute] = []
    var isWritten = false

    /// The text of the file.
    var json: String {
        func list(_ values: [String]) -> String {
            "[" + values.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
        }
        var entries = [#""title": {"en": "A random dataset", "ar": "بيانات عشوائية"}"#]
        if let fiscalYearStart { entries.append("\"fiscalYearStart\": \"\(fiscalYearStart)\"") }
        if let fiscalYearNamedBy { entries.append("\"fiscalYearNamedBy\": \"\(fiscalYearNamedBy)\"") }
        if let academicYearStart { entries.append("\"academicYearStart\": \"\(academicYearStart)\"") }
        if let hoursPerDay { entries.append("\"hoursPerDay\": \(hoursPerDay)") }
        if let trainedStatuses { entries.append("\"trainedStatuses\": \(list(trainedStatuses))") }
        if countsLastParticipation { entries.append("\"repeatedParticipations\": \"last\"") }
        if let trainedKinds { entries.append("\"trainedKinds\": \(list(trainedKinds))") }
        if !bands.isEmpty {
            let chosen = bands.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }
            entries.append("\"bands\": {\(chosen.joined(separator: ", "))}")
        }
        if !attributes.isEmpty {
            entries.append("\"attributes\": [\(attributes.flatMap(\.declarations).joined(separator: ",\n    "))]")
        }
        return "{\n  " + entries.joined(separator: ",\n  ") + "\n}\n"
    }
}

/// A table of a dataset: its columns, and its rows as the texts of the fields that are not empty.
struct DatasetTable: Sendable {
    var name: String
    var columns: [String]
    var rows: [[String: String]]

    /// Whether the order of the rows says something.
    var isOrdered: Bool { name == "states" || name == "topics" }
}

/// A small dataset in memory, which can be written as a folder of files.
struct RandomDataset: Sendable {
    var seed: UInt64
    var settings = DatasetSettings()
    var tables: [DatasetTable] = []

    /// The table of a name, if the dataset has it.
    func table(_ name: String) -> DatasetTable? {
        tables.first { $0.name == name }
    }

    /// Writes the dataset into a new folder, with rows and columns in the order of a seed, or as they stand.
    func write(to folder: URL, orderSeed: UInt64? = nil) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        if settings.isWritten {
            try Data(settings.json.utf8).write(to: folder.appendingPathComponent("dataset.json"))
        }
        var random = SplitMix64(seed: (orderSeed ?? 0) &+ 77)
        for table in tables {
            var table = table
            var style = CSVStyle()
            if orderSeed != nil {
                table.columns = random.shuffled(table.columns)
                let isOrdered = table.isOrdered || (table.name == "participations" && settings.countsLastParticipation)
                if !isOrdered { table.rows = random.shuffled(table.rows) }
                style = CSVStyle(random: &random)
            }
            let file = folder.appendingPathComponent(table.name + ".csv")
            try Data(style.text(of: table).utf8).write(to: file)
        }
    }
}

/// How a CSV file is written, of the ways that all mean the same.
struct CSVStyle: Sendable {
    var hasByteOrderMark = false
    var lineEnd = "\n"
    var quotesAll = false
    var hasEmptyLines = false
    /// How codes and headings are spelt: 0 as in the contract, others in ways that mean the same.
    var spelling = 0

    private static let columnsOfCodes: Set<String> = [
        "topic", "kind", "level", "status", "sector", "sex", "delivery", "role", "affiliation", "membership",
        "completion", "applied",
    ]

    init() {}

    /// A style by chance.
    init(random: inout SplitMix64) {
        hasByteOrderMark = random.happens(20)
        lineEnd = random.happens(30) ? "\r\n" : "\n"
        quotesAll = random.happens(20)
        hasEmptyLines = random.happens(20)
        spelling = random.pick([0, 0, 1, 2, 3])
    }

    /// The text of a whole file.
    func text(of table: DatasetTable) -> String {
        var lines = [table.columns.map(respelt)]
        for row in table.rows {
            lines.append(
                table.columns.map { column in
                    let text = row[column] ?? ""
                    // What topics.csv calls a topic is its code.
                    return Self.columnsOfCodes.contains(column) && table.name != "topics" ? respelt(text) : text
                })
        }
        let text = lines.map { line(of: $0) + lineEnd + (hasEmptyLines ? lineEnd : "") }.joined()
        return (hasByteOrderMark ? "\u{FEFF}" : "") + text
    }

    /// Another spelling of a code or heading.
    private func respelt(_ text: String) -> String {
        // Other letters have capitals of other bytes.
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        switch spelling {
        case 1: return text.uppercased()
        case 2: return text.capitalized.replacingOccurrences(of: "_", with: " ") + " "
        case 3: return text.replacingOccurrences(of: "_", with: "-").replacingOccurrences(of: "-", with: "\u{2011}")
        default: return text
        }
    }

    /// The text of a line; one that has a single empty field is quoted, so that it is no empty line.
    func line(of fields: [String]) -> String {
        if fields == [""] { return "\"\"" }
        return fields.map { field($0) }.joined(separator: ",")
    }

    private func field(_ text: String) -> String {
        let special = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
        if !special && !quotesAll { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
