import TrainingStats

/// Tables whose rows refer to participations: days of attendance, from which hours follow, and follow-ups.
///
/// They are read before the participations; whether each row has one shows behind these.
extension DatasetReader {
    /// Reads these tables; what was found is kept back until the participations are known.
    func readTablesOfParticipations() throws(ReadError) {
        if let rows = try open(AttendanceColumn.self, tellsRejects: false) {
            draft.dataset.attendance = try AttendanceTable(draft).days(rows)
            attendanceRows = rows
        }
        if let rows = try open(FollowUpColumn.self, tellsRejects: false) {
            draft.dataset.followUps = try FollowUpTable(draft).followUps(rows)
            followUpRows = rows
        }
        if attendanceRows != nil || followUpRows != nil { draft.days = AttendedDays(draft.dataset) }
    }

    /// Takes over what was found in these tables.
    func closeTablesOfParticipations() throws(ReadError) {
        guard let days = draft.days else { return }
        let notes = draft.attended ?? AttendedDays.Notes(of: days)
        let lacking = days.lacking(notes)
        try close(&attendanceRows, lacking: !lacking.isEmpty) { (rows) throws(ReadError) in
            _ = try AttendanceTable(draft, lacking: lacking, rejected: notes.rejected).days(rows)
        }
        try close(&followUpRows, lacking: !lacking.isEmpty) { (rows) throws(ReadError) in
            _ = try FollowUpTable(draft, lacking: lacking, rejected: notes.rejected).followUps(rows)
        }
    }

    /// Takes over what was found in these tables where nobody knows which participations there are.
    func acceptTablesOfParticipations() {
        if let rows = attendanceRows { accept(rows) }
        if let rows = followUpRows { accept(rows) }
        (attendanceRows, followUpRows) = (nil, nil)
    }

    /// Takes over what was found in one of them.
    ///
    /// Where a row has no participation, or rejected rows are to be reported, the table is read again, knowing the
    /// participations.
    private func close<Column>(
        _ kept: inout TableReader<Column>?, lacking: Bool, readAgain: (TableReader<Column>) throws(ReadError) -> Void
    ) throws(ReadError) {
        guard let rows = kept else { return }
        kept = nil
        if !lacking, options.onReject == nil || rows.tally.rejected == 0 { return accept(rows) }
        guard let again = try open(Column.self) else { return }
        try readAgain(again)
        accept(again)
    }
}
