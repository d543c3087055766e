import Foundation
import Support

/// The folder of a report's releases.
struct ReleaseArchive {
    static let latestName = "latest"
    /// How the names of folders start that are being filled or emptied; no release has such a name.
    private static let making = ".tadrib-making-"
    private static let removing = ".tadrib-removing-"

    /// What a run writes into the folder itself.
    private static let written = [RunState.fileName, latestName, DeliveryJournal.fileName, ReleasedMail.fileName]

    let folder: String
    private let report: ScheduledReport

    init(_ report: ScheduledReport) {
        folder = report.output
        self.report = report
    }

    func path(_ name: ReleaseName) -> String { "\(folder)/\(name)" }

    /// The releases, by period; folders without a manifest are ignored.
    func releases() throws(FileError) -> [String: [ReleaseName]] {
        var releases: [String: [ReleaseName]] = [:]
        for entry in try FileSystem.names(in: folder) {
            guard let name = ReleaseName(entry),
                FileStatus.kind(of: "\(folder)/\(entry)/\(Manifest.fileName)", followsLinks: false) == .file,
                FileStatus.kind(of: path(name), followsLinks: false) == .folder
            else { continue }
            releases[name.period, default: []].append(name)
        }
        return releases.mapValues { $0.sorted() }
    }

    /// Removes what a run left behind that was killed.
    func removeLeftOvers() throws(FileError) {
        for entry in try FileSystem.names(in: folder) {
            let path = "\(folder)/\(entry)"
            if entry.hasPrefix(Self.making) {
                try FileSystem.removeTree(path)
            } else if entry.hasPrefix(Self.removing) {
                try empty(path)
            } else if entry == ReleasedMail.fileName
                || Self.written.contains(where: { TemporaryName.isTemporary(entry, for: $0) })
            {
                FileSystem.removeFile(path)
            }
        }
    }

    /// An empty folder to make a release in, beside its place.
    func stage(_ name: ReleaseName) throws(FileError) -> String {
        let staging = "\(folder)/\(Self.making)\(name)"
        try FileSystem.removeTree(staging)
        try FileSystem.makeFolder(staging, mode: 0o700)
        return staging
    }

    /// Completes and writes the manifest of the files in a staging folder and puts the release in its place, in one step.
    func publish(_ name: ReleaseName, from staging: String, with manifest: Manifest) throws(FileError) {
        var manifest = manifest
        for file in try FileSystem.files(below: staging) {
            let path = "\(staging)/\(file)"
            try FileSystem.setMode(report.fileMode, of: path)
            manifest.outputs.append(
                .init(file: file, bytes: FileStatus(path)?.size ?? 0, sha256: try SHA256.hexadecimal(ofFileAt: path)))
        }
        for folder in try FileSystem.folders(below: staging) {
            try FileSystem.setFolderMode(report.folderMode, of: folder)
            try FileSystem.syncFolder(folder)
        }
        let place = "\(staging)/\(Manifest.fileName)"
        try AtomicFile.write(manifest.sealed(forFileAt: place), to: place, mode: report.fileMode)
        try FileSystem.setFolderMode(report.folderMode, of: staging)
        try FileSystem.syncFolder(staging)
        if FileStatus.kind(of: path(name), followsLinks: false) != nil {
            throw FileError(
                .cannotCreate, path: path(name),
                reason: .init(
                    en: "something of that name that is not a release is in the way",
                    ar: "في مكانه شيء بهذا الاسم ليس إصداراً"))
        }
        try FileSystem.move(staging, to: path(name))
        try FileSystem.syncFolder(folder)
    }

    /// Makes the link `latest` lead to a release.
    func link(latest name: ReleaseName) throws(FileError) {
        let link = "\(folder)/\(Self.latestName)"
        guard FileSystem.target(ofLink: link) != name.description else { return }
        try FileSystem.link(link, to: name.description)
    }

    /// Removes a release.
    ///
    /// It gets a hidden name in one step; then the files that its manifest names are removed, and nothing else.
    func remove(_ name: ReleaseName) throws(ReleaseError) {
        // Without a sound manifest it is not known which files belong to the release.
        _ = try Manifest(ofReleaseIn: path(name))
        let removing = "\(folder)/\(Self.removing)\(name)"
        try ReleaseError.wrapping { () throws(FileError) in
            try FileSystem.move(path(name), to: removing)
            try FileSystem.syncFolder(folder)
            try empty(removing)
        }
    }

    /// Removes the files of a hidden release that its manifest names; if other files are there, the folder gets its name back.
    private func empty(_ removing: String) throws(FileError) {
        if let manifest = try? Manifest(ofReleaseIn: removing) {
            for output in manifest.outputs where FilePath.isReachable(output.file, in: removing) {
                FileSystem.removeFile("\(removing)/\(output.file)")
            }
            FileSystem.removeFile("\(removing)/\(Manifest.fileName)")
        }
        for folder in try FileSystem.folders(below: removing).reversed() { FileSystem.removeEmptyFolder(folder) }
        guard !FileSystem.removeEmptyFolder(removing), FileStatus(removing) != nil else { return }
        try FileSystem.move(removing, to: "\(folder)/\(removing.dropFirst("\(folder)/\(Self.removing)".count))")
    }
}
