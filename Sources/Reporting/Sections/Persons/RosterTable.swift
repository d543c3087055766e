import Aggregation
import Support
import TrainingStats

/// The persons of a session: a list of them, or a register to be signed or filled in, person by day.
package struct RosterTable {
    /// How many days a register can have: more columns than that are no help on any paper.
    package static let mostDays = 62

    private let session: Session
    private let list: [Participation]
    private let dataset: Dataset
    private let index: Int
    private let showsNames: Bool
    private let language: Language

    /// The list of the session at a position; names are left out unless requested.
    package init(
        ofSession index: Int, _ disclosed: DisclosedParticipations, in dataset: Dataset, showsNames: Bool,
        _ language: Language
    ) {
        self.index = index
        session = dataset.sessions[index]
        list = disclosed.participations
        self.dataset = dataset
        self.showsNames = showsNames
        self.language = language
    }

    /// The persons with their state, institution, status and hours, and the days on which they were present.
    package var roster: Table {
        var columns = identity + [state, institution]
        columns.append(
            PersonalColumn("status", RecordField.status.heading(language), in: language) { $0.status })
        columns.append(PersonalColumn(.hours, language))
        if dataset.tables.attendance { columns += [PersonalColumn(.daysPresent, language)] + recordedDays }
        let attended = list.count { dataset.settings.trainedStatuses.contains($0.status) }
        return table(
            "roster", titled: .roster, columns,
            note: language(Sentence.personsListed, ["count": grouped(list.count), "attended": grouped(attended)]))
    }

    /// The persons with an empty field for each day of the session; nil where its days are not known or too many.
    package var register: Table? {
        guard let start = session.start, let end = session.end, end.day - start.day < Self.mostDays else { return nil }
        let days = (0...max(0, Int(end.day - start.day))).map { start.advanced(by: $0) }
        let columns =
            identity + [institution]
            + days.map { day in PersonalColumn("\(day)", "\(day)", keepsWhole: true) { _ in .empty } }
        var table = table(
            "register", titled: .register, columns,
            note: language(Sentence.personsInRegister, ["count": grouped(list.count), "days": grouped(days.count)]))
        // The empty fields are what it is for.
        table.display = table.data
        return table
    }

    private func table(_ id: String, titled title: Phrase, _ columns: [PersonalColumn], note: String) -> Table {
        let grids = PersonalColumn.grids(columns, of: list)
        let groups = dataset.headcounts.filter { $0.session == index }.compactMap(\.participants).reduce(0, +)
        let counted = language(Sentence.countedInSession, ["count": grouped(groups)])
        let course = dataset.courses[session.course]
        return Table(
            id: id, title: "\(language(title)): \(session.id) · \(course.title(language))", subtitle: subtitle,
            display: grids.display, data: grids.data, notes: groups > 0 ? [note, counted] : [note])
    }

    private var subtitle: String {
        let days = [session.start, session.end].map { $0?.description ?? language(Phrase.unknown) }
        let venue = session.venue.map { dataset.venues[$0] }
        let status = session.status == .held ? nil : session.status.name?(language)
        return [days.joined(separator: " – "), venue, status].compactMap(\.self).joined(separator: " · ")
    }

    // MARK: Columns

    private var identity: [PersonalColumn] {
        let trainee = PersonalColumn("trainee_id", RecordField.trainee.heading(language), keepsWhole: true) {
            .text(dataset.trainees.ids[$0.trainee])
        }
        guard showsNames else { return [trainee] }
        return [
            trainee,
            PersonalColumn("name", language(Phrase.name)) {
                let name = dataset.trainees.names[$0.trainee]
                return name.isEmpty ? .empty : .text(name)
            },
        ]
    }

    private var state: PersonalColumn {
        PersonalColumn(
            "state", Catalogue.builtIn.dimension("state")?.heading(language) ?? "",
            cells: { participation in
                let state = Int(dataset.profile(of: participation.trainee, on: session.start).state)
                guard state >= 0 else { return (.empty, .empty) }
                return (.text(dataset.states[state].name(language)), .text(dataset.states[state].code))
            })
    }

    private var institution: PersonalColumn {
        PersonalColumn("institution", RecordField.institution.heading(language)) {
            let institution = Int(dataset.profile(of: $0.trainee, on: session.start).institution)
            return institution >= 0 ? .text(dataset.institutions[institution]) : .empty
        }
    }

    /// A column for each day of which the records say whether somebody was present.
    private var recordedDays: [PersonalColumn] {
        var presence: [CivilDate: [Int32: Bool]] = [:]
        for day in dataset.attendance where day.session == Int32(index) {
            presence[day.date, default: [:]][day.trainee] = day.isPresent
        }
        return presence.sorted { $0.key < $1.key }.map { day, persons in
            PersonalColumn("\(day)", "\(day)", in: language) { participation -> DayPresence? in
                persons[Int32(participation.trainee)].map { $0 ? .yes : .no }
            }
        }
    }
}
