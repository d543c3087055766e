import Foundation
import Records
import Support

/// What a run need not find out again.
///
/// It is a cache: it changes no release and may be deleted at any time.
struct RunState: Codable {
    static let fileName = ".tadrib.json"

    /// A file of the dataset as it was seen, and the digest of its content then.
    struct Seen: Codable, Equatable {
        var file: String
        var fingerprint: String
        var sha256: String
    }

    /// What is known of the newest release.
    struct Last: Codable {
        var seconds: Double
    }

    /// The files as they were seen last.
    var inputs: [Seen] = []
    /// Periods whose newest release agrees with these files.
    var current: Set<String> = []
    /// Periods in which these files have nothing to report.
    var empty: Set<String> = []
    /// Folders of releases whose figures are provisional, and of others.
    var isProvisional: [String: Bool] = [:]
    /// How long the making of the newest release took.
    var last: Last?

    /// The state that the folder of a report's releases keeps; empty if there is none that can be read.
    init(in folder: String) {
        guard let bytes = try? FileSystem.bytes(of: folder + "/" + Self.fileName),
            let state = try? JSONDecoder().decode(RunState.self, from: Data(bytes))
        else { return }
        self = state
    }

    /// Keeps it for the next run.
    func save(in folder: String) throws(FileError) {
        let path = folder + "/" + Self.fileName
        try AtomicFile.write(JSONFile.bytes(of: self, forFileAt: path), to: path, mode: 0o640)
    }

    var digests: [Manifest.Digest] { inputs.map { .init(file: $0.file, sha256: $0.sha256) } }

    /// Takes note of the files as they are now.
    ///
    /// Only those are read that have changed and that nobody else has seen so, as `others` tell.
    ///
    /// - Returns: Whether the state has changed and is to be saved.
    mutating func look(at files: [any RecordInput], besides others: [Seen] = []) throws(ReadError) -> Bool {
        var seen: [Seen] = []
        for file in files {
            if let known = (inputs + others).first(where: { $0.file == file.name && $0.fingerprint == file.fingerprint }
            ) {
                seen.append(known)
            } else {
                seen.append(Seen(file: file.name, fingerprint: file.fingerprint, sha256: try file.sha256()))
                try file.checkUnchanged()
            }
        }
        guard seen != inputs else { return false }
        let former = digests
        inputs = seen
        if digests != former {
            current = []
            empty = []
        }
        return true
    }
}
