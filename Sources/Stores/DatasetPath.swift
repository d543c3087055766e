import Records
import SparkConnect
import Support
import TrainingStats

/// Where the records of a dataset are.
package enum DatasetPath {
    /// The source at a path: a database if it says so, a workbook if the file is one by what it holds, else a folder of CSV
    /// files.
    ///
    /// `moment` is the state that is meant, of a source which knows earlier ones; `schema` is one of a PostgreSQL database.
    ///
    /// - Throws: `ReadError` if the source knows only what stands there now, or has no schemas.
    package static func source(
        _ path: String, asOf moment: StoreMoment? = nil, schema: String? = nil
    ) throws(ReadError) -> any RecordSource {
        let place = try store(path, schema: schema)
        if let place { return DatabaseSource(place, asOf: moment) }
        if isSpark(path) {
            guard moment == nil else {
                throw .unreadable(
                    path: SparkAddress.scheme,
                    reason: .init(
                        en: "only a store that tadrib import made knows what was known earlier",
                        ar: "لا يعرف ما كان معروفاً من قبل إلا مخزن أنشأه tadrib import"))
            }
            do throws(SparkError) {
                return SparkSource(try SparkAddress(path))
            } catch {
                // What is no address may hold a secret, and is not shown.
                throw .unreadable(path: SparkAddress.scheme, reason: error.reason)
            }
        }
        guard moment == nil else {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "files do not know what was known earlier; keep the records in a store: "
                        + "tadrib import \(path) --into sqlite:training.db",
                    ar: "لا تعرف الملفات ما كان معروفاً من قبل؛ احفظ السجلات في مخزن: "
                        + "tadrib import \(path) --into sqlite:training.db"))
        }
        return DatasetFiles.source(path)
    }

    /// The database that a path names; nil if it names something else.
    ///
    /// - Throws: `ReadError` if no file is named, or what is named has no schemas.
    package static func store(_ path: String, schema: String? = nil) throws(ReadError) -> StorePlace? {
        let place = StorePlace(path, schema: schema)
        if case .sqlite("") = place {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "no file is named, such as sqlite:training.db", ar: "لم يُذكر ملف، مثل sqlite:training.db"))
        }
        if case .postgresql = place { return place }
        guard schema == nil else {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "only a PostgreSQL database has schemas; leave --schema out",
                    ar: "لا مخططات إلا لقاعدة بيانات PostgreSQL؛ احذف --schema"))
        }
        return place
    }

    /// The file or folder that a path names, behind what says that it is a database; nil of the address of a server, which means
    /// the same wherever it is read.
    package static func file(of path: String) -> (prefix: String, file: String)? {
        switch StorePlace(path) {
        case .sqlite(let file): (StorePlace.sqlitePrefix, file)
        case .postgresql: nil
        case nil: isSpark(path) ? nil : ("", path)
        }
    }

    /// Whether a path is the address of a server of Spark Connect.
    package static func isSpark(_ path: String) -> Bool { path.hasPrefix(SparkAddress.scheme) }
}
