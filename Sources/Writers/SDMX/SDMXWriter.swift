import Reporting
import Support
import TrainingStats

/// Writes the data of tables as SDMX-CSV 2.1 and the structures that they follow as SDMX-JSON 2.1.
///
/// There is one row for each figure: the dimensions, the measure, its value, unit, status and confidentiality. Codes are
/// those of all data output, except for members that SDMX does not allow as codes; identifiers of components are upper case,
/// as in SDMX.
public struct SDMXWriter: Sendable {
    private let agency: String
    private let labels: DataLabels
    private let language: Language

    /// A writer; the agency is the one that maintains the structures.
    public init(agency: String = "TADRIB", labels: DataLabels = .id, language: Language = .en) {
        self.agency = agency
        self.labels = labels
        self.language = language
    }

    /// The file of a table's data, or nil if the table has no structure.
    public func csv(of table: Table) -> String? {
        guard let structure = table.structure, let artefacts = artefacts(of: table) else { return nil }
        let id = "\(agency):\(artefacts.dataStructure.id)(\(SDMXMaintainer.version))"
        let identification = ["datastructure"] + labelled(id, structure.title) + ["I"]
        let names = structure.dimensions.map { dimension in
            Dictionary(
                (dimension.codes + SDMXCode.members.map(\.code)).map { (ByteKey($0.id), $0.name) },
                uniquingKeysWith: { first, _ in first })
        }
        let free = labelled(SDMXCode.free.code)
        var lines = [heading(structure)]
        for row in table.data.rows {
            let members = row.cells.prefix(names.count).map(\.dataText)
            let key = zip(members, names).flatMap { labelled(SDMXIdentifier.code($0), $1[ByteKey($0)]) }
            for (index, figure) in structure.figures.enumerated() {
                let cell = row.cells[names.count + index]
                guard cell != .empty else { continue }
                let status = status(of: cell, isBounded: row.boundedColumns.contains(names.count + index))
                lines.append(
                    identification + key + labelled(figure.code) + labelled(cell.isNumber ? cell.dataText : "", nil)
                        + labelled(figure.unit.code) + labelled(status.code) + free)
            }
        }
        return lines.map { CSVQuoting.record($0) }.joined()
    }

    /// The structures of tables with their concepts and code lists, both languages in each name; the reporting day dates
    /// the message.
    public func structures(of tables: [Table], reportingDay: CivilDate) -> String {
        let artefacts = tables.compactMap { self.artefacts(of: $0) }
        func distinct(_ all: [SDMXArtefact]) -> JSONNode {
            var seen: Set<String> = []
            return .array(all.filter { seen.insert($0.id).inserted }.map(\.node))
        }
        return JSONNode.object([
            "meta": .object([
                "id": .string(agency + "_STRUCTURES"), "test": .bool(false),
                "schema": .string("https://json.sdmx.org/2.1/sdmx-json-structure-schema.json"),
                "prepared": .string("\(reportingDay)T00:00:00Z"), "contentLanguages": .strings(["en", "ar"]),
                "sender": .object(["id": .string(agency)]),
            ]),
            "data": .object([
                "dataStructures": distinct(artefacts.map(\.dataStructure)),
                "conceptSchemes": distinct(artefacts.map(\.concepts)),
                "codelists": distinct(artefacts.flatMap(\.codelists)),
            ]),
        ]).text
    }

    private func artefacts(of table: Table) -> SDMXArtefacts? {
        table.structure.map { SDMXArtefacts($0, table: table.id, agency: agency) }
    }

    private func heading(_ structure: DataStructure) -> [String] {
        ["STRUCTURE", "STRUCTURE_ID"] + (labels == .name ? ["STRUCTURE_NAME"] : []) + ["ACTION"]
            + structure.dimensions.flatMap { labelled(SDMXIdentifier.component($0.id), $0.name) }
            + [SDMXConcept.measure, .value, .unit, .status, .confidentiality].flatMap {
                labelled($0.rawValue, $0.text)
            }
    }

    private func labelled(_ code: DataStructure.Code) -> [String] { labelled(code.id, code.name) }

    /// An identifier or value as `labels` ask for: alone, with its name beside it, or the two in one.
    private func labelled(_ id: String, _ name: BilingualText?) -> [String] {
        switch labels {
        case .id: [id]
        case .name: [id, name?(language) ?? ""]
        case .both: [name.map { "\(id): \($0(language))" } ?? id]
        }
    }

    /// The observation status of a figure: the end of an interval is an estimate, provisional or not.
    private func status(of cell: Cell, isBounded: Bool) -> SDMXCode {
        switch cell.unmarked {
        case .notApplicable: .cannotExist
        case .unknown: .notCollected
        default: isBounded ? .estimated : cell.marks.contains(.provisional) ? .provisional : .normal
        }
    }
}
