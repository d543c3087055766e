import Reporting
import Support
import TrainingStats

/// The description of a table's data in SDMX: a data structure, its concepts and its code lists, both languages in each name.
///
/// Identifiers end in a digest of the content: an identifier with its version stands for the same content in every file. The
/// lists hold what the table uses, so that a new measure or dimension changes no table without it; tables with the same lists
/// share them. A dimension with a fixed list of members has all of them, whether the records have them or not.
struct SDMXArtefacts {
    let codelists: [SDMXArtefact]
    let concepts: SDMXArtefact
    let dataStructure: SDMXArtefact

    /// The artefacts of a table's structure.
    init(_ structure: DataStructure, table: String, agency: String) {
        let maintainer = SDMXMaintainer(agency: agency)
        let concepts = maintainer.artefact(
            SDMXScheme.concepts.rawValue, name: SDMXScheme.concepts.text,
            members: [
                "concepts": .array(
                    structure.dimensions.map { maintainer.item(SDMXIdentifier.component($0.id), $0.name) }
                        + SDMXConcept.allCases.map { maintainer.item($0.rawValue, $0.text) })
            ])
        let members = SDMXCode.members.map(\.code)
        var dimensions = structure.dimensions.map { dimension in
            let id = SDMXIdentifier.component(dimension.id)
            return (id: id, list: maintainer.codelist(id, name: dimension.name, codes: dimension.codes + members))
        }
        dimensions.append(
            (SDMXConcept.measure.rawValue, maintainer.codelist(.measure, codes: structure.figures.map(\.code))))
        let units = SDMXCode.units.map(\.code) + structure.figures.map(\.unit.code)
        let attributes = [
            (SDMXConcept.unit, units), (.status, SDMXCode.statuses.map(\.code)),
            (.confidentiality, SDMXCode.confidentialities.map(\.code)),
        ].map { (id: $0.rawValue, list: maintainer.codelist($0, codes: $1)) }
        let attributeNodes = attributes.map { attribute in
            maintainer.component(
                attribute.id, of: concepts, codelist: attribute.list,
                members: [
                    "usage": .string("mandatory"), "attributeRelationship": .object(["observation": .object([:])]),
                    "measureRelationship": .strings([SDMXConcept.value.rawValue]),
                ])
        }
        let value = maintainer.component(
            SDMXConcept.value.rawValue, of: concepts, codelist: nil, members: ["usage": .string("optional")])
        self.concepts = concepts
        codelists = dimensions.map(\.list) + attributes.map(\.list)
        dataStructure = maintainer.artefact(
            SDMXIdentifier.component(table), name: structure.title,
            members: [
                "dataStructureComponents": .object([
                    "dimensionList": .object([
                        "id": .string("DimensionDescriptor"),
                        "dimensions": .array(
                            dimensions.map { maintainer.component($0.id, of: concepts, codelist: $0.list) }),
                    ]),
                    "measureList": .object([
                        "id": .string("MeasureDescriptor"), "measures": .array([value]),
                    ]),
                    "attributeList": .object([
                        "id": .string("AttributeDescriptor"), "attributes": .array(attributeNodes),
                    ]),
                ])
            ])
    }
}

extension SDMXCode {
    /// The code with its names.
    var code: DataStructure.Code { .init(id: rawValue, name: text) }
}

extension DataStructure.Unit {
    /// The code of the unit.
    var code: DataStructure.Code {
        switch self {
        case .number: SDMXCode.number.code
        case .ratio: SDMXCode.ratio.code
        case .value: SDMXCode.ownUnit.code
        case .money(let currency):
            .init(
                id: currency,
                name: BilingualText(en: Language.en.currency(currency), ar: Language.ar.currency(currency)))
        }
    }
}
