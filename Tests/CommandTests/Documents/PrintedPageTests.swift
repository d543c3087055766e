import Foundation
import TestSupport
import Testing

/// Reports as PDF, where a browser is installed, and what is said where none is.
struct PrintedPageTests {
    private static let hasBrowser = ["chromium", "chromium-browser", "google-chrome"].contains { program($0) != nil }

    private static let path = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]

    private func report(_ folder: TemporaryFolder, _ name: String) throws -> ProgramResult {
        try tadrib(
            ["report"] + centre + ["-o", folder.path + "/" + name, "-f", "pdf", "--lang", "en,ar", "-q"],
            environment: Self.path)
    }

    /// The same report has the same bytes, with the times of its reporting day.
    @Test(.enabled(if: hasBrowser, "no browser is installed")) func sameBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b"] {
            let result = try report(folder, name)
            #expect(result.code == 0, "\(result.errors)")
        }
        for file in ["report.pdf", "report.ar.pdf"] {
            let bytes = try folder.bytes(of: "a/" + file)
            #expect(try bytes == folder.bytes(of: "b/" + file))
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.hasPrefix("%PDF-") && text.contains("/CreationDate (D:20191231000000"))
            #expect(!text.contains("file://") && !text.contains(NSTemporaryDirectory() + "tadrib-"))
        }
        #expect(try folder.text(of: "a/pack.json").contains("report.ar.pdf"))
    }

    @Test(.enabled(if: hasBrowser, "no browser is installed")) func table() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/t.pdf"
        let words = ["table"] + centre + ["--rows", "state", "--measures", "trainees", "-q"]
        #expect(try tadrib(words + ["-o", path], environment: Self.path).code == 0)
        let piped = try tadrib(words + ["-f", "pdf"], environment: Self.path)
        #expect(try piped.output == folder.bytes(of: "t.pdf"))
    }

    /// Without a browser nothing is read and nothing is written; a browser that fails leaves nothing behind.
    @Test func withoutBrowser() throws {
        let folder = try TemporaryFolder(["bin/chromium": "#!/bin/sh\necho 'no display' >&2; exit 1\n"])
        let words = ["report"] + centre + ["-o", folder.path + "/pack", "-f", "csv,pdf", "-q"]
        let none = try tadrib(words, environment: ["PATH": folder.path])
        #expect(none.code == 69 && none.errors.contains("apt-get install chromium"), "\(none.errors)")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: folder.path + "/bin/chromium")
        let failing = try tadrib(words, environment: ["PATH": folder.path + "/bin"])
        #expect(failing.code == 69 && failing.errors.contains("no display"), "\(failing.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/pack/tables"))
    }
}
