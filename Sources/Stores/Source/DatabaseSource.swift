import Records
import Support
import TrainingStats

/// A dataset in a database: a store that imports made, or tables and views of another program that have the columns of the
/// data contract.
package struct DatabaseSource: RecordSource {
    private let place: StorePlace
    /// The state of a store that is meant; nil for the newest.
    private let moment: StoreMoment?

    /// The dataset in a database; nothing is looked up yet.
    package init(_ place: StorePlace, asOf moment: StoreMoment? = nil) {
        self.place = place
        self.moment = moment
    }

    /// What messages call it.
    package var path: String { place.path }

    /// What messages call a table that is missing.
    package func path(of table: RecordTable) -> String { "\(path)!\(table.rawValue)" }

    /// The settings and tables in the database.
    ///
    /// - Throws: `ReadError` where it cannot be read, or does not have the state that is meant.
    package func contents() throws(ReadError) -> SourceContents {
        let reader = try place.reader()
        let connection = try reader.opened()
        switch try reader.reading({ () throws(DatabaseError) in try connection.storeState() }) {
        case .store(let version) where version > StoreSchema.version:
            throw .unreadable(path: path, reason: StoreError.newer(path).reason)
        case .store:
            let state = try StoreState(at: moment, of: reader, connection)
            return try reader.reading { () throws(DatabaseError) in try state.contents(connection) }
        case .empty, .other:
            guard moment == nil else {
                throw .unreadable(
                    path: path,
                    reason: .init(
                        en: "only a store that tadrib import made knows what was known earlier",
                        ar: "لا يعرف ما كان معروفاً من قبل إلا مخزن أنشأه tadrib import"))
            }
            return try ForeignDatabase(reader).contents()
        }
    }

    /// Finds out whether the database itself is sound.
    package func checkIntegrity() throws(ReadError) {
        let reader = try place.reader()
        let connection = try reader.opened()
        let problems = try reader.reading { () throws(DatabaseError) in try connection.integrityProblems() }
        guard !problems.isEmpty else { return }
        let list = problems.joined(separator: "; ")
        throw .unreadable(
            path: path,
            reason: .init(
                en: "the database is damaged (\(list)); take a copy that was made earlier",
                ar: "قاعدة البيانات تالفة (\(list.isolated))؛ استخدم نسخة سابقة"))
    }
}
