import Foundation
import Support
import TrainingStats

/// Prints pages as PDF through a browser of the system.
///
/// The same page gives the same bytes with the same browser and the same fonts: its times are those of the reporting day.
package struct PagePrinter: Sendable {
    /// The names under which Chromium is known, the first that is found is taken.
    private static let names = ["chromium", "chromium-browser", "google-chrome"]
    /// How long a page may take.
    private static let limit = Duration.seconds(600)

    private let browser: String?
    private let folders: String?

    /// A printer with the browser that is in one of the folders of a variable `PATH`.
    package init(folders: String?) {
        self.folders = folders
        browser = Self.names.lazy.compactMap { ProgramRun.path(of: $0, in: folders) }.first
    }

    /// Makes sure that there is a browser, before any record is read.
    package func check() throws(PipelineError) { _ = try foundBrowser() }

    private func foundBrowser() throws(PipelineError) -> String {
        guard let browser else { throw .noBrowser }
        return browser
    }

    /// The pages of a text of HTML on paper.
    ///
    /// - Throws: `PipelineError` if there is no browser or it fails; `FileError` if its files cannot be written or read.
    package func pdf(of page: String, day: CivilDate) throws -> [UInt8] {
        let browser = try foundBrowser()
        let folder = NSTemporaryDirectory() + "tadrib-\(UUID())"
        try FileSystem.makeFolder(folder, mode: 0o700)
        defer { removeTree(folder) }
        let (source, target) = (folder + "/page.html", folder + "/page.pdf")
        try AtomicFile.write(Array(page.utf8), to: source, mode: 0o600)
        // The page asks for nothing, and neither may the browser: no host has an address for it.
        var options = [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--user-data-dir=\(folder)/profile", "--no-pdf-header-footer",
            "--print-to-pdf=\(target)",
        ]
        // Chromium's sandbox does not work for root.
        if geteuid() == 0 { options.append("--no-sandbox") }
        let run = try ProgramRun(
            browser, options + [URL(fileURLWithPath: source).absoluteString],
            environment: ["HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC", "PATH": folders ?? "/usr/bin:/bin"],
            limit: Self.limit)
        guard run.isDone, FileStatus.kind(of: target) == .file else {
            throw PipelineError.browserFailed(program: browser, said: Self.trouble(run))
        }
        let bytes = try FileSystem.bytes(of: target)
        guard bytes.starts(with: Array("%PDF-".utf8)) else {
            throw PipelineError.browserFailed(program: browser, said: Self.trouble(run))
        }
        return Self.dated(bytes, day)
    }

    /// What to say of a run that gave no pages.
    private static func trouble(_ run: ProgramRun) -> String {
        run.output.split(whereSeparator: \.isNewline).last.map { String($0).shortened(to: 300) } ?? "\(run.end)"
    }

    /// Pages whose times are the beginning of a day; the length stays, since a table at the end counts bytes.
    static func dated(_ bytes: [UInt8], _ day: CivilDate) -> [UInt8] {
        var bytes = bytes
        let time = Array((day.description.filter { $0 != "-" } + "000000").utf8)
        for key in ["/CreationDate (D:", "/ModDate (D:"] {
            guard let place = bytes.prefix(1 << 16).firstRange(of: Array(key.utf8)),
                bytes.count >= place.upperBound + time.count
            else { continue }
            bytes.replaceSubrange(place.upperBound..<place.upperBound + time.count, with: time)
        }
        return bytes
    }

    private func removeTree(_ folder: String) {
        // What stays is in the folder for temporary files, and the pages are whole.
        try? FileSystem.removeTree(folder)
    }
}
