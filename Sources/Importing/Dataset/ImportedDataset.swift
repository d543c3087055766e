import Records
import Support
import TrainingStats

/// A dataset that was made of registers, in memory: its tables as the data contract has them, and what was found.
package struct ImportedDataset: Sendable {
    /// A table.
    package struct Table: Sendable {
        /// Which one.
        package var table: RecordTable
        /// The names of its columns.
        package var columns: [String]
        /// Its rows.
        package var rows: [[String]]
        /// For each row, where it comes from.
        package var places: [String]
        /// For each row, where the fields of some columns come from.
        package var fieldPlaces: [[String: String]]
    }

    /// The tables, in the order of the contract.
    package private(set) var tables: [Table]
    /// The members of `dataset.json`.
    package let settings: [JSONNode.Member]
    /// What was found in the registers.
    package let log: ImportLog
    /// The sums that the register states, held against its rows.
    let sums: [MappedTable.Check: HeldSum]
    /// How many records there were.
    package private(set) var tally: ImportTally

    init(_ builder: DatasetBuilder, mapping: Mapping, shared: SharedReading, today: CivilDate?) {
        settings = mapping.dataset
        sums = shared.sums
        var log = shared.log
        let settled = SettledSessions(builder, today: today, &log)
        self.log = log
        tally = builder.tally
        (tally.planned, tally.endless) = (settled.planned, settled.endless)
        var made: [Table] = []
        func add(_ table: RecordTable, _ entities: EntityTable, always: Bool = false) {
            guard always || !entities.rows.isEmpty else { return }
            let (required, optional) = table.columnNames
            let filled = Set(entities.rows.flatMap(\.fields.keys))
            let all = table.fields.map(\.name)
            let columns = all.filter { required.contains($0) || (optional.contains($0) && filled.contains($0)) }
            made.append(
                Table(
                    table: table, columns: columns,
                    rows: entities.rows.map { row in columns.map { row.fields[$0] ?? "" } },
                    places: entities.rows.map(\.place), fieldPlaces: entities.rows.map(\.places)))
        }
        var courses = builder.courses
        courses.fillTitles()
        var trainees = builder.trainees
        let affiliations = builder.history.affiliations(of: &trainees, in: settled.sessions)
        let members = MemberTables(mapping, courses: courses, builder)
        add(.states, members.states)
        add(.topics, members.topics)
        add(.courses, courses, always: true)
        add(.sessions, settled.sessions, always: true)
        add(.trainers, builder.trainers)
        add(.assignments, builder.assignments)
        add(.trainees, trainees, always: builder.headcounts.rows.isEmpty)
        add(.affiliations, affiliations)
        add(.labels, members.labels)
        add(.headcounts, builder.headcounts)
        add(.participations, settled.participations, always: builder.headcounts.rows.isEmpty)
        add(.attendance, settled.attendance)
        add(.rates, EntityTable(mapping.rates))
        add(.evaluations, builder.evaluations)
        add(.followups, builder.followUps)
        tables = made
    }

    /// The table of a name.
    package subscript(_ table: RecordTable) -> Table? { tables.first { $0.table == table } }

    /// Leaves out rows that the reader of datasets rejects, by their positions from 0 on.
    package mutating func leaveOut(_ rows: Set<Int>, of table: RecordTable) {
        guard let position = tables.firstIndex(where: { $0.table == table }) else { return }
        let kept = tables[position].rows.indices.filter { !rows.contains($0) }
        tables[position].rows = kept.map { tables[position].rows[$0] }
        tables[position].places = kept.map { tables[position].places[$0] }
        tables[position].fieldPlaces = kept.map { tables[position].fieldPlaces[$0] }
    }

    /// The files of the dataset, by their names.
    package var files: [(name: String, bytes: [UInt8])] {
        var files: [(name: String, bytes: [UInt8])] = []
        if !settings.isEmpty { files.append(("dataset.json", Array(JSONNode.object(settings).text.utf8))) }
        for table in tables {
            var text = CSVQuoting.record(table.columns)
            for row in table.rows { text += CSVQuoting.record(row) }
            files.append((table.table.fileName, Array(text.utf8)))
        }
        return files
    }
}

extension EntityTable {
    /// Gives courses without a title their identifier for one.
    fileprivate mutating func fillTitles() {
        for row in rows where row.fields["title"] == nil {
            guard let identifier = row.fields["course_id"] else { continue }
            var filled = row
            filled.fields["title"] = identifier
            self[identifier] = filled
        }
    }
}
