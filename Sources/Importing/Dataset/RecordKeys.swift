import Support

/// Makes the identifiers of a dataset's rows, of what the mapping says: the same from run to run.
///
/// An identifier or a date stands in a key as it is. Of a name it is its ``NameKey``, so that its spellings give the same key,
/// whichever of them comes first.
struct RecordKeys {
    private let table: MappedTable
    private let fields: [String: Field]

    /// The keys of a table.
    init(of table: MappedTable) {
        self.table = table
        fields = Dictionary(
            (table.values + table.fields).map { ($0.name, $0.field) }, uniquingKeysWith: { first, _ in first })
    }

    /// The identifier of the course.
    func course(_ row: RowReader, shared: SharedReading) -> String? {
        let names = table.keys.courses.isEmpty ? [usual("courses.course_id") ?? "courses.title"] : table.keys.courses
        return key(names, of: row, course: nil, noun: ("course", "الدورة"), shared: shared)
    }

    /// The identifier of the session.
    func session(_ row: RowReader, course: String, shared: SharedReading) -> String? {
        let usual = usual("sessions.session_id").map { [$0] } ?? ["courses", "sessions.start_date"]
        let names = table.keys.sessions.isEmpty ? usual : table.keys.sessions
        return key(names, of: row, course: course, noun: ("session", "الانعقاد"), shared: shared)
    }

    /// The identifier of the trainee: the one in the register, else name and year of birth, which is told.
    func trainee(_ row: RowReader, shared: SharedReading) -> String? {
        guard table.keys.trainees.isEmpty else {
            return key(table.keys.trainees, of: row, course: nil, noun: ("trainee", "المتدرب"), shared: shared)
        }
        if let identifier = row.value("trainees.trainee_id").text { return identifier }
        guard let name = row.value("trainees.name").text else {
            return key(["trainees.name"], of: row, course: nil, noun: ("trainee", "المتدرب"), shared: shared)
        }
        if usual("trainees.trainee_id") != nil {
            shared.log.add(
                .warning, at: row.place(),
                .init(
                    en:
                        "a trainee without identifier is told apart by name and year of birth; two of the same name become one",
                    ar: "متدرب بلا معرّف يميَّز باسمه وسنة ميلاده؛ من تشابه اسماهما صارا واحدًا"))
        }
        let year = row.value("trainees.birth_year").text
        return Self.joined([NameKey.key(of: name)] + (year.map { [$0] } ?? []))
    }

    /// The identifier of the trainer; nil if the record has none.
    func trainer(_ row: RowReader) -> String? {
        let usual = [usual("trainers.trainer_id") ?? "trainers.name"]
        let names = table.keys.trainers.isEmpty ? usual : table.keys.trainers
        let parts = names.compactMap { part($0, row) }
        return parts.count == names.count ? Self.joined(parts) : nil
    }

    private func usual(_ name: String) -> String? { fields[name] == nil ? nil : name }

    private func key(
        _ names: [String], of row: RowReader, course: String?, noun: (en: String, ar: String), shared: SharedReading
    ) -> String? {
        var parts: [String] = []
        for name in names {
            if name == "courses", let course {
                parts.append(course)
            } else if let part = part(name, row) {
                parts.append(part)
            } else {
                shared.log.add(
                    .error, at: row.place(),
                    .init(
                        en: "the \(noun.en) cannot be told: \(name) is empty; fill it in, or change \"keys\"",
                        ar: "لا يُعرف \(noun.ar): \(name.isolated) فارغ؛ أكمله أو غيّر \"keys\""))
                return nil
            }
        }
        return Self.joined(parts)
    }

    private func part(_ name: String, _ row: RowReader) -> String? {
        guard let text = row.value(name).text else { return nil }
        let isDatasetColumn = name.contains(".")
        let kind = fields[name]?.kind ?? (isDatasetColumn ? Mapping.usualKind(of: name) : .text)
        return kind == .name || (kind == .text && isDatasetColumn) ? NameKey.key(of: text) : text
    }

    /// Parts as one text from which they could be told again.
    private static func joined(_ parts: [String]) -> String {
        guard parts.count > 1 else { return parts.first ?? "" }
        return parts.map { $0.replacing("%", with: "%25").replacing("/", with: "%2F") }.joined(separator: "/")
    }
}
