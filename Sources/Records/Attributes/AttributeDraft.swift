import Support
import TrainingStats

/// What has been read of the attributes that a dataset declares.
struct AttributeDraft {
    /// How the fields of each attribute are read.
    let readers: [AttributeReader]
    /// The members of each attribute.
    private(set) var members: [KeyTable]
    /// For each table that was read, the code of each row in each attribute that it states.
    private var codes: [RecordTable: [Int: [Int32]]] = [:]

    /// Nothing read yet of a dataset with these settings.
    init(_ settings: DatasetSettings = DatasetSettings()) {
        readers = settings.attributes.map { AttributeReader(of: $0, settings.calendar) }
        members = settings.attributes.map { attribute in
            var table = KeyTable()
            for code in attribute.codes ?? [] { _ = table.insert(code) }
            return table
        }
    }

    /// The code of the member that a text names; negative where it names none.
    mutating func code(of text: String?, in attribute: Int) -> Int32 {
        text.flatMap { readers[attribute].member(of: $0) }.map { Int32(members[attribute].insert($0)) } ?? -1
    }

    /// What a row of participations states of each attribute, the members of all of them being known; empty where the table
    /// has no own columns.
    func values<Column>(of texts: [String?], in rows: TableReader<Column>) -> [OwnValue] {
        guard !texts.isEmpty else { return [] }
        var values = [OwnValue](repeating: .unknown, count: readers.count)
        for (own, text) in zip(rows.header.own, texts) {
            let attribute = own.column.attribute
            if let text { values[attribute] = value(of: text, in: attribute) }
        }
        return values
    }

    private func value(of text: String, in attribute: Int) -> OwnValue {
        let reader = readers[attribute]
        if reader.attribute.isNumber { return ExactDecimal(text).map { .number($0) } ?? .unknown }
        let code = reader.member(of: text).flatMap { members[attribute].code(of: $0) }
        return code.map { .member(Int32($0)) } ?? .unknown
    }

    /// Takes over the members of an attribute that has no list of them.
    mutating func take(_ members: KeyTable, asMembersOf attribute: Int) { self.members[attribute] = members }

    /// Takes in the own texts of a row that counts.
    mutating func append<Column>(_ texts: [String?], of rows: TableReader<Column>) {
        for (own, text) in zip(rows.header.own, texts) {
            let attribute = own.column.attribute
            let code = code(of: text, in: attribute)
            codes[Column.table, default: [:]][attribute, default: []].append(code)
        }
    }

    /// Takes in the codes of rows of trainees.
    mutating func append(_ codes: [Int32], ofTraineesIn attribute: Int) {
        self.codes[.trainees, default: [:]][attribute, default: []] += codes
    }

    /// Puts the rows of a table in another order.
    mutating func arrange(_ table: RecordTable, by order: [Int]) {
        guard let columns = codes[table] else { return }
        codes[table] = columns.mapValues { codes in order.map { codes[$0] } }
    }

    /// What the records say of each attribute, when all tables have been read.
    func values(in dataset: Dataset) -> [AttributeValues] {
        readers.enumerated().map { position, reader in
            func codes(_ table: RecordTable, count: Int) -> [Int32] {
                self.codes[table]?[position] ?? [Int32](repeating: -1, count: count)
            }
            var values = AttributeValues()
            values.members = members[position]
            switch reader.attribute.table {
            case .courses: values.codes = codes(.courses, count: dataset.courses.count)
            case .sessions: values.codes = codes(.sessions, count: dataset.sessions.count)
            case .trainers: values.codes = codes(.trainers, count: dataset.trainers.count)
            case .participations: break
            case .trainees, .headcounts:
                let persons = codes(.trainees, count: dataset.trainees.count)
                // An affiliation says what its columns hold; the rest is as trainees.csv has it.
                let affiliations =
                    self.codes[.affiliations]?[position] ?? dataset.affiliations.map { persons[$0.trainee] }
                values.codes = persons + affiliations + codes(.headcounts, count: dataset.headcounts.count)
            }
            return values
        }
    }
}
