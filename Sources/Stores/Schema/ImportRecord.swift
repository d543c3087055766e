import Foundation
import Records
import Support
import TrainingStats

/// An import into a store, as its log keeps it.
package struct ImportRecord: Sendable {
    /// Its number, from 1 on.
    package var number: Int
    /// When, as ISO 8601 in UTC.
    package var time: String
    /// The name of the user who ran it.
    package var user: String
    /// What messages call the source.
    package var source: String

    /// The day on which it was made, in a time zone.
    func day(in zone: String) -> CivilDate? {
        guard let date = ISO8601DateFormatter().date(from: time) else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CivilDate(year: year, month: month, day: day)
    }
}

extension DatabaseConnection {
    /// The log of imports, the first one first.
    func imports() throws(DatabaseError) -> [ImportRecord] {
        var records: [ImportRecord] = []
        try forEach("SELECT import, imported_at, imported_by, imported_from FROM tadrib_imports ORDER BY import", []) {
            records.append(
                ImportRecord(
                    number: $0.number(0), time: $0.text(1) ?? "", user: $0.text(2) ?? "", source: $0.text(3) ?? ""))
        }
        return records
    }
}
