import TestSupport
import Testing

@testable import Commands

/// Each exit code that the present commands can end with, reached by the program itself.
struct ExitCodeTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func expect(
        _ code: ExitCode, _ script: String, says words: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let result = try shell(["-c", script], folder: folder.path)
        #expect(result.code == code.rawValue, "\(result.errors)", sourceLocation: sourceLocation)
        #expect(words.map(result.errors.contains) ?? true, "\(result.errors)", sourceLocation: sourceLocation)
    }

    private static let table =
        "tadrib table \"$SAMPLES/regional-centre\" --rows year --measures trainees --today 2019-12-31 -q"

    @Test func code0WhenDone() throws { try expect(.done, Self.table) }

    @Test func code1WhenAPublishedFigureIsNotMet() throws {
        try expect(
            .notMet,
            "cp -r \"$SAMPLES/regional-centre\" d; sed -i 's/,889,/,890,/' d/published.csv; tadrib reconcile d -q")
    }

    @Test func code1WhenATargetIsMissed() throws {
        let targets = "tadrib targets \"$SAMPLES/training-plan\" -q"
        try expect(.done, targets + " --today 2025-12-31")
        try expect(.notMet, targets + " --missed --today 2025-12-31")
        try expect(.done, targets + " --missed --today 2025-12-30")
        try expect(.noInput, "tadrib targets \"$SAMPLES/academy\" -q", says: "targets.csv: not found")
    }

    @Test func code1WhenAReleaseIsNotAsItWas() throws {
        try makeSchedule()
        try expect(.done, Self.run + "; tadrib verify out")
        try expect(.notMet, "rm out/2019-01/tables/quality.csv; tadrib verify out", says: "quality.csv: is missing")
    }

    @Test func code1WhenAReleaseIsOverdue() throws {
        try makeSchedule()
        try expect(.done, "tadrib status s.json --overdue --today 2019-02-01")
        try expect(.notMet, "tadrib status s.json --overdue --today 2019-02-02", says: "2019-01 was due on 2019-02-01")
    }

    private static let run = "tadrib run s.json --today 2019-02-01"

    /// A report of January 2019, due on 1 February.
    private func makeSchedule() throws {
        let report =
            "{\"name\": \"m\", \"recurrence\": \"monthly\", \"dataset\": \"\(samples)/regional-centre\", "
            + "\"output\": \"out\", \"formats\": [\"csv\"]}"
        try folder.write("{\"from\": \"2019\", \"reports\": [\(report)]}", to: "s.json")
    }

    @Test func code64ForUsage() throws {
        try expect(.usage, "tadrib run", says: "one schedule is expected")
        try expect(.usage, "tadrib verify", says: "one folder is expected")
        try expect(.usage, "tadrib compare a", says: "two folders are expected")
        try expect(.usage, "tadrib", says: "Usage")
        try expect(.usage, "tadrib table \"$SAMPLES/regional-centre\"", says: "no measures are given")
        try expect(.usage, "tadrib list", says: "dimensions, measures, reports")
        try expect(.usage, "tadrib completions", says: "bash, zsh, fish")
        try expect(.usage, "tadrib summary a b", says: "one dataset is expected")
        try expect(.usage, Self.table + " --quiet=1", says: "takes no value")
        try expect(.usage, Self.table + " --lang ar --lang en", says: "given twice")
        try expect(.usage, Self.table + " -x", says: "no option -x")
    }

    /// What is wrong on every dataset is told without one: the folder that is missing is not looked for.
    @Test(arguments: [
        ("table nowhere --rows state --measures trainees --transforms change", "give one time dimension"),
        ("table nowhere --rows year --measures pass-rate --transforms share", "it is a rate or a mean"),
        ("table nowhere --rows year --measures trainees --transforms share-of-row", "without columns"),
        ("table nowhere --rows sex --measures trainees --sort seats", "'seats' orders no rows"),
        ("table nowhere --rows sex --measures seats --top 3", "'seats' orders no rows"),
        ("table nowhere --rows trainer-affiliation --measures trainers --sort completions", "trainer dimension"),
        ("table nowhere --rows year --measures trainees --layout wide -f sdmx-csv", "one row for each figure"),
        ("records nowhere --measure trainees -f sdmx-csv", "SDMX"),
        ("check nowhere -f sdmx-csv", "SDMX"),
        ("reconcile nowhere -f sdmx-csv", "SDMX"),
        ("compare nowhere nowhere -f sdmx-csv", "SDMX"),
        ("status nowhere.json -f sdmx-csv", "SDMX"),
    ])
    func code64ComesBeforeAnythingIsRead(line: String, words: String) throws {
        try expect(.usage, "tadrib " + line, says: words)
    }

    /// After `--`, what looks like an option is an operand.
    @Test func helpIsAnOption() throws {
        try expect(.done, "tadrib check nowhere -h && tadrib check --help -- nowhere && tadrib check --version")
        for word in ["-h", "--help", "--version"] { try expect(.noInput, "tadrib check -- \(word)", says: word) }
        try expect(.usage, "tadrib table nowhere -o --format=csv", says: "give --output=--format=csv")
    }

    @Test func code65ForErrorsInTheRecords() throws {
        try expect(.data, "tadrib summary \"$SAMPLES/gulf-military-training\"", says: "--max-rejects")
        try expect(.data, "tadrib check \"$SAMPLES/gulf-military-training\"")
        try expect(.data, "tadrib summary \"$SAMPLES/regional-centre\" --strict", says: "--strict lets none pass")
    }

    @Test func code66ForInputThatIsMissing() throws {
        try expect(.noInput, "tadrib run nowhere.json", says: "nowhere.json")
        try expect(.noInput, "tadrib verify nowhere", says: "nowhere: there is no release")
        try expect(.noInput, "mkdir empty; tadrib compare empty empty", says: "manifest.json")
        try expect(.noInput, "tadrib summary nowhere", says: "nowhere")
        try expect(.noInput, "touch file; tadrib summary file", says: "file")
        try expect(
            .noInput, "cp -r \"$SAMPLES/regional-centre\" d; rm d/courses.csv; tadrib summary d", says: "courses.csv")
        try expect(
            .noInput, "cp -r \"$SAMPLES/regional-centre\" e; rm e/published.csv; tadrib reconcile e -q",
            says: "published.csv")
        // It is told before the participations are read, whose errors would be told first.
        try expect(
            .noInput,
            "cp -r \"$SAMPLES/regional-centre\" p; rm p/published.csv; echo no > p/participations.csv; "
                + "tadrib reconcile p", says: "published.csv: not found")
        try expect(
            .noInput,
            "cp -r \"$SAMPLES/regional-centre\" f; rm f/courses.csv; mkdir f/courses.csv; tadrib summary f",
            says: "courses.csv")
    }

    /// No input is known to reach it: it is what becomes of an error that nobody foresaw.
    @Test func code70ForAFaultOfOurs() {
        struct Unforeseen: Error {}
        let error = CommandError(Unforeseen())
        #expect(error.code == .fault && error.text.en.contains("please report this"))
    }

    @Test func code73ForOutputThatCannotBeCreated() throws {
        try expect(.cannotCreate, "mkdir out.csv; " + Self.table + " -o out.csv", says: "out.csv")
        try expect(.cannotCreate, "touch pack; tadrib report \"$SAMPLES/regional-centre\" -o pack -q", says: "pack")
        try expect(
            .cannotCreate, "touch r; tadrib summary \"$SAMPLES/gulf-military-training\" --max-rejects 5% -q --rejects r"
        )
        try expect(.cannotCreate, "touch g; tadrib generate -o g", says: "g")
    }

    @Test func code74ForOutputThatFailsMidway() throws {
        try expect(.inputOutput, Self.table + " > /dev/full", says: "standard output")
        try expect(.inputOutput, Self.table + " -f csv -o /dev/full", says: "/dev/full")
        try expect(.inputOutput, Self.table + " -f xlsx > /dev/full", says: "standard output")
        try expect(.inputOutput, "tadrib --help > /dev/full", says: "standard output")
        try expect(.inputOutput, Self.table + " >&-", says: "standard output")
    }

    @Test func code75WhileAnotherRunIsAtWork() throws {
        try makeSchedule()
        try expect(.locked, "mkdir out; flock out/.tadrib.lock " + Self.run, says: "another run is at work")
    }

    @Test func code78ForSettingsThatAreWrong() throws {
        try expect(
            .configuration, "echo '{\"form\": \"2019\", \"reports\": []}' > s.json; tadrib run s.json",
            says: "s.json: form: a schedule has no 'form'; did you mean 'from'?")
        try expect(.configuration, "echo '[]' > tadrib.json; tadrib summary d", says: "tadrib.json")
        try expect(.configuration, "echo '{\"lang\": null}' > tadrib.json; tadrib summary d", says: "'lang'")
        // All mistakes are told, each with its line.
        for message in ["tadrib.json:2: 'lang'", "tadrib.json:3: there is no setting 'perod'; did you mean 'period'?"] {
            try expect(
                .configuration, "printf '{\\n\"lang\": [],\\n\"perod\": 1}' > tadrib.json; tadrib summary d",
                says: message)
        }
        try expect(.configuration, "rm tadrib.json; mkdir tadrib.json; tadrib summary d", says: "tadrib.json")
        try expect(
            .configuration,
            "rm -r tadrib.json; cp -r \"$SAMPLES/regional-centre\" d; echo '{\"timeZone\": \"Mars\"}' > d/dataset.json; tadrib summary d",
            says: "timeZone")
    }

    /// Every code that the program knows has a test above.
    @Test func noOtherCodes() {
        let known: [ExitCode] = [
            .done, .notMet, .usage, .data, .noInput, .unavailable, .fault, .cannotCreate, .inputOutput, .locked,
            .noPermission, .configuration,
        ]
        #expect((0...255).compactMap { ExitCode(rawValue: $0) } == known)
    }

    @Test func closedStandardErrorChangesNothing() throws {
        try expect(.done, Self.table + " 2>&-")
        try expect(.usage, "tadrib table 2>&-")
        try expect(.done, "tadrib report \"$SAMPLES/regional-centre\" -o closed 2>&- >&- <&-")
    }
}
