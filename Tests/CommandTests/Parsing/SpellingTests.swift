import TestSupport
import Testing

/// A misspelt name of any kind is answered with the nearest right one.
struct SpellingTests {
    /// Words that hold a misspelt name, and the name that was meant.
    struct Slip: CustomTestStringConvertible, Sendable {
        let words: [String]
        let meant: String

        var testDescription: String { words.joined(separator: " ") }
    }

    private static func table(_ words: String...) -> [String] {
        ["table"] + centre + ["--rows", "state", "--measures", "trainees"] + words
    }

    static let slips: [Slip] = [
        .init(words: ["reprot"], meant: "'report'"),
        .init(words: ["help", "sumary"], meant: "'summary'"),
        .init(words: table("--meazures", "trainees"), meant: "--measures"),
        .init(words: ["summary", "--perod", "2019"], meant: "--period"),
        .init(words: ["summary", "--no-colour"], meant: "--no-color"),
        .init(words: ["generate", "--hostil"], meant: "--hostile"),
        .init(words: ["table"] + centre + ["--rows", "sate", "--measures", "trainees"], meant: "'state'"),
        .init(words: table("--columns", "fiscal-yaer"), meant: "'fiscal-year'"),
        .init(words: ["table"] + centre + ["--rows", "state", "--measures", "trainess"], meant: "'trainees'"),
        .init(words: table("--sort", "trainee-hour"), meant: "'trainee-hours'"),
        .init(words: table("--where", "stat=KWT"), meant: "'state'"),
        .init(words: table("--where", "state=KWTT"), meant: "'KWT'"),
        .init(words: table("--where", "state=KUW"), meant: "'KWT'"),
        .init(words: table("--period", "last-yaer"), meant: "'last-year'"),
        .init(words: table("--where", "topic=cyber-securty"), meant: "'cyber-security'"),
        .init(words: table("--where", "sector=militry"), meant: "'military'"),
        .init(words: table("-f", "jsno"), meant: "'json'"),
        .init(words: table("--layout", "widee"), meant: "'wide'"),
        .init(words: table("--lang", "eng"), meant: "'en'"),
        .init(words: ["report"] + centre + ["-o", "pack", "--format", "csv,xslx"], meant: "'xlsx'"),
        .init(words: ["list", "dimension"], meant: "'dimensions'"),
        .init(words: ["list", "reports", "-f", "cvs"], meant: "'csv'"),
        .init(words: ["explain", "compeltion-rate"], meant: "'completion-rate'"),
        .init(words: ["explain", "host-sate"], meant: "'host-state'"),
        .init(words: ["explain", "duplicate-keys"], meant: "'duplicate-key'"),
        .init(words: ["explain", "topic-sate"], meant: "'topic-state'"),
        .init(words: ["completions", "bsh"], meant: "'bash'"),
    ]

    @Test(arguments: slips) func isAnswered(slip: Slip) throws {
        let folder = try TemporaryFolder()
        let result = try tadrib(slip.words, folder: folder.path)
        #expect(result.code == 64 && result.text.isEmpty)
        #expect(result.errors.contains("did you mean \(slip.meant)?"), "\(result.errors)")
        #expect(result.errors.filter { $0 == "\n" }.count == 1)
        #expect(folder.names.isEmpty)
    }

    @Test func settingIsAnswered() throws {
        let folder = try TemporaryFolder(["tadrib.json": "{\"perod\": \"2019\"}"])
        let result = try tadrib(["summary"] + centre, folder: folder.path)
        #expect(result.code == 78 && result.errors.contains("did you mean 'period'?"), "\(result.errors)")
    }

    /// What resembles nothing gets no suggestion.
    @Test func nothingNear() throws {
        for words in [["xyzzy"], ["explain", "xyzzy"], Self.table("--xyzzy"), Self.table("--where", "sex=xyzzy")] {
            let result = try tadrib(words)
            #expect(result.code == 64 && !result.errors.contains("did you mean"), "\(result.errors)")
        }
    }
}
