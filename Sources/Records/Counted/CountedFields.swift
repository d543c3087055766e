import Support
import TrainingStats

/// Reads fields of participations that are counted where they are: each different text once, by the rules of the table.
///
/// What is wrong is found as in a table that is read, with how many rows it concerns and without their places. An empty text
/// is an empty field.
package final class CountedFields {
    /// A column of which something is known.
    package enum Column: Hashable, Sendable {
        case session, trainee, status
        case value(ParticipationValue)
        /// A property that the dataset declares, by its position in the settings.
        case attribute(Int)
    }

    /// A text of a column, with how many rows have it.
    package struct Entry: Sendable {
        package var column: Column
        package var text: String
        package var rows: Int
        /// A session of the rows, where the limit of a number depends on it.
        package var session: Int?

        package init(_ column: Column, _ text: String, rows: Int, session: Int? = nil) {
            (self.column, self.text, self.rows, self.session) = (column, text, rows, session)
        }
    }

    /// What a text says.
    package enum Reading: Hashable, Sendable {
        /// Nothing: the row is rejected.
        case refused
        /// The position of a session, or of the person that counts.
        case position(Int)
        case status(UInt8)
        /// A number, or none.
        case number(ExactDecimal?)
        case own(OwnValue)
    }

    private let reader: DatasetReader
    private let rows: TableReader<ParticipationColumn>
    private let stream: CountedRows

    /// The fields of a table of a reader's dataset; nil where its headings make it useless, which the log says.
    package init?(of table: CountedTable, _ reader: DatasetReader) throws(ReadError) {
        let stream = CountedRows(headings: table.headings)
        let findings = RowFindings(of: table, log: reader.log.emptyCopy(), policy: reader.options.policy)
        let rows = try TableReader<ParticipationColumn>(
            of: table, from: ChunkSource(.rows(stream)), settings: reader.settings, findings: findings, onReject: nil)
        guard let rows else {
            reader.log.merge(findings.log)
            reader.log.addUseless(table.name)
            return nil
        }
        (self.reader, self.rows, self.stream) = (reader, rows, stream)
    }

    /// The headings of the table, in the order of columns.
    package var headings: [String] { rows.header.headings }

    /// Whether rows with errors count, with what is readable of them.
    package var keepsRowsWithErrors: Bool { reader.options.policy == .salvage }

    /// The heading of a column; nil where the table lacks it.
    package func heading(of column: Column) -> String? { position(of: column).map { rows.header.headings[$0] } }

    /// Where a column stands in a row; nil where the table lacks it.
    private func position(of column: Column) -> Int? {
        switch column {
        case .session: rows.header.position(of: .sessionID)
        case .trainee: rows.header.position(of: .traineeID)
        case .status: rows.header.position(of: .status)
        case .value(let value): rows.header.position(of: .value(value))
        case .attribute(let attribute): rows.header.own.first { $0.column.attribute == attribute }?.position
        }
    }

    /// The columns that say something of a row besides session and trainee, as far as the table has them.
    package var columns: [Column] {
        let all: [Column] =
            [.status] + ParticipationValue.stated.map(Column.value)
            + reader.settings.attributes.indices.map(Column.attribute)
        return all.filter { heading(of: $0) != nil }
    }

    /// What texts say; what is wrong with them is told.
    package func readings(of entries: [Entry]) throws(ReadError) -> [Reading] {
        var readings: [Reading] = []
        for entry in entries {
            stream.add(row(of: entry))
            rows.findings.times = entry.rows
            var reading = Reading.refused
            if try rows.nextChunk() {
                while rows.readRow({ reading = self.reading(of: entry) }) {}
                if rows.findings.firstError != nil { reading = .refused }
            }
            readings.append(reading)
        }
        rows.findings.times = 1
        return readings
    }

    /// The columns that are expected of who completed a course, where the settings say so.
    package var expectedOfCompletion: [ParticipationValue] {
        guard reader.settings.scores == .expected else { return [] }
        return ParticipationValue.stated.filter { $0.isExpectedOnCompletion && heading(of: .value($0)) != nil }
    }

    /// Tells that rows of who completed a course lack a value that is expected.
    package func tellLacking(_ value: ParticipationValue, rows: Int) {
        guard rows > 0 else { return }
        self.rows.findings.times = rows
        self.rows.report(
            .missingScore, at: .value(value), value: "", FindingText(RecordWording.valueOfCompletion, value.column))
        self.rows.findings.times = 1
    }

    /// Tells that rows were rejected, of which each column is sound.
    package func tellRepeated(_ rows: Int, example: String) {
        guard rows > 0 else { return }
        self.rows.findings.times = rows
        self.rows.findings.report(
            .duplicateKey, column: ParticipationColumn.traineeID.name, value: example,
            FindingText(ReferenceWording.repeatedWithoutOrder, example.shortened()))
        self.rows.findings.times = 1
    }

    /// Takes over what was found, of so many rows, so many that are left out and so many empty ones; and who came to each
    /// session.
    package func close(
        rows all: Int, rejected: Int, emptyLines: Int, attendance: [(session: Int, status: UInt8, rows: Int)]
    ) {
        rows.findings.reportReferenceRejections()
        reader.accept(
            rows, as: FileTally(file: rows.file, rows: all, rejected: rejected, emptyLines: emptyLines))
        reader.acceptTablesOfParticipations()
        for entry in attendance {
            reader.draft.attendance.add(entry.rows, status: entry.status, to: entry.session)
        }
    }

    /// A row with an entry's text in its place; a dash in another column keeps it from being empty.
    private func row(of entry: Entry) -> SourceRow {
        var fields = [[UInt8]](repeating: [], count: rows.header.headings.count)
        let other: Column = entry.column == .session ? .trainee : .session
        for (column, text) in [(other, "-"), (entry.column, entry.text)] {
            if let position = position(of: column) { fields[position] = Array(text.utf8) }
        }
        return SourceRow(number: 1, fields: fields)
    }

    private func reading(of entry: Entry) -> Reading {
        let draft = reader.draft
        switch entry.column {
        case .session:
            return draft.references.position(of: .sessionID, in: .sessions, rows).map { .position($0) } ?? .refused
        case .trainee:
            let identifier = draft.references.position(
                of: .traineeID, in: draft.dataset.trainees.ids, of: .trainees, rows)
            return identifier.map { .position(draft.persons($0)) } ?? .refused
        case .status: return rows.code(.status, as: ParticipationStatus.self).map { .status($0.code) } ?? .refused
        case .value(let value):
            let course = entry.session.map { draft.dataset.courses[draft.dataset.sessions[$0].course] }
            let number = rows.decimal(
                .value(value), atLeast: value.admissible.least, atMost: value.admissible.greatest.number(in: course))
            if value.isHeldAgainstPlannedHours, let number, let plan = course?.hours, number > plan {
                rows.report(
                    .hoursExceedPlan, at: .value(value), value: "\(number)",
                    FindingText(RecordWording.hoursAbovePlan, number, plan))
            }
            return .number(number)
        case .attribute(let position):
            let values = draft.attributes.values(of: rows.ownTexts(draft.attributes), in: rows)
            return .own(values.indices.contains(position) ? values[position] : .unknown)
        }
    }
}

/// What reading participations somewhere else needs to know of a dataset whose kept tables were read.
extension DatasetReader {
    /// The identifiers of trainees by which rows can name a person, with the position of the one that counts.
    package var identifiersOfPersons: [(text: String, person: Int)] {
        draft.dataset.trainees.ids.keys.enumerated().map { ($1, draft.persons($0)) }
    }

    /// Whether identifiers count as others.
    package var mergesPersons: Bool { !draft.persons.ends.isEmpty }

    /// For each session a number: amounts in sessions with the same one are converted alike.
    package var currencies: [Int32] {
        draft.dataset.sessions.indices.map { session in
            switch draft.currency(ofSession: session) {
            case .own: -1
            case .withoutRate: -2
            case .converted(let rate): Int32(rate)
            }
        }
    }

    /// A cost of a session as stated, in the dataset's currency; nil where it is not known.
    package func converted(_ cost: ExactDecimal?, ofSession session: Int) -> ExactDecimal? {
        draft.amount(cost, in: draft.currency(ofSession: session))
    }
}
