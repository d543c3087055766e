import Reporting
import TrainingStats

/// Writes the data of tables as SDMX-CSV 2.1 and the structures that they follow as SDMX-JSON 2.1.
///
/// One row a figure: the dimensions, which measure, its value, unit, status and confidentiality. Codes are those of all data
/// output; identifiers of components are upper case, as in SDMX.
public struct SDMXWriter: Sendable {
    /// What stands for components and codes.
    public enum Labels: String, Sendable, CaseIterable {
        /// Identifiers alone.
        case id
        /// Identifiers, and names in columns of their own.
        case name
        /// Identifiers with names.
        case both
    }

    static let version = "1.0.0"
    let agency: String
    private let labels: Labels
    private let language: Language

    /// A writer; the agency is the one that maintains the structures.
    public init(agency: String = "TADRIB", labels: Labels = .id, language: Language = .en) {
        self.agency = agency
        self.labels = labels
        self.language = language
    }

    /// The file of a table's data, or nil where the table has no structure.
    public func csv(of table: Table) -> String? {
        guard let structure = table.structure else { return nil }
        let dimensions = structure.dimensions.map { coded($0) }
        let names = dimensions.map { component in
            Dictionary(
                (component.codes.map { $0 + SDMXCode.members.map { .init(id: $0.rawValue, name: text($0)) } } ?? [])
                    .map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        }
        var lines = [heading(structure)]
        for row in table.data.rows {
            let members = row.cells.prefix(dimensions.count).map(\.dataText)
            let key = zip(members, names).flatMap { labelled($0, $1[$0]) }
            for (figure, cell) in zip(structure.figures, row.cells.dropFirst(dimensions.count)) {
                guard cell != .empty else { continue }
                let status = status(of: cell)
                let unit = unit(figure.unit)
                lines.append(
                    identification(structure, table.id) + key + labelled(figure.code.id, figure.code.name)
                        + labelled(cell.isNumber ? cell.dataText : "", nil) + labelled(unit.id, unit.name)
                        + labelled(status.rawValue, text(status)) + labelled(SDMXCode.free.rawValue, text(.free)))
            }
        }
        return lines.map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    /// The identifier of a table or a component in SDMX.
    static func id(_ id: String) -> String { id.uppercased().replacing("-", with: "_") }

    func coded(_ component: DataStructure.Component) -> DataStructure.Component {
        var component = component
        let isCoded = component.codes?.allSatisfy { $0.id.wholeMatch(of: /[A-Za-z0-9_@$\-]+/) != nil } ?? false
        if !isCoded { component.codes = nil }
        return component
    }

    func text(_ code: SDMXCode) -> BilingualText { BilingualText(en: code.wording.en, ar: code.wording.ar) }

    func unit(_ unit: DataStructure.Unit) -> DataStructure.Code {
        switch unit {
        case .number: .init(id: SDMXCode.number.rawValue, name: text(.number))
        case .ratio: .init(id: SDMXCode.ratio.rawValue, name: text(.ratio))
        case .value: .init(id: SDMXCode.ownUnit.rawValue, name: text(.ownUnit))
        case .money(let currency):
            .init(
                id: currency,
                name: BilingualText(en: Language.en.currency(currency), ar: Language.ar.currency(currency)))
        }
    }

    private func heading(_ structure: DataStructure) -> [String] {
        var fields = ["STRUCTURE", "STRUCTURE_ID"] + (labels == .name ? ["STRUCTURE_NAME"] : []) + ["ACTION"]
        func add(_ id: String, _ name: BilingualText) { fields += labelled(id, name) }
        for component in structure.dimensions { add(Self.id(component.id), component.name) }
        for concept in [SDMXConcept.measure, .value, .unit, .status, .confidentiality] {
            add(concept.rawValue, BilingualText(en: concept.wording.en, ar: concept.wording.ar))
        }
        return fields
    }

    private func identification(_ structure: DataStructure, _ table: String) -> [String] {
        let id = "\(agency):\(Self.id(table))(\(Self.version))"
        return ["datastructure"] + labelled(id, structure.title) + ["I"]
    }

    /// An identifier or value as the labels want it: alone, with its name beside it, or the two in one.
    private func labelled(_ id: String, _ name: BilingualText?) -> [String] {
        switch labels {
        case .id: [id]
        case .name: [id, name?(language) ?? ""]
        case .both: [name.map { "\(id): \($0(language))" } ?? id]
        }
    }

    private func status(of cell: Cell) -> SDMXCode {
        switch cell.unmarked {
        case .notApplicable: .cannotExist
        case .unknown: .notCollected
        default: cell.marks.contains(.provisional) ? .provisional : .normal
        }
    }

    private static func quoted(_ field: String) -> String {
        guard field.unicodeScalars.contains(where: { "\",\n\r".unicodeScalars.contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}
