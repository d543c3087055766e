import Foundation
import Support

/// The folder of a report's releases.
struct ReleaseArchive {
    static let latestName = "latest"
    /// How names start that no release has: folders that are being filled or emptied.
    private static let making = ".tadrib-making-"
    private static let removing = ".tadrib-removing-"

    let folder: String
    private let report: ScheduledReport

    init(_ report: ScheduledReport) {
        folder = report.output
        self.report = report
    }

    func path(_ name: ReleaseName) -> String { "\(folder)/\(name)" }

    /// The releases, by period; what has no manifest is none.
    func releases() throws(SchedulingError) -> [String: [ReleaseName]] {
        var releases: [String: [ReleaseName]] = [:]
        for entry in try Disk.names(in: folder) {
            guard let name = ReleaseName(entry), Disk.kind(of: "\(folder)/\(entry)/\(Manifest.fileName)") == S_IFREG,
                Disk.kind(of: path(name)) == S_IFDIR
            else { continue }
            releases[name.period, default: []].append(name)
        }
        return releases.mapValues { $0.sorted() }
    }

    /// Takes away what a run left behind that was ended midway.
    func removeLeftOvers() throws(SchedulingError) {
        for entry in try Disk.names(in: folder) where entry.hasPrefix(".tadrib") || entry == Self.latestName + ".tmp" {
            let path = "\(folder)/\(entry)"
            if entry.hasPrefix(Self.making) {
                try Disk.removeTree(path)
            } else if entry.hasPrefix(Self.removing) {
                try empty(path)
            } else if entry.hasSuffix(".tmp") {
                unlink(path)
            }
        }
    }

    /// An empty folder to make a release in, beside its place.
    func stage(_ name: ReleaseName) throws(SchedulingError) -> String {
        let staging = "\(folder)/\(Self.making)\(name)"
        try Disk.removeTree(staging)
        guard mkdir(staging, 0o700) == 0 else { throw .cannotCreate(path: path(name), reason: Disk.reason()) }
        return staging
    }

    /// Writes the manifest of the files in a staging folder and puts the release in its place, in one step.
    func publish(_ staging: String, _ name: ReleaseName, _ manifest: Manifest) throws(SchedulingError) {
        var manifest = manifest
        for file in try Disk.files(below: staging) {
            let path = "\(staging)/\(file)"
            try Disk.settle(path, mode: report.fileMode)
            do throws(FileError) {
                manifest.outputs.append(
                    .init(file: file, bytes: Disk.size(path) ?? 0, sha256: try SHA256.hexadecimal(ofFileAt: path)))
            } catch {
                throw .failed(path: path, reason: error.reason)
            }
        }
        for folder in try Disk.folders(below: staging) {
            chmod(folder, mode_t(report.folderMode))
            try Disk.sync(folder: folder)
        }
        try Disk.write(manifest.sealed(), to: "\(staging)/\(Manifest.fileName)", mode: report.fileMode)
        chmod(staging, mode_t(report.folderMode))
        try Disk.sync(folder: staging)
        if Disk.kind(of: path(name)) != nil {
            throw .cannotCreate(path: path(name), reason: "something of that name, and no release, is in the way")
        }
        try Disk.move(staging, to: path(name))
        try Disk.sync(folder: folder)
    }

    /// Sees to it that the link leads to the newest release.
    func link(latest name: ReleaseName) throws(SchedulingError) {
        let link = "\(folder)/\(Self.latestName)"
        guard Disk.target(ofLink: link) != name.description else { return }
        try Disk.link(link, to: name.description)
    }

    /// Removes a release: at once for who looks for it, then the files that its manifest names and nothing else.
    func remove(_ name: ReleaseName) throws(SchedulingError) {
        // A manifest that is none names nothing.
        _ = try Manifest(ofReleaseIn: path(name))
        let removing = "\(folder)/\(Self.removing)\(name)"
        try Disk.move(path(name), to: removing)
        try Disk.sync(folder: folder)
        try empty(removing)
    }

    /// Removes the files of a release that its manifest names; what else is there gets its place back.
    private func empty(_ removing: String) throws(SchedulingError) {
        if let manifest = try? Manifest(ofReleaseIn: removing) {
            for output in manifest.outputs where isReachable(output.file, in: removing) {
                unlink("\(removing)/\(output.file)")
            }
            unlink("\(removing)/\(Manifest.fileName)")
        }
        for folder in try Disk.folders(below: removing).reversed() { rmdir(folder) }
        guard rmdir(removing) != 0, errno != ENOENT else { return }
        try Disk.move(removing, to: "\(folder)/\(removing.dropFirst("\(folder)/\(Self.removing)".count))")
    }

    /// Whether a path leads through folders of the release, and not through links.
    private func isReachable(_ file: String, in release: String) -> Bool {
        let folders = file.split(separator: "/").dropLast()
        return folders.indices.allSatisfy {
            Disk.kind(of: "\(release)/\(folders[...$0].joined(separator: "/"))") == S_IFDIR
        }
    }
}
