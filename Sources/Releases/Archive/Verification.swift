import Foundation
import Support
import TrainingStats

/// Compares the files of releases with their manifests.
package struct Verification {
    /// What is wrong with a file.
    package struct Finding: Hashable, Sendable {
        /// How it is wrong.
        package enum Kind: Sendable { case differs, isMissing, isExtra, lacksManifest }

        /// The file.
        package let path: String
        /// How it is wrong.
        package let kind: Kind

        /// What is wrong, where, in a line.
        package var message: String {
            switch kind {
            case .differs: "\(path): differs from what the manifest says"
            case .isMissing: "\(path): is missing"
            case .isExtra: "\(path): is not in the manifest"
            case .lacksManifest: "\(path): has no manifest.json"
            }
        }
    }

    /// What is wrong, in the order of paths.
    package private(set) var findings: [Finding] = []
    /// The releases that were looked at.
    package private(set) var releases: [String] = []

    /// Looks at a release, or at all releases in a folder and the folders in it.
    ///
    /// - Throws: ``ReleaseError`` where there is no release, or a file cannot be read.
    package init(_ folder: String) throws(ReleaseError) {
        guard FileStatus.kind(of: folder) == .folder else { throw .noRelease(path: folder) }
        try look(at: folder)
        if releases.isEmpty, findings.isEmpty { throw .noRelease(path: folder) }
    }

    private mutating func look(at folder: String) throws(ReleaseError) {
        if FileStatus.kind(of: "\(folder)/\(Manifest.fileName)", followsLinks: false) != nil {
            return try verify(folder)
        }
        let names = try ReleaseError.wrapping { () throws(FileError) in try FileSystem.names(in: folder) }
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            guard FileStatus.kind(of: path, followsLinks: false) == .folder else { continue }
            if ReleaseName(name).map({ PeriodExpression.kind(of: $0.period) != nil }) == true,
                FileStatus.kind(of: "\(path)/\(Manifest.fileName)", followsLinks: false) == nil
            {
                findings.append(Finding(path: path, kind: .lacksManifest))
            } else {
                try look(at: path)
            }
        }
    }

    private mutating func verify(_ folder: String) throws(ReleaseError) {
        releases.append(folder)
        let manifest: Manifest
        do throws(ReleaseError) {
            manifest = try Manifest(ofReleaseIn: folder)
        } catch .badManifest(let path, _) {
            findings.append(Finding(path: path, kind: .differs))
            return
        }
        var known: Set = [Manifest.fileName]
        for output in manifest.outputs {
            known.insert(output.file)
            let path = "\(folder)/\(output.file)"
            switch FileStatus.kind(of: path, followsLinks: false) {
            case nil: findings.append(Finding(path: path, kind: .isMissing))
            case .file:
                let digest = try ReleaseError.wrapping { () throws(FileError) in
                    try SHA256.hexadecimal(ofFileAt: path)
                }
                if digest == output.sha256 { continue }
                findings.append(Finding(path: path, kind: .differs))
            default: findings.append(Finding(path: path, kind: .differs))
            }
        }
        let files = try ReleaseError.wrapping { () throws(FileError) in try FileSystem.files(below: folder) }
        for file in files where !known.contains(file) {
            findings.append(Finding(path: "\(folder)/\(file)", kind: .isExtra))
        }
    }
}
