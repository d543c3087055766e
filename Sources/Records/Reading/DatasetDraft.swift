import Support
import TrainingStats

/// What has been read of a dataset so far, and what the tables that follow need to know of it.
struct DatasetDraft {
    /// The tables as they will be handed over.
    var dataset = Dataset()
    /// Which rows other tables may refer to.
    var references = ReferenceIndex()
    /// The spellings of the dataset's states.
    var spellings = StateSpellings(GulfState.builtIn)
    /// Which rates are in force when.
    var rates = RateIndex()
    /// Sessions that take part although their currency has no rate: their amounts are left out.
    var sessionsWithoutRate: Set<Int> = []
    /// How many came to each session.
    var attendance = AttendanceTally(Dataset())
    /// What follows from tables that refer to participations; nil without any.
    var days: AttendedDays?
    /// Which participations that these refer to are there; nil as long as none was read.
    var attended: AttendedDays.Notes?
    /// What participations say of certificates, in no order.
    var certificates: [CertificateNote] = []
    /// Who would have been a child at a session, in the order of persons.
    var youngPersons: [YoungPersons.Entry] = []
    /// Where the members of each dimension first stood, by their codes.
    var origins: [MemberDimension: [MemberOrigin]] = [:]
    /// The rows of labels.csv that count, in file order.
    var labelRows: [LabelRow] = []
    /// The rows of persons.csv that count, in file order.
    var personRows: [PersonRow] = []
    /// What they say, row by row; nil without the table.
    var identities: PersonIdentities?
    /// What they say together.
    var persons = KnownPersons()
    /// What has been read of the attributes that the dataset declares.
    var attributes = AttributeDraft()
    /// For each dimension with spellings of one member, the code that each code counts as.
    var mergedMembers: [MemberDimension: [Int32]] = [:]

    /// The code of a field's text among a dimension's members; where it first stood is remembered.
    mutating func member<Column>(
        _ column: Column, of dimension: MemberDimension, _ rows: TableReader<Column>
    ) -> Int? {
        rows.text(column).map { text in
            member(text, of: dimension, from: MemberOrigin(table: Column.table, line: rows.line))
        }
    }

    /// The code of a text among a dimension's members; where it first stood is remembered.
    mutating func member(_ text: String, of dimension: MemberDimension, from origin: MemberOrigin) -> Int {
        let code = dataset[keyPath: dimension.table].insert(text)
        if code >= origins[dimension, default: []].count { origins[dimension, default: []].append(origin) }
        return code
    }
}

/// Where a member first stood.
struct MemberOrigin {
    var table: RecordTable
    var line: Int
}

/// The dimensions whose members are texts of the records.
package enum MemberDimension: String, CaseIterable, Sendable {
    case institution, venue, provider, programme, language
    case trainerNationality = "trainer-nationality"
    case trainerOrganisation = "trainer-organisation"
    case evaluationItem = "evaluation-item"

    /// The dimensions whose members are compared, to find two spellings of one.
    package static let compared: [MemberDimension] = [.institution, .venue, .provider, .programme]

    /// The members.
    var table: WritableKeyPath<Dataset, KeyTable> {
        switch self {
        case .institution: \.institutions
        case .venue: \.venues
        case .provider: \.providers
        case .programme: \.programmes
        case .language: \.languages
        case .trainerNationality: \.nationalities
        case .trainerOrganisation: \.organisations
        case .evaluationItem: \.evaluationItems
        }
    }
}

/// They are asked row by row, and need not know all that has been read: a draft would be copied for each row.
extension StateSpellings {
    /// The position of the state that a field names, of all these; nil, with a finding, where it names none that is known.
    func state<Column>(_ column: Column, _ rows: TableReader<Column>, of states: [GulfState]) -> Int? {
        guard let text = rows.text(column) else { return nil }
        if let index = self(text) { return index }
        rows.reportUnknown(
            text, at: column, known: states.map(\.code),
            names: states.flatMap { [$0.name.en, $0.name.ar].compactMap(\.self) },
            as: (FieldWording.unknownState, FieldWording.misspeltState))
        return nil
    }

    /// Fills in the state, sector and sex that the current row states.
    func readProfile<Column: ProfileColumn>(
        _ rows: TableReader<Column>, of states: [GulfState], into profile: inout Profile
    ) {
        if let index = state(.state, rows, of: states) { profile.state = Int16(index) }
        if let sector = rows.code(.sector, as: Sector.self) { profile.sector = Self.position(of: sector) }
        if let column = Column.sexOfPerson, let sex = rows.code(column, as: Sex.self) {
            profile.sex = Self.position(of: sex)
        }
    }

    private static func position<Code: CaseIterable & Equatable>(of code: Code) -> Int8 {
        Int8(Code.allCases.enumerated().first { $0.element == code }?.offset ?? -1)
    }
}
