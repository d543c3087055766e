import Reporting
import Support
import TrainingStats

/// Something with an identifier and a version.
struct SDMXArtefact {
    let id: String
    let node: JSONNode
}

/// Makes what an agency maintains: code lists, concepts, data structures.
struct SDMXMaintainer {
    static let version = "1.0.0"
    let agency: String

    /// Something of a kind, whose identifier ends in a digest of its content.
    func artefact(
        _ kind: String, name: BilingualText, members: KeyValuePairs<String, JSONNode>
    ) -> SDMXArtefact {
        let content =
            names(name) + [.init("agencyID", .string(agency)), .init("version", .string(Self.version))]
            + members.map { .init($0.key, $0.value) }
        let id = SDMXIdentifier.artefact(kind, content: JSONNode.object(content).text)
        return SDMXArtefact(id: id, node: .object([.init("id", .string(id))] + content))
    }

    /// The list of the codes that a component can have, each once.
    func codelist(_ component: String, name: BilingualText, codes: [DataStructure.Code]) -> SDMXArtefact {
        var seen: Set<ByteKey> = []
        let codes = codes.filter { seen.insert(ByteKey($0.id)).inserted }
        return artefact("CL_" + component, name: name, members: ["codes": .array(codes.map(code))])
    }

    /// The list of the codes that a component of all structures can have.
    func codelist(_ concept: SDMXConcept, codes: [DataStructure.Code]) -> SDMXArtefact {
        codelist(concept.rawValue, name: concept.text, codes: codes)
    }

    /// A component of a data structure: its concept, and its code list or else a number.
    func component(
        _ id: String, of concepts: SDMXArtefact, codelist: SDMXArtefact?,
        members: KeyValuePairs<String, JSONNode> = [:]
    ) -> JSONNode {
        let representation: JSONNode =
            codelist.map { .object(["enumeration": .string(urn("codelist.Codelist", $0))]) }
            ?? .object(["format": .object(["dataType": .string("Double")])])
        return .object(
            [
                .init("id", .string(id)),
                .init("conceptIdentity", .string(urn("conceptscheme.Concept", concepts) + "." + id)),
                .init("localRepresentation", representation),
            ] + members.map { .init($0.key, $0.value) })
    }

    /// Something that has an identifier and a name in both languages.
    func item(_ id: String, _ name: BilingualText) -> JSONNode { .object([.init("id", .string(id))] + names(name)) }

    /// A code and its names; a member that is no SDMX code stands in an annotation as it is.
    private func code(_ code: DataStructure.Code) -> JSONNode {
        let id = SDMXIdentifier.code(code.id)
        guard id != code.id else { return item(id, code.name) }
        let annotation = JSONNode.object(["type": .string("MEMBER"), "title": .string(code.id)])
        return .object(
            [.init("id", .string(id))] + names(code.name) + [.init("annotations", .array([annotation]))])
    }

    private func names(_ name: BilingualText) -> [JSONNode.Member] {
        [
            .init("name", .string(name.en)),
            .init("names", .object(["en": .string(name.en), "ar": .string(name(.ar))])),
        ]
    }

    private func urn(_ kind: String, _ artefact: SDMXArtefact) -> String {
        "urn:sdmx:org.sdmx.infomodel.\(kind)=\(agency):\(artefact.id)(\(Self.version))"
    }
}
