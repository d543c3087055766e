import Reporting
import TrainingStats

extension SDMXWriter {
    /// The structures of tables with their concepts and code lists, both languages in each name; the reporting day dates
    /// the message.
    public func structures(of tables: [Table], reportingDay: CivilDate) -> String {
        let structures = tables.compactMap { table in table.structure.map { (id: Self.id(table.id), structure: $0) } }
        let dimensions = merged(structures.flatMap { $0.structure.dimensions.map(coded) })
        let figures = distinct(structures.flatMap { $0.structure.figures.map(\.code) })
        let units = distinct(
            SDMXCode.units.map { .init(id: $0.rawValue, name: text($0)) }
                + structures.flatMap { $0.structure.figures.map { unit($0.unit) } })
        let fixed: [(SDMXConcept, [DataStructure.Code])] = [
            (.measure, figures), (.unit, units), (.status, codes(SDMXCode.statuses)),
            (.confidentiality, codes(SDMXCode.confidentialities)),
        ]
        let lists =
            dimensions.compactMap { dimension in
                dimension.codes.map { codelist(Self.id(dimension.id), dimension.name, $0 + codes(SDMXCode.members)) }
            } + fixed.map { codelist($0.0.rawValue, name($0.0), $0.1) }
        let concepts =
            dimensions.map { item(Self.id($0.id), $0.name) }
            + SDMXConcept.allCases.map { item($0.rawValue, name($0)) }
        return JSONNode.object([
            "meta": .object([
                "id": .string(agency + "_STRUCTURES"), "test": .bool(false),
                "schema": .string("https://json.sdmx.org/2.1/sdmx-json-structure-schema.json"),
                "prepared": .string("\(reportingDay)T00:00:00Z"), "contentLanguages": .strings(["en", "ar"]),
                "sender": .object(["id": .string(agency)]),
            ]),
            "data": .object([
                "dataStructures": .array(
                    structures.map { dataStructure($0.id, $0.structure, dimensions) }),
                "conceptSchemes": .array([
                    maintained(
                        SDMXScheme.concepts.rawValue, SDMXScheme.concepts.text, ["concepts": .array(concepts)])
                ]),
                "codelists": .array(lists),
            ]),
        ]).text
    }

    private func dataStructure(
        _ id: String, _ structure: DataStructure, _ known: [DataStructure.Component]
    ) -> JSONNode {
        let coded = Set(known.filter { $0.codes != nil }.map(\.id))
        let dimensions = structure.dimensions.map { dimension in
            component(Self.id(dimension.id), isCoded: coded.contains(dimension.id))
        }
        let attributes = [SDMXConcept.unit, .status, .confidentiality].map { concept in
            component(
                concept.rawValue, isCoded: true,
                [
                    "usage": .string("mandatory"), "attributeRelationship": .object(["observation": .object([:])]),
                    "measureRelationship": .strings([SDMXConcept.value.rawValue]),
                ])
        }
        return maintained(
            id, structure.title,
            [
                "dataStructureComponents": .object([
                    "dimensionList": .object([
                        "id": .string("DimensionDescriptor"),
                        "dimensions": .array(dimensions + [component(SDMXConcept.measure.rawValue, isCoded: true)]),
                    ]),
                    "measureList": .object([
                        "id": .string("MeasureDescriptor"),
                        "measures": .array([
                            .object([
                                "id": .string(SDMXConcept.value.rawValue), "usage": .string("optional"),
                                "conceptIdentity": .string(urn(ofConcept: SDMXConcept.value.rawValue)),
                                "localRepresentation": .object([
                                    "format": .object(["dataType": .string("Double")])
                                ]),
                            ])
                        ]),
                    ]),
                    "attributeList": .object([
                        "id": .string("AttributeDescriptor"), "attributes": .array(attributes),
                    ]),
                ])
            ])
    }

    private func component(
        _ id: String, isCoded: Bool, _ more: KeyValuePairs<String, JSONNode> = [:]
    ) -> JSONNode {
        let representation: JSONNode =
            isCoded
            ? .object(["enumeration": .string(urn("codelist.Codelist", "CL_" + id))])
            : .object(["format": .object(["dataType": .string("String")])])
        return .object(
            [
                .init("id", .string(id)), .init("conceptIdentity", .string(urn(ofConcept: id))),
                .init("localRepresentation", representation),
            ] + more.map { .init($0.key, $0.value) })
    }

    private func codelist(_ id: String, _ name: BilingualText, _ codes: [DataStructure.Code]) -> JSONNode {
        maintained("CL_" + id, name, ["codes": .array(distinct(codes).map { item($0.id, $0.name) })])
    }

    private func maintained(
        _ id: String, _ name: BilingualText, _ more: KeyValuePairs<String, JSONNode>
    ) -> JSONNode {
        guard case .object(let members) = item(id, name) else { return .null }
        return .object(
            members + [.init("agencyID", .string(agency)), .init("version", .string(Self.version))]
                + more.map { .init($0.key, $0.value) })
    }

    /// Something that has an identifier and a name in both languages.
    private func item(_ id: String, _ name: BilingualText) -> JSONNode {
        .object([
            "id": .string(id), "name": .string(name.en),
            "names": .object(["en": .string(name.en), "ar": .string(name(.ar))]),
        ])
    }

    private func urn(_ kind: String, _ id: String) -> String {
        "urn:sdmx:org.sdmx.infomodel.\(kind)=\(agency):\(id)(\(Self.version))"
    }

    private func urn(ofConcept id: String) -> String { urn("conceptscheme.Concept", "CONCEPTS") + "." + id }

    private func name(_ concept: SDMXConcept) -> BilingualText {
        BilingualText(en: concept.wording.en, ar: concept.wording.ar)
    }

    private func codes(_ codes: [SDMXCode]) -> [DataStructure.Code] {
        codes.map { .init(id: $0.rawValue, name: text($0)) }
    }

    /// Each dimension once, with the codes of all tables; free text where any table has it so.
    private func merged(_ components: [DataStructure.Component]) -> [DataStructure.Component] {
        var result: [DataStructure.Component] = []
        for component in components {
            guard let index = result.firstIndex(where: { $0.id == component.id }) else {
                result.append(component)
                continue
            }
            guard let known = result[index].codes, let more = component.codes else {
                result[index].codes = nil
                continue
            }
            result[index].codes = distinct(known + more)
        }
        return result
    }

    private func distinct(_ codes: [DataStructure.Code]) -> [DataStructure.Code] {
        var seen: Set<String> = []
        return codes.filter { seen.insert($0.id).inserted }
    }
}
