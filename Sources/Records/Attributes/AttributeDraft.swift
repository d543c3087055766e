import Support
import TrainingStats

/// What has been read of the attributes that a dataset declares.
struct AttributeDraft {
    /// How the fields of each attribute are read.
    let readers: [AttributeReader]
    /// The members of each attribute.
    private(set) var members: [KeyTable]
    /// Where the members of attributes of texts first stood, by their codes.
    private(set) var origins: [Int: [MemberOrigin]] = [:]
    /// For each table that was read, the code of each row in each attribute that it states.
    private var codes: [RecordTable: [Int: [Int32]]] = [:]
    /// Likewise the number of each row, of attributes of numbers.
    private var numbers: [RecordTable: [Int: [ExactDecimal?]]] = [:]

    /// Nothing read yet of a dataset with these settings.
    init(_ settings: DatasetSettings = DatasetSettings()) {
        readers = settings.attributes.map { AttributeReader(of: $0, settings.calendar) }
        members = settings.attributes.map { attribute in
            var table = KeyTable()
            for code in attribute.codes ?? [] { _ = table.insert(code) }
            return table
        }
    }

    /// The code of the member that a text names, remembered with where it stands; negative where it names none.
    mutating func code(of text: String?, in attribute: Int, from origin: MemberOrigin) -> Int32 {
        guard let member = text.flatMap({ readers[attribute].member(of: $0) }) else { return -1 }
        let code = members[attribute].insert(member)
        if readers[attribute].attribute.kind == .text, code >= origins[attribute, default: []].count {
            origins[attribute, default: []].append(origin)
        }
        return Int32(code)
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
        if let number = reader.number(of: text) { return .number(number) }
        let code = reader.member(of: text).flatMap { members[attribute].code(of: $0) }
        return code.map { .member(Int32($0)) } ?? .unknown
    }

    /// Takes over the members of an attribute that has no list of them, with where each first stood.
    mutating func take(_ members: KeyTable, asMembersOf attribute: Int, from origins: [MemberOrigin]) {
        self.members[attribute] = members
        if readers[attribute].attribute.kind == .text { self.origins[attribute] = origins }
    }

    /// Takes in the own texts of a row that counts.
    mutating func append<Column>(_ texts: [String?], of rows: TableReader<Column>) {
        for (own, text) in zip(rows.header.own, texts) {
            let attribute = own.column.attribute
            let code = code(of: text, in: attribute, from: MemberOrigin(table: Column.table, line: rows.line))
            codes[Column.table, default: [:]][attribute, default: []].append(code)
            guard readers[attribute].attribute.isNumber else { continue }
            let number = text.flatMap { readers[attribute].number(of: $0) }
            numbers[Column.table, default: [:]][attribute, default: []].append(number)
        }
    }

    /// Takes in the codes of rows of trainees.
    mutating func append(_ codes: [Int32], ofTraineesIn attribute: Int) {
        self.codes[.trainees, default: [:]][attribute, default: []] += codes
    }

    /// Takes in the numbers of rows of trainees.
    mutating func append(_ numbers: [ExactDecimal?], ofTraineesIn attribute: Int) {
        self.numbers[.trainees, default: [:]][attribute, default: []] += numbers
    }

    /// Puts the rows of a table in another order.
    mutating func arrange(_ table: RecordTable, by order: [Int]) {
        codes[table] = codes[table]?.mapValues { codes in order.map { codes[$0] } }
        numbers[table] = numbers[table]?.mapValues { numbers in order.map { numbers[$0] } }
    }

    /// What the records say of each attribute, when all tables have been read.
    func values(in dataset: Dataset) -> [AttributeValues] {
        readers.enumerated().map { position, reader in
            var values = AttributeValues()
            values.members = members[position]
            values.codes = rows(
                of: reader.attribute.table, codes.compactMapValues { $0[position] }, in: dataset, else: -1)
            if reader.attribute.isNumber {
                let numbers = rows(
                    of: reader.attribute.table, numbers.compactMapValues { $0[position] }, in: dataset, else: nil)
                for number in numbers { values.numbers.append(number) }
            }
            return values
        }
    }

    /// What the rows of a table say of an attribute, one behind the other; `unknown` in each row of one that does not state it.
    ///
    /// Of persons it is also what their affiliations say, and groups.
    private func rows<Value>(
        of table: Attribute.Table, _ columns: [RecordTable: [Value]], in dataset: Dataset, else unknown: Value
    ) -> [Value] {
        func rows(_ table: RecordTable, count: Int) -> [Value] {
            columns[table] ?? [Value](repeating: unknown, count: count)
        }
        switch table {
        case .courses: return rows(.courses, count: dataset.courses.count)
        case .sessions: return rows(.sessions, count: dataset.sessions.count)
        case .trainers: return rows(.trainers, count: dataset.trainers.count)
        // These stand in the blocks.
        case .participations: return []
        case .trainees, .headcounts:
            let persons = rows(.trainees, count: dataset.trainees.count)
            // An affiliation says what its columns hold; the rest is as trainees.csv has it.
            let affiliations = columns[.affiliations] ?? dataset.affiliations.map { persons[$0.trainee] }
            return persons + affiliations + rows(.headcounts, count: dataset.headcounts.count)
        }
    }
}
