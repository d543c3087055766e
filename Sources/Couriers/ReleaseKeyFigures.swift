import Aggregation
import Foundation
import Records
import Releases
import Reporting
import Support
import TrainingStats
import Writers

/// The key figures of a release, from its table of them.
struct ReleaseKeyFigures {
    /// A figure with its name, and that of the period before if there is one.
    struct Figure: Hashable {
        let name: String
        let value: String
        let before: String?
    }

    /// The figures, in the order of the table.
    let figures: [Figure]

    /// The figures of the release in a folder; none if it has no such table.
    ///
    /// Amounts are left out: which currency they are in, only the report says.
    init(of manifest: Manifest, in folder: String, _ language: Language, _ digits: Digits) throws(FileError) {
        guard let table = manifest.tables.first(where: { $0.id == "key-figures" }) else {
            figures = []
            return
        }
        let records = CSVText.records(try FileSystem.bytes(of: folder + "/" + table.file))
        let columns = records.first ?? []
        guard let measureColumn = columns.firstIndex(of: "measure"),
            let valueColumn = columns.firstIndex(of: KeyFigures.currentColumn)
        else {
            figures = []
            return
        }
        let beforeColumn = columns.firstIndex(of: "previous")
        figures = records.dropFirst().compactMap { row in
            guard row.indices.contains(max(measureColumn, valueColumn)),
                let measure = Catalogue.builtIn.measure(row[measureColumn]), measure.format != .money
            else { return nil }
            func text(_ column: Int) -> String? {
                guard row.indices.contains(column) else { return nil }
                return Self.cell(row[column], measure)?.displayText(digits)
            }
            guard let value = text(valueColumn) else { return nil }
            return Figure(name: measure.heading(language), value: value, before: beforeColumn.flatMap(text))
        }
    }

    /// A figure as data have it; nil if it is no figure.
    private static func cell(_ text: String, _ measure: Measure) -> Cell? {
        switch text {
        case "_U": return .unknown
        case "_Z": return nil
        default: break
        }
        switch measure.format {
        case .count: return Int(text).map { .whole($0) }
        case .share: return Double(text).map { .share($0) }
        case .number(let places): return Double(text).map { .real($0, places: places) }
        case .money: return nil
        }
    }
}
