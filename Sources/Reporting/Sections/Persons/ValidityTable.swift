import Aggregation
import Support
import TrainingStats

/// What is known of the certificates of persons, in figures: who is current, due, lapsed, never certified; or how long ago
/// persons were last trained.
package struct ValidityTable {
    /// What the figures are about.
    package enum Subject: Sendable { case certificates, lastTraining }

    private let subject: Subject
    private let summary: Summary
    private let dataset: DatasetDescription

    /// The table of an answer.
    package init(_ subject: Subject, _ disclosed: DisclosedSummary, on dataset: DatasetDescription) {
        self.subject = subject
        summary = disclosed.summary
        self.dataset = dataset
    }

    /// The table, and the definitions of its terms.
    package func table(_ context: ReportContext) -> (table: Table, definitions: [Definition]) {
        let language = context.language
        let builder = TableBuilder(summary, on: dataset, language, filters: context.filters, showsBounds: false)
        var table = builder.table(.tidy, context)
        table.id = subject == .certificates ? "validity" : "last-training"
        table.title = language(subject == .certificates ? Phrase.certificateValidity : .lastTraining)
        table.subtitle = context.dayAndFilters
        let ofCourses = summary.dimensions.filter { $0.side == .course }
        let isOfSeveral = subject == .certificates && !ofCourses.contains { $0.id == "course" }
        let isInSeveral = !ofCourses.isEmpty && summary.cells.contains { $0.members.contains(.total) }
        table.notes = [
            language(CertificateSentence.personsAsOfDay),
            subject == .lastTraining
                ? language(CertificateSentence.lastTrainingOfPersons) : language(CertificateSentence.dueAreCurrent),
            leftOutOfMedian(language),
            isOfSeveral ? language(CertificateSentence.severalCourses) : nil,
            isInSeveral ? language(CertificateSentence.onceInTotal) : nil,
        ].compactMap(\.self)
        return (table, TableNotes(summary, language).definitions)
    }

    /// How many persons the median leaves out, since nobody knows when they were trained; nil where it leaves out nobody.
    private func leftOutOfMedian(_ language: Language) -> String? {
        guard case .count(let count)? = summary.total(Measure.trainedOnUnknownDay), count > 0 else { return nil }
        return language(CertificateSentence.leftOutOfMedian, ["persons": language(Counted.ofPersons, count)])
    }
}

/// The persons of whom something is to be said, each with the certificate that decides in a course.
package struct ValidityListTable {
    private let entries: [ValidityList.Entry]
    private let dataset: Dataset
    private let names: MemberNames
    private let showsNames: Bool

    /// The table of a list; names of persons are left out unless requested.
    package init(
        _ disclosed: DisclosedCertificates, in dataset: Dataset, _ names: MemberNames, showsNames: Bool
    ) {
        entries = disclosed.list.entries
        self.dataset = dataset
        self.names = names
        self.showsNames = showsNames
    }

    private typealias Column = (column: Grid.Column, cells: (ValidityList.Entry) -> (display: Cell, data: Cell))

    /// The table.
    package func table(_ context: ReportContext) -> Table {
        let language = context.language
        let columns = columns(context)
        let cells = entries.map { entry in columns.map { $0.cells(entry) } }
        let persons = Set(entries.map(\.person)).count
        return Table(
            id: "validity-list", title: language(Phrase.certificateValidity), subtitle: context.dayAndFilters,
            display: Grid(
                columns: columns.map(\.column), rows: cells.map { row in Grid.Row(row.map(\.display)) }),
            data: Grid(columns: columns.map(\.column), rows: cells.map { row in Grid.Row(row.map(\.data)) }),
            notes: [
                language(
                    CertificateSentence.certificatesListed,
                    ["persons": grouped(persons), "rows": grouped(entries.count)])
            ])
    }

    private func columns(_ context: ReportContext) -> [Column] {
        let (language, today) = (context.language, context.today)
        func column(
            _ id: String, _ heading: String, isNumeric: Bool = false, keepsWhole: Bool = false,
            _ cell: @escaping (ValidityList.Entry) -> Cell
        ) -> Column {
            (
                Grid.Column(id: id, heading: heading, isNumeric: isNumeric, keepsWhole: keepsWhole),
                { entry in (cell(entry), cell(entry)) }
            )
        }
        func member(_ id: String, _ code: @escaping (ValidityList.Entry) -> String?) -> Column {
            let dimension = names.dimension(id)
            return (
                Grid.Column(id: id, heading: dimension?.heading(language) ?? id, isNumeric: false),
                { entry in
                    guard let dimension, let code = code(entry) else { return (.empty, .empty) }
                    return (.text(names(.code(code), of: dimension)), .text(code))
                }
            )
        }
        func profile(_ entry: ValidityList.Entry) -> Profile { dataset.profile(of: entry.person, on: today) }
        var columns: [Column] = [
            column("trainee_id", RecordField.trainee.heading(language), keepsWhole: true) {
                .text(dataset.trainees.ids[$0.person])
            }
        ]
        if showsNames {
            columns.append(
                column("name", language(Phrase.name)) {
                    let name = dataset.trainees.names[$0.person]
                    return name.isEmpty ? .empty : .text(name)
                })
        }
        columns += [
            member("state") { entry in
                let state = Int(profile(entry).state)
                return state >= 0 ? dataset.states[state].code : nil
            },
            member("institution") { entry in
                let institution = Int(profile(entry).institution)
                return institution >= 0 ? dataset.institutions[institution] : nil
            },
            (
                Grid.Column(id: "course_id", heading: RecordField.course.heading(language), isNumeric: false),
                { entry in
                    let course = dataset.courses[entry.course]
                    return (.text(course.title(language)), .text(course.id))
                }
            ),
            column("certificate_no", language(Phrase.certificateNumber), keepsWhole: true) {
                $0.certificate?.number.map { .text($0) } ?? .empty
            },
            column("certified_on", language(Phrase.certifiedOn)) { $0.certificate.map { .date($0.issued) } ?? .empty },
            column("valid_until", language(Phrase.validUntil)) {
                $0.certificate.map { .date($0.validUntil) } ?? .empty
            },
            column("days_left", language(Phrase.daysLeft), isNumeric: true) { entry in
                entry.certificate.map { .whole(Int($0.validUntil.day) - Int(today.day)) } ?? .empty
            },
            (
                Grid.Column(id: "status", heading: language(Phrase.certificate), isNumeric: false),
                { (.text($0.standing.words(language)), .text($0.standing.rawValue)) }
            ),
        ]
        return columns
    }
}

extension ReportContext {
    /// The reporting day and the filters, for what does not depend on a period.
    fileprivate var dayAndFilters: String {
        let day = language(CertificateSentence.asOfDay, ["day": language.day(today)])
        return language.capitalised(language.list([day, filterText].filter { !$0.isEmpty }))
    }
}

extension ValidityList.Standing {
    /// What people read.
    fileprivate func words(_ language: Language) -> String {
        CertificateStatus(rawValue: rawValue)?.name?(language) ?? language(Phrase.never)
    }
}
