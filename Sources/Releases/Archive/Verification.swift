import Foundation
import Support
import TrainingStats

/// Holds the files of releases against their manifests.
public struct Verification {
    /// What is wrong with a file.
    public struct Finding: Hashable, Sendable {
        /// How it is wrong.
        public enum Kind: Sendable { case differs, isMissing, isExtra, isNoRelease }

        /// The file.
        public let path: String
        /// How it is wrong.
        public let kind: Kind

        /// What is wrong, where, in a line.
        public var message: String {
            switch kind {
            case .differs: "\(path): differs from what the manifest says"
            case .isMissing: "\(path): is missing"
            case .isExtra: "\(path): is not in the manifest"
            case .isNoRelease: "\(path): has no manifest.json"
            }
        }
    }

    /// What is wrong, in the order of paths.
    public private(set) var findings: [Finding] = []
    /// The releases that were looked at.
    public private(set) var releases: [String] = []

    /// Looks at a release, or at all releases in a folder and the folders in it.
    ///
    /// - Throws: ``SchedulingError`` where there is no release, or a file cannot be read.
    public init(_ folder: String) throws(SchedulingError) {
        guard Disk.kind(of: folder, followsLinks: true) == S_IFDIR else { throw .noRelease(path: folder) }
        try look(at: folder)
        if releases.isEmpty, findings.isEmpty { throw .noRelease(path: folder) }
    }

    private mutating func look(at folder: String) throws(SchedulingError) {
        if Disk.kind(of: "\(folder)/\(Manifest.fileName)") != nil { return try verify(folder) }
        for name in try Disk.names(in: folder) where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            guard Disk.kind(of: path) == S_IFDIR else { continue }
            if ReleaseName(name).map({ PeriodExpression.kind(of: $0.period) != nil }) == true,
                Disk.kind(of: "\(path)/\(Manifest.fileName)") == nil
            {
                findings.append(Finding(path: path, kind: .isNoRelease))
            } else {
                try look(at: path)
            }
        }
    }

    private mutating func verify(_ folder: String) throws(SchedulingError) {
        releases.append(folder)
        let manifest: Manifest
        do throws(SchedulingError) {
            manifest = try Manifest(ofReleaseIn: folder)
        } catch .badManifest(let path, _) {
            findings.append(Finding(path: path, kind: .differs))
            return
        }
        var known: Set = [Manifest.fileName]
        for output in manifest.outputs {
            known.insert(output.file)
            let path = "\(folder)/\(output.file)"
            switch Disk.kind(of: path) {
            case nil: findings.append(Finding(path: path, kind: .isMissing))
            case S_IFREG:
                do throws(FileError) {
                    guard try SHA256.hexadecimal(ofFileAt: path) != output.sha256 else { continue }
                } catch {
                    throw .failed(path: path, reason: error.reason)
                }
                findings.append(Finding(path: path, kind: .differs))
            default: findings.append(Finding(path: path, kind: .differs))
            }
        }
        for file in try Disk.files(below: folder) where !known.contains(file) {
            findings.append(Finding(path: "\(folder)/\(file)", kind: .isExtra))
        }
    }
}
