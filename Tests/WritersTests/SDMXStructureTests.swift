import Reporting
import Support
import Testing

@testable import Writers

/// Structures of SDMX hold what their table uses, and their identifiers depend on that alone.
struct SDMXStructureTests {
    private static func code(_ id: String, _ name: String) -> DataStructure.Code {
        .init(id: id, name: BilingualText(en: name, ar: name))
    }

    /// Which lists a data structure of two figures by one dimension has.
    private static func structure(
        members: [String] = ["KWT", "QAT"], figures: [String] = ["trainees", "sessions"]
    ) -> DataStructure {
        DataStructure(
            title: BilingualText(en: "By state", ar: "حسب الدولة"),
            dimensions: [
                .init(
                    id: "state", name: BilingualText(en: "State", ar: "الدولة"),
                    codes: members.map { code($0, "name of \($0)") })
            ],
            figures: figures.map { .init(code: code($0, "name of \($0)"), unit: .number) })
    }

    private static func artefacts(_ structure: DataStructure) -> SDMXArtefacts {
        SDMXArtefacts(structure, table: "by-state", agency: "TADRIB")
    }

    private static func ids(of node: JSONNode?, in list: String) -> [String] {
        guard case .object(let members) = node,
            case .array(let items)? = members.first(where: { $0.key == list })?.value
        else { return [] }
        return items.compactMap { item in
            guard case .object(let members) = item,
                case .string(let id)? = members.first(where: { $0.key == "id" })?.value
            else { return nil }
            return id
        }
    }

    /// Nothing of the catalogue that the table does not use: another measure or dimension changes nothing here.
    @Test func listsHoldWhatTheTableUses() {
        let artefacts = Self.artefacts(Self.structure())
        #expect(
            Self.ids(of: artefacts.concepts.node, in: "concepts")
                == ["STATE", "MEASURE", "OBS_VALUE", "UNIT_MEASURE", "OBS_STATUS", "CONF_STATUS"])
        let measures = artefacts.codelists.first { $0.id.hasPrefix("CL_MEASURE_") }
        #expect(Self.ids(of: measures?.node, in: "codes") == ["trainees", "sessions"])
        let units = artefacts.codelists.first { $0.id.hasPrefix("CL_UNIT_MEASURE_") }
        #expect(Self.ids(of: units?.node, in: "codes") == ["NUMBER", "RATIO", "VALUE"])
    }

    /// Another content, however little it differs, has another identifier; the same content has the same.
    @Test func identifiersStandForOneContent() {
        let structures = [
            Self.structure(), Self.structure(members: ["KWT"]), Self.structure(members: ["QAT", "KWT"]),
            Self.structure(figures: ["trainees"]), Self.structure(figures: ["trainees", "session"]),
        ]
        let identifiers = structures.map { Self.artefacts($0).dataStructure.id }
        #expect(Set(identifiers).count == structures.count)
        #expect(Self.artefacts(Self.structure()).dataStructure.id == identifiers[0])
    }

    /// Identifiers end in the first 16 digits of SHA-256, as another program computes it.
    @Test func membersHaveDigestsOfTheirBytes() {
        #expect(SDMXIdentifier.code("KWT") == "KWT")
        // printf 'Coast Guard' | sha256sum
        #expect(SDMXIdentifier.code("Coast Guard") == "Coast_Guard_28078DC68980E76D")
        #expect(SDMXIdentifier.code("خفر السواحل").hasPrefix("MEMBER_"))
    }
}
