import Support

/// Why releases cannot be made or looked at; nothing half-made stays.
package enum ReleaseError: Error, Hashable, Sendable {
    /// Another run holds the lock of a folder.
    case locked(path: String)
    /// A file or folder cannot be read or written.
    case file(FileError)
    /// There is no release where one is asked for.
    case noRelease(path: String)
    /// A manifest cannot be read, or was changed after it was written.
    case badManifest(path: String, reason: BilingualText)
    /// A file of a release was changed after it was written.
    case changed(path: String)
    /// The list of what was delivered cannot be read.
    case badJournal(path: String)

    /// What is wrong, where, and the remedy, in both languages.
    package var text: BilingualText {
        switch self {
        case .locked(let path): .init(en: "\(path): another run is at work there", ar: "\(path): تشغيل آخر يعمل هناك")
        case .file(let error): error.text
        case .noRelease(let path):
            .init(
                en: "\(path): there is no release; it would have a manifest.json",
                ar: "\(path): لا إصدار فيه؛ فلو كان لكان فيه manifest.json")
        case .badManifest(let path, let reason):
            .init(
                en:
                    "\(path): \(reason.en); restore it from a copy, or move its folder away to have the release made again",
                ar: "\(path): \(reason(.ar))؛ استعده من نسخة، أو انقل مجلده ليُصنع الإصدار من جديد")
        case .changed(let path):
            .init(
                en: "\(path): differs from what the manifest says; restore it from a copy",
                ar: "\(path): يختلف عما في البيان؛ استعده من نسخة")
        case .badJournal(let path):
            .init(
                en:
                    "\(path): it is not a list of deliveries, and nothing is delivered without it; restore it from a copy, "
                    + "or move it away: what it says is open is not delivered then",
                ar: "\(path): ليس قائمة تسليم، ولا يُسلَّم شيء من دونها؛ استعدها من نسخة، أو انقلها: "
                    + "فلا يُسلَّم عندئذ ما بقي مفتوحاً فيها")
        }
    }

    /// Does work with files, whose errors become those of releases.
    static func wrapping<Result>(_ work: () throws(FileError) -> Result) throws(ReleaseError) -> Result {
        do throws(FileError) { return try work() } catch { throw .file(error) }
    }
}
