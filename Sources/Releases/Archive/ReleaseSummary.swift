import Foundation
import Support

/// What a release says at a glance, in the words of its languages: `summary.json`, from which mails take their figures.
///
/// It is written with the release, from the same answers as the report: what readers of a mail see is what readers of the page
/// see, with its warnings.
package struct ReleaseSummary: Hashable, Codable, Sendable {
    /// Name of the file.
    static let fileName = "summary.json"

    /// The version of this form.
    private(set) var format = 1
    /// The words of each language, in the order of the report's languages.
    package var languages: [Words]
    /// How many targets are missed.
    package var missedTargets: Int

    /// A summary in some languages.
    package init(languages: [Words], missedTargets: Int) {
        self.languages = languages
        self.missedTargets = missedTargets
    }

    /// The words of one language, all in the digits of the report.
    package struct Words: Hashable, Codable, Sendable {
        /// The language's code.
        package var language: String
        /// Which period the figures are of, and what they are held against.
        package var caption: String
        /// What must be known before the figures are used, one sentence each.
        package var warnings: [String]
        /// The figures, the most important first.
        package var figures: [Figure]
        /// What stands out, one sentence each.
        package var findings: [String]
        /// What the marks of the figures mean.
        package var notes: [String]

        /// Words given by their parts.
        package init(
            language: String, caption: String, warnings: [String], figures: [Figure], findings: [String],
            notes: [String]
        ) {
            self.language = language
            self.caption = caption
            self.warnings = warnings
            self.figures = figures
            self.findings = findings
            self.notes = notes
        }
    }

    /// A figure with what can be said of it at a glance.
    package struct Figure: Hashable, Codable, Sendable {
        /// Its name, with the unit.
        package var name: String
        /// Its value.
        package var value: String
        /// Its change, and on what; nil where nothing can be compared.
        package var change: String?
        /// What else is known of it: its target, what was published.
        package var remarks: [String]

        /// A figure given by its parts.
        package init(name: String, value: String, change: String?, remarks: [String]) {
            self.name = name
            self.value = value
            self.change = change
            self.remarks = remarks
        }
    }
}

extension ReleaseSummary {
    /// The summary of the release in a folder; nil if it has none.
    ///
    /// - Throws: ``ReleaseError`` if it cannot be read, or was changed after it was written.
    package init?(of manifest: Manifest, in folder: String) throws(ReleaseError) {
        guard let file = manifest.outputs.first(where: { $0.file == Self.fileName }) else { return nil }
        let path = folder + "/" + Self.fileName
        let bytes = try ReleaseError.wrapping { () throws(FileError) in try FileSystem.bytes(of: path) }
        guard SHA256.hexadecimal(of: bytes) == file.sha256 else { throw .changed(path: path) }
        do {
            self = try JSONDecoder().decode(ReleaseSummary.self, from: Data(bytes))
        } catch {
            throw .changed(path: path)
        }
    }

    /// Writes it into the folder of a release that is being made.
    func write(into folder: String) throws(FileError) {
        let path = folder + "/" + Self.fileName
        let text = try JSONFile.bytes(of: self, forFileAt: path, [.prettyPrinted, .withoutEscapingSlashes])
        try AtomicFile.write(text + Array("\n".utf8), to: path, mode: 0o600)
    }
}
