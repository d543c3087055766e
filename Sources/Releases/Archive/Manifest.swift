import Foundation
import Support

/// What a release consists of and where it comes from: `manifest.json`, written last.
public struct Manifest: Hashable, Codable, Sendable {
    /// Name of the file.
    public static let fileName = "manifest.json"

    /// The version of this form.
    public var format = 1
    /// The report.
    public var report: String
    /// How often it is released.
    public var recurrence: String
    /// The period with its days.
    public var period: Days
    /// The number of the release among those of the period, from 1.
    public var revision: Int
    /// The day as of which it was made.
    public var reportingDay: String
    /// The day from which the figures of the period are final, where these are not so yet.
    public var provisionalUntil: String?
    /// The dataset's time zone.
    public var timeZone: String
    /// Name and version of the program.
    public var tool: String
    /// The SHA-256 of the file that defines its tables, where there is one.
    public var definition: Digest?
    /// The files of the dataset.
    public var inputs: [Input]
    /// Rows with errors that were left out, of all files.
    public var rejectedRows: Int
    /// The tables, as files of CSV hold their data.
    public var tables: [TableKey]
    /// The files of the release but for this one.
    public var outputs: [Output]
    /// SHA-256 of this file with an empty text in this place.
    public var seal = ""

    /// A period and its first and last day.
    public struct Days: Hashable, Codable, Sendable {
        /// As `--period` names it.
        public var label: String
        /// Its first day.
        public var first: String
        /// Its last day.
        public var last: String

        /// A period given by its days.
        public init(label: String, first: String, last: String) {
            self.label = label
            self.first = first
            self.last = last
        }
    }

    /// A file and what it holds.
    public struct Digest: Hashable, Codable, Sendable {
        /// Its name.
        public var file: String
        /// SHA-256 in hexadecimal.
        public var sha256: String

        /// A file's digest.
        public init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// A file that was read.
    public struct Input: Hashable, Codable, Sendable {
        /// Its name within the dataset.
        public var file: String
        /// SHA-256 in hexadecimal.
        public var sha256: String
        /// Data rows, sound or not.
        public var rows: Int
        /// Rows left out.
        public var rejected: Int

        /// A file's account.
        public init(file: String, sha256: String, rows: Int, rejected: Int) {
            self.file = file
            self.sha256 = sha256
            self.rows = rows
            self.rejected = rejected
        }
    }

    /// A table and by how many of its first columns its rows are told apart.
    public struct TableKey: Hashable, Codable, Sendable {
        /// Identifier: the file is `tables/ID.csv`.
        public var id: String
        /// So many columns come before the figures.
        public var keys: Int

        /// A table's key.
        public init(id: String, keys: Int) {
            self.id = id
            self.keys = keys
        }
    }

    /// A file that was written.
    public struct Output: Hashable, Codable, Sendable {
        /// Its path within the release.
        public var file: String
        /// Its length.
        public var bytes: Int
        /// SHA-256 in hexadecimal.
        public var sha256: String
    }
}

extension Manifest {
    /// The file's text.
    func sealed() -> [UInt8] {
        var manifest = self
        manifest.seal = ""
        manifest.seal = SHA256.hexadecimal(of: manifest.encoded())
        return manifest.encoded()
    }

    private func encoded() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts and whole numbers can always be encoded.
        return Array((try? encoder.encode(self)) ?? Data()) + Array("\n".utf8)
    }

    /// The manifest of the release in a folder.
    ///
    /// - Throws: ``SchedulingError`` where there is none, or it is not what was written.
    public init(ofReleaseIn folder: String) throws(SchedulingError) {
        let path = folder + "/" + Self.fileName
        guard Disk.kind(of: path) == S_IFREG else { throw .noRelease(path: folder) }
        let bytes = try Disk.bytes(of: path)
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw .badManifest(path: path, reason: "it is no manifest")
        }
        guard manifest.sealed() == bytes else { throw .badManifest(path: path, reason: "it is not as it was written") }
        let files = manifest.outputs.map(\.file) + manifest.tables.map(\.file)
        if let foreign = files.first(where: { !Self.isWithin($0) }) {
            throw .badManifest(path: path, reason: "'\(foreign)' leads out of the release")
        }
        self = manifest
    }

    /// Whether a path stays within the folder from which it starts.
    private static func isWithin(_ path: String) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    /// What the inputs were, for comparison with others.
    var digests: [Digest] { inputs.map { Digest(file: $0.file, sha256: $0.sha256) } }
}

extension Manifest.TableKey {
    /// The file of the table within a release.
    public var file: String { "tables/\(id).csv" }
}
