import Records
import Support
import TrainingStats

/// The tables that name members of dimensions, made of the lists of a mapping: states, topics, labels.
struct MemberTables {
    private(set) var states = EntityTable()
    private(set) var topics = EntityTable()
    private(set) var labels = EntityTable()

    /// The dimensions of the columns whose members have names in `labels.csv`.
    private static let dimensions: [(list: String, dimension: String)] = [
        ("trainees.institution", "institution"), ("sessions.venue", "venue"), ("sessions.provider", "provider"),
        ("sessions.programme", "programme"), ("sessions.language", "language"),
        ("trainers.nationality", "trainer-nationality"), ("trainers.organisation", "trainer-organisation"),
    ]

    /// Those of the members that records have.
    init(_ mapping: Mapping, courses: EntityTable, _ builder: DatasetBuilder) {
        addStates(mapping, builder)
        addTopics(mapping, courses)
        let tables: [String: EntityTable] = [
            "trainees": builder.trainees, "sessions": builder.sessions, "trainers": builder.trainers,
        ]
        for (list, dimension) in Self.dimensions {
            let parts = list.split(separator: ".").map(String.init)
            let used = Set((tables[parts[0]]?.rows ?? []).compactMap { $0.fields[parts[1]] })
            for member in mapping.words(list)?.members ?? [] where used.contains(member.name) {
                // The member is a name itself, so that its own text comes before its spellings.
                let names = Self.names(of: .init(member.name, [member.name] + member.spellings))
                // A name that only says the member again is no news, and an Arabic one is no English name.
                guard let arabic = names.ar, let english = names.en else { continue }
                labels["\(dimension)\u{0}\(member.name)"] = .init(
                    fields: ["dimension": dimension, "member": member.name, "name_en": english, "name_ar": arabic],
                    place: "")
            }
        }
    }

    private mutating func addStates(_ mapping: Mapping, _ builder: DatasetBuilder) {
        let builtIn = Set(GulfState.builtIn.map(\.code))
        let used =
            builder.trainees.rows.compactMap { $0.fields["state"] }
            + builder.sessions.rows.compactMap { $0.fields["host_state"] }
            + builder.headcounts.rows.compactMap { $0.fields["state"] }
        let lists = ["trainees.state", "sessions.host_state", "state"].compactMap { mapping.words($0) }
        for code in Set(used).subtracting(builtIn).sorted() {
            let member = lists.lazy.flatMap(\.members).first { $0.name == code }
            let names = Self.names(of: member ?? WordList.Member(code))
            states[code] = .init(
                fields: [
                    "state": code, "name_en": names.en ?? Self.inLatinLetters(code), "name_ar": names.ar ?? "",
                    "membership": "other",
                ],
                place: "")
        }
    }

    private mutating func addTopics(_ mapping: Mapping, _ courses: EntityTable) {
        let builtIn = Set(Topic.builtIn.map(\.code))
        for course in courses.rows {
            guard let code = course.fields["topic"], !builtIn.contains(code), !topics.contains(code) else { continue }
            let member = mapping.words("courses.topic")?.members.first { $0.name == code }
            let names = Self.names(of: member ?? WordList.Member(code))
            let place = course.places["topic"] ?? course.place
            topics[code] = .init(
                fields: [
                    "topic": code, "name_en": names.en ?? Self.inLatinLetters(code), "name_ar": names.ar ?? "",
                ], place: place)
        }
    }

    /// A code as the English name that a table must have where the register has none.
    private static func inLatinLetters(_ code: String) -> String { code.hasArabic ? NameKey.key(of: code) : code }

    /// The first spelling of a member in each script; English before the member's code.
    private static func names(of member: WordList.Member) -> (en: String?, ar: String?) {
        let spellings = member.spellings + [member.name]
        return (
            spellings.first { text in !text.hasArabic && text.unicodeScalars.contains { $0.properties.isAlphabetic } },
            spellings.first(where: \.hasArabic)
        )
    }
}
