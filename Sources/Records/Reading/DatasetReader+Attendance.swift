import TrainingStats

/// Days of participations: hours follow from them, so that they are read before the participations; whether each day has
/// a participation shows behind these.
extension DatasetReader {
    /// Reads the days of participations; what was found is kept back until the participations are known.
    func readAttendance() throws(ReadError) {
        guard let rows = try open(AttendanceColumn.self, tellsRejects: false) else { return }
        let table = AttendanceTable(draft)
        draft.dataset.attendance = try table.days(rows)
        draft.days = AttendedDays(draft.dataset)
        attendanceRows = rows
    }

    /// Takes over what was found in the days of participations.
    ///
    /// Where one has no participation, or rejected rows are to be reported, the table is read again, knowing the
    /// participations.
    func closeAttendance() throws(ReadError) {
        guard let rows = attendanceRows, let days = draft.days else { return }
        attendanceRows = nil
        let notes = draft.attended ?? AttendedDays.Notes(of: days)
        let lacking = days.lacking(notes)
        if lacking.isEmpty, options.onReject == nil || rows.tally.rejected == 0 { return accept(rows) }
        guard let again = try open(AttendanceColumn.self) else { return }
        _ = try AttendanceTable(draft, lacking: lacking, rejected: notes.rejected).days(again)
        accept(again)
    }
}
