import Foundation
import Support

/// What a release consists of and what it was made from: `manifest.json`, the file that is written last.
package struct Manifest: Hashable, Codable, Sendable {
    /// Name of the file.
    package static let fileName = "manifest.json"

    /// The version of this form.
    package var format = 1
    /// The report.
    package var report: String
    /// How often it is released.
    package var recurrence: String
    /// The period with its days.
    package var period: Days
    /// The number of the release among those of the period, from 1.
    package var revision: Int
    /// The day as of which it was made.
    package var reportingDay: String
    /// The day from which the figures of the period are final, where these are not so yet.
    package var provisionalUntil: String?
    /// The dataset's time zone.
    package var timeZone: String
    /// Name and version of the program.
    package var tool: String
    /// The SHA-256 of the file that defines its tables, where there is one.
    package var definition: Digest?
    /// The files of the dataset.
    package var inputs: [Input]
    /// Rows with errors that were left out, of all files.
    package var rejectedRows: Int
    /// The tables, as files of CSV hold their data.
    package var tables: [TableKey]
    /// The files of the release but for this one.
    package var outputs: [Output]
    /// SHA-256 of this file with an empty text in this place.
    package var seal = ""

    /// A period and its first and last day.
    package struct Days: Hashable, Codable, Sendable {
        /// As `--period` names it.
        package var label: String
        /// Its first day.
        package var first: String
        /// Its last day.
        package var last: String

        /// A period given by its days.
        package init(label: String, first: String, last: String) {
            self.label = label
            self.first = first
            self.last = last
        }
    }

    /// A file and what it holds.
    package struct Digest: Hashable, Codable, Sendable {
        /// Its name.
        package var file: String
        /// SHA-256 in hexadecimal.
        package var sha256: String

        /// A file's digest.
        package init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// A file that was read.
    package struct Input: Hashable, Codable, Sendable {
        /// Its name within the dataset.
        package var file: String
        /// SHA-256 in hexadecimal.
        package var sha256: String
        /// Data rows, sound or not.
        package var rows: Int
        /// Rows left out.
        package var rejected: Int
        /// Which state was read, of a source that knows several; nil of a file.
        package var snapshot: String?

        /// A file's account.
        package init(file: String, sha256: String, rows: Int, rejected: Int, snapshot: String? = nil) {
            self.file = file
            self.sha256 = sha256
            self.rows = rows
            self.rejected = rejected
            self.snapshot = snapshot
        }
    }

    /// A table and by how many of its first columns its rows are told apart.
    package struct TableKey: Hashable, Codable, Sendable {
        /// Identifier: the file is `tables/ID.csv`.
        package var id: String
        /// So many columns come before the figures.
        package var keys: Int
        /// The columns with figures of other periods than the release's; nil if there are none.
        package var otherPeriods: [String]?
        /// The keys of the rows with such figures; nil if there are none.
        package var otherRows: [[String]]?

        /// A table's key.
        package init(id: String, keys: Int, otherPeriods: [String] = [], otherRows: [[String]] = []) {
            self.id = id
            self.keys = keys
            self.otherPeriods = otherPeriods.isEmpty ? nil : otherPeriods
            self.otherRows = otherRows.isEmpty ? nil : otherRows
        }
    }

    /// A file that was written.
    package struct Output: Hashable, Codable, Sendable {
        /// Its path within the release.
        package var file: String
        /// Its length.
        package var bytes: Int
        /// SHA-256 in hexadecimal.
        package var sha256: String
    }
}

extension Manifest {
    /// The text of the file at a path.
    func sealed(forFileAt path: String) throws(FileError) -> [UInt8] {
        var manifest = self
        manifest.seal = ""
        manifest.seal = SHA256.hexadecimal(of: try manifest.encoded(forFileAt: path))
        return try manifest.encoded(forFileAt: path)
    }

    private func encoded(forFileAt path: String) throws(FileError) -> [UInt8] {
        try JSONFile.bytes(of: self, forFileAt: path, [.prettyPrinted, .withoutEscapingSlashes]) + Array("\n".utf8)
    }

    /// The manifest of the release in a folder.
    ///
    /// - Throws: ``ReleaseError`` where there is no manifest, or it was changed after it was written.
    package init(ofReleaseIn folder: String) throws(ReleaseError) {
        let path = folder + "/" + Self.fileName
        guard FileStatus.kind(of: path, followsLinks: false) == .file else { throw .noRelease(path: folder) }
        let bytes = try ReleaseError.wrapping { () throws(FileError) in try FileSystem.bytes(of: path) }
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: Data(bytes)) else {
            throw .badManifest(path: path, reason: .init(en: "it is not a manifest", ar: "ليس بياناً لإصدار"))
        }
        let sealed = try ReleaseError.wrapping { () throws(FileError) in try manifest.sealed(forFileAt: path) }
        guard sealed == bytes else {
            throw .badManifest(
                path: path,
                reason: .init(en: "it was changed after it was written", ar: "تغير بعد كتابته"))
        }
        let files = manifest.outputs.map(\.file) + manifest.tables.map(\.file)
        if let foreign = files.first(where: { !FilePath.staysWithin($0) }) {
            throw .badManifest(
                path: path,
                reason: .init(en: "'\(foreign)' leads out of the release", ar: "«\(foreign)» يؤدي إلى خارج الإصدار"))
        }
        self = manifest
    }

    /// What the inputs were, for comparison with others.
    var digests: [Digest] { inputs.map { Digest(file: $0.file, sha256: $0.sha256) } }
}

extension Manifest {
    /// The files that two releases read and that differ, or that only one of them read.
    package func filesThatDiffer(from other: Manifest) -> [String] {
        let (mine, others) = (Set(digests), Set(other.digests))
        return Set(mine.symmetricDifference(others).map(\.file)).sorted()
    }
}

extension Manifest.TableKey {
    /// The columns with figures of other periods; manifests before 0.3 do not name that of the brief.
    var namesOfOtherPeriods: [String] { otherPeriods ?? (id == "brief" ? ["all-time"] : []) }

    /// The file of the table within a release.
    package var file: String { "tables/\(id).csv" }
}
