import Foundation
import Support

/// Which table of a dataset a file is meant to be, as far as its name tells: `Courses.csv`, `trainers (1).csv`, `الدورات.csv`.
enum TableFileName {
    /// The table that a file of this name seems to be; nil where the name says nothing, or the file has the right name.
    static func table(meantBy name: String) -> RecordTable? {
        guard !RecordTable.allCases.contains(where: { $0.fileNames.contains(name) }) else { return nil }
        return table(of: stem(of: name))
    }

    /// The table that a stem names, in whatever spelling, with a number or `copy` behind it.
    private static func table(of stem: String) -> RecordTable? {
        var stem = stem
        while true {
            for candidate in [stem, stem + "s"] {
                if case .records(let table) = SheetPurpose(sheetNamed: candidate) { return table }
            }
            let shorter = stem.replacing(/[ _\-]*(\([0-9]+\)|[0-9]+|copy|Copy|نسخة)$/, with: "")
            guard shorter != stem, !shorter.isEmpty else { return nil }
            stem = shorter
        }
    }

    /// A name without the endings of tables of any kind.
    static func stem(of name: String) -> String {
        var stem = name
        while let ending = endings.first(where: { stem.lowercased().hasSuffix($0) }), stem.count > ending.count {
            stem = String(stem.dropLast(ending.count))
        }
        return stem
    }

    /// Whether a name is one of a workbook.
    static func isWorkbook(_ name: String) -> Bool {
        [".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".xls"].contains { name.lowercased().hasSuffix($0) }
    }

    /// Whether a name is one of a table in text.
    static func isText(_ name: String) -> Bool {
        [".csv", ".tsv", ".txt", ".csv.gz"].contains { name.lowercased().hasSuffix($0) }
    }

    private static let endings = [".csv", ".tsv", ".txt", ".gz", ".xlsx", ".xlsm", ".xltx", ".xltm", ".ods", ".xls"]
}

extension String {
    /// The text as a shell takes it for one word.
    var shellWord: String {
        let isPlain =
            !isEmpty
            && unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-,+@:".unicodeScalars.contains($0)
            }
        return isPlain && !hasPrefix("-") ? self : "'" + replacing("'", with: "'\\''") + "'"
    }
}
