import Aggregation
import Support
import TrainingStats

/// What a person took part in: one row for each session, and what it comes to.
package struct TranscriptTable {
    private let list: [Participation]
    private let dataset: Dataset
    private let person: Int
    private let identifiers: [String]
    private let today: CivilDate
    private let showsName: Bool
    private let language: Language
    /// The person's certificates by session; nil where the dataset has no validity.
    private let certificates: CertificateRegister?

    /// The participations of the person at a position, who has the given identifiers; the name is left out unless requested.
    ///
    /// Certificates that lapse within so many days are due.
    package init(
        ofPerson person: Int, identifiers: [String], _ disclosed: DisclosedParticipations, in dataset: Dataset,
        today: CivilDate, notice: Int, showsName: Bool, _ language: Language
    ) {
        self.person = person
        self.identifiers = identifiers
        self.dataset = dataset
        self.today = today
        self.showsName = showsName
        self.language = language
        var collector = CertificateCollector(of: dataset)
        for participation in disclosed.participations { collector.add(participation) }
        certificates = dataset.hasValidity ? collector.register(asOf: today, within: notice) : nil
        // By the last day, those of which it is not known at the end.
        list = disclosed.participations.sorted { first, second in
            let (one, other) = (dataset.sessions[first.session], dataset.sessions[second.session])
            return (one.end?.day ?? .max, one.start?.day ?? .max, first.line)
                < (other.end?.day ?? .max, other.start?.day ?? .max, second.line)
        }
    }

    /// The table.
    package var table: Table {
        var (display, data) = PersonalColumn.grids(columns, of: list)
        if !list.isEmpty { display.rows.append(total(under: display.columns)) }
        let name = dataset.trainees.names[person]
        let profile = dataset.trainees.profiles[person]
        let subtitle = [
            profile.state >= 0 ? dataset.states[Int(profile.state)].name(language) : nil,
            profile.institution >= 0 ? dataset.institutions[Int(profile.institution)] : nil,
        ]
        return Table(
            id: "transcript",
            title: "\(language(Phrase.transcript)): \(identifiers.first ?? "")"
                + (showsName && !name.isEmpty ? " · " + name : ""),
            subtitle: subtitle.compactMap(\.self).joined(separator: " · "), display: display, data: data, notes: notes)
    }

    private var columns: [PersonalColumn] {
        let attendance: [ParticipationValue] = dataset.tables.attendance ? [.daysPresent, .daysRecorded] : []
        return [
            PersonalColumn("session_id", RecordField.session.heading(language), keepsWhole: true) {
                .text(session($0).id)
            },
            PersonalColumn(
                "course_id", RecordField.course.heading(language),
                cells: { (.text(course($0).title(language)), .text(course($0).id)) }),
            PersonalColumn("title", language(Phrase.title), isOfDataAlone: true) { .text(course($0).title(language)) },
            PersonalColumn("start_date", language(Phrase.startsOn)) { session($0).start.map { .date($0) } ?? .empty },
            PersonalColumn("end_date", RecordField.endDate.heading(language)) {
                session($0).end.map { .date($0) } ?? .empty
            },
            PersonalColumn(
                "session_status", language(Phrase.sessionStatus),
                cells: { participation in
                    let status = session(participation).status
                    let isHeld = status == .held
                    return (
                        isHeld ? .empty : .text(status.name?(language) ?? status.rawValue), .text(status.rawValue)
                    )
                }),
            PersonalColumn("status", RecordField.status.heading(language), in: language) { $0.status },
        ]
            + ([.hours] + attendance + [.preScore, .postScore]).map { PersonalColumn($0, language) } + [
                PersonalColumn("max_score", RecordField.number(.maxScore).heading(language), isNumeric: true) {
                    let isScored = $0[.preScore] != nil || $0[.postScore] != nil
                    return isScored ? .asStated(course($0).maxScore) : .empty
                }
            ] + certificateColumns
    }

    /// What the person's certificates say, and until when they are valid, where the dataset has any of that.
    private var certificateColumns: [PersonalColumn] {
        let stated = [
            PersonalColumn("certificate_no", language(Phrase.certificateNumber), keepsWhole: true) {
                $0.certificate?.number.map { .text($0) } ?? .empty
            },
            PersonalColumn("certified_on", language(Phrase.certifiedOn)) {
                $0.certificate?.day.map { .date($0) } ?? .empty
            },
        ]
        guard let certificates else { return list.contains { $0.certificate != nil } ? stated : [] }
        let entries = Dictionary(
            zip(certificates.certificates, certificates.statuses).map { ($0.session, (certificate: $0, status: $1)) },
            uniquingKeysWith: { first, _ in first })
        return stated + [
            PersonalColumn("valid_until", language(Phrase.validUntil)) {
                entries[$0.session].map { .date($0.certificate.validUntil) } ?? .empty
            },
            PersonalColumn("certificate_status", language(Phrase.certificate), in: language) {
                entries[$0.session]?.status
            },
        ]
    }

    /// The hours of trained participations, as the measure `trainee-hours` adds them up.
    private func total(under columns: [Grid.Column]) -> Grid.Row {
        let hours = trained.map { $0[.hours] }
        let sum: Cell =
            hours.isEmpty || hours.contains { $0 != nil }
            ? .asStated(hours.compactMap(\.self).reduce(.zero, +)) : .unknown
        return Grid.Row(
            columns.enumerated().map { index, column in
                if index == 0 { return .text(language(Phrase.total)) }
                return column.id == ParticipationValue.hours.column ? sum : .empty
            }, isTotal: true)
    }

    private var notes: [String] {
        let counts = language(
            Sentence.transcriptCounts,
            [
                "sessions": grouped(list.count), "trained": grouped(trained.count),
                "completed": grouped(trained.count { $0.status == .completed }),
            ])
        guard identifiers.count > 1 else { return [counts] }
        return [counts, language(Sentence.identifiersOfPerson, ["identifiers": language.list(identifiers)])]
    }

    /// The trained participations.
    private var trained: [Participation] {
        list.filter {
            dataset.settings.trainedStatuses.contains($0.status) && session($0).isDelivered(by: today)
                && dataset.isTraining(session($0))
        }
    }

    private func session(_ participation: Participation) -> Session { dataset.sessions[participation.session] }

    private func course(_ participation: Participation) -> Course { dataset.courses[session(participation).course] }
}
