import Foundation
import TestSupport
import Testing

/// Where prepared records lie, and that they change no output.
struct CacheOptionTests {
    /// A dataset that is large enough, by long names of its persons.
    private func place() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in TinyDataset.files { try folder.write(text, to: "records/" + name) }
        var trainees = "trainee_id,name,state\nT1,A,KWT\nT2,B,KWT\nT3,C,QAT\nT4,D,\n"
        for number in 0..<180 { trainees += "X\(number),\(String(repeating: "n", count: 50_000)),KWT\n" }
        try folder.write(trainees, to: "records/trainees.csv")
        return folder
    }

    private static let words = [
        "table", "records", "--rows", "state", "--measures", "trainees,enrolments", "--totals", "--today", "2019-12-31",
        "-f", "csv",
    ]

    private func prepared(in folder: TemporaryFolder) -> [String] {
        folder.names.filter { $0.hasSuffix(".records") }.map {
            String($0.split(separator: "/").dropLast().joined(separator: "/"))
        }
    }

    @Test(arguments: [
        (["--cache", "kept"], [String: String](), ["kept"]),
        ([], ["XDG_CACHE_HOME": "/caches"], ["caches/tadrib"]), ([], ["HOME": "/home"], ["home/.cache/tadrib"]),
        ([], ["XDG_CACHE_HOME": "relative", "HOME": "/home"], ["home/.cache/tadrib"]),
        ([], ["TADRIB_CACHE": "kept", "HOME": "/home"], ["kept"]), ([], [:], []),
        (["--no-cache"], ["HOME": "/home"], []), (["--no-cache", "--cache", "kept"], [:], []),
        ([], ["TADRIB_NO_CACHE": "1", "HOME": "/home"], []),
        (["--rejects", "rejected"], ["HOME": "/home"], []),
    ])
    func folders(options: [String], variables: [String: String], expected: [String]) throws {
        let folder = try place()
        let environment = variables.mapValues { $0.hasPrefix("/") ? folder.path + $0 : $0 }
        let plain = try tadrib(Self.words, folder: folder.path)
        #expect(plain.code == 0)
        for _ in 0..<2 {
            let result = try tadrib(Self.words + options, environment: environment, folder: folder.path)
            #expect(result.text == plain.text)
            #expect(result.errors == plain.errors)
        }
        #expect(prepared(in: folder) == expected)
    }

    /// Reports, lists and checks say the same of prepared records, digests included.
    @Test(arguments: [
        ["report", "records", "--format", "md,csv,html,xlsx", "-o", "pack"], ["check", "records", "-v"],
        ["records", "records", "--measure", "trainees", "--names", "-f", "csv"],
        ["roster", "records", "--session", "S1"],
        ["summary", "records"],
    ])
    func commands(words: [String]) throws {
        let folder = try place()
        func outcome(_ options: [String]) throws -> [String] {
            let result = try tadrib(words + ["--today", "2019-12-31"] + options, folder: folder.path)
            let files = try folder.names.filter { name in
                name.hasPrefix("pack/") && [".md", ".csv", ".html", ".svg"].contains { name.hasSuffix($0) }
            }.map {
                "\($0): \(try folder.text(of: $0))"
            }
            return ["\(result.code)", result.text, result.errors] + files
        }
        let fresh = try outcome(["--no-cache"])
        for _ in 0..<3 { #expect(try outcome(["--cache", "kept"]) == fresh) }
        #expect(prepared(in: folder) == ["kept"])
    }
}
