/// The sub-commands, each described once: help and dispatch derive from it.
enum Command: String, CaseIterable {
    case summary, report, table, check, reconcile, records, run, status, verify, compare, generate, list, explain,
        completions, manual

    /// One line for help.
    var explanation: String {
        switch self {
        case .summary: "what an officer wants at a glance, in the terminal, with bars"
        case .report: "the report pack: CSV, Markdown, XLSX and HTML"
        case .table: "one table, ad hoc"
        case .check: "what is wrong with the records"
        case .reconcile: "published figures against the records"
        case .records: "the records behind a figure: identifiers, and file and line of each"
        case .run: "what is due of a schedule's releases, for cron and timers"
        case .status: "the last release of every report of a schedule"
        case .verify: "releases against their manifests"
        case .compare: "two releases, figure by figure"
        case .generate: "a synthetic dataset of any size"
        case .list: "the dimensions, measures or reports that there are, or the schema of report definitions"
        case .explain: "the definition of a measure, a dimension, a table or a finding's code"
        case .completions: "what a shell must know to complete commands, options and names"
        case .manual: "the page that man tadrib shows: all commands, options, measures and dimensions"
        }
    }

    /// The words after the command's name.
    var synopsis: String {
        switch self {
        case .summary, .check, .reconcile: "DATASET [OPTION...]"
        case .report: "DATASET -o FOLDER [OPTION...]"
        case .records: "DATASET --measure M [--where D=V[,V]...] [--period P] [OPTION...]"
        case .run: "SCHEDULE.json [OPTION...]"
        case .status: "SCHEDULE.json [OPTION...]"
        case .verify: "FOLDER"
        case .compare: "OLD NEW [OPTION...]"
        case .generate: "-o FOLDER [--participations N] [--seed S] [--hostile]"
        case .list: "dimensions|measures|reports|schema [OPTION...]"
        case .explain: "NAME [OPTION...]"
        case .completions: "bash|zsh|fish"
        case .manual: "[--today DATE]"
        case .table: "DATASET --rows D[,D] [--columns D] --measures M[,M] [OPTION...]"
        }
    }

    /// Commands to try, each with what it does.
    var examples: [(command: String, effect: String)] {
        switch self {
        case .summary:
            [("tadrib summary Samples/regional-centre --period 2019", "the figures of a year")]
        case .report:
            [
                ("tadrib report Samples/regional-centre -o pack", "all tables in all formats"),
                (
                    "tadrib report Samples/regional-centre -o pack --format csv --period last-quarter",
                    "the CSV files of the last whole quarter"
                ),
                (
                    "tadrib report Samples/regional-centre --definition Samples/definitions/full.json -o pack",
                    "the tables that a file defines"
                ),
            ]
        case .table:
            [
                (
                    "tadrib table Samples/regional-centre --rows state --columns year --measures trainees",
                    "distinct persons, with totals computed from the records"
                ),
                (
                    "tadrib table Samples/regional-centre --rows topic --measures trainees,pass-rate "
                        + "--where sex=F", "two measures of the women among them"
                ),
                (
                    "tadrib table Samples/regional-centre --rows institution --measures trainees --top 10",
                    "the ten largest, and the rest computed from the records"
                ),
                (
                    "tadrib table Samples/regional-centre --rows year --measures trainees --transforms cumulative",
                    "distinct persons up to each year"
                ),
            ]
        case .check:
            [
                ("tadrib check Samples/regional-centre -f csv", "all findings as a table"),
                (
                    "tadrib check Samples/gulf-military-training --max-rejects 5% --propose-labels labels.csv",
                    "a file that makes one of spellings, to be read before it counts"
                ),
            ]
        case .reconcile:
            [
                (
                    "tadrib reconcile Samples/gulf-military-training --max-rejects 5%",
                    "each published figure, met or not, and by how much"
                )
            ]
        case .records:
            [
                (
                    "tadrib records Samples/regional-centre --measure trainees --where state=OMN --period 2019",
                    "the participations that make a cell of the table by state and year"
                ),
                (
                    "tadrib records Samples/regional-centre --measure sessions --where state=_T -o sessions.csv",
                    "the total row of a table by state: sessions that somebody attended"
                ),
            ]
        case .run:
            [
                ("tadrib run Samples/schedule.json --dry-run --today 2019-12-31", "what is due on that day"),
                (
                    "tadrib run Samples/schedule.json --today 2019-04-30",
                    "all releases up to that day, in the folder releases; again, and nothing is left to do"
                ),
            ]
        case .status:
            [
                ("tadrib status Samples/schedule.json", "the last release of each report, and what is due"),
                (
                    "tadrib status Samples/schedule.json --overdue --today 2016-01-01 -f csv",
                    "exits 1 where one is late, for who watches over jobs"
                ),
            ]
        case .verify:
            [("tadrib verify releases", "exits 1, naming each file that is not what was written")]
        case .compare:
            [
                (
                    "tadrib compare releases/monthly/2019-01 releases/monthly/2019-01-r2",
                    "what late records have changed"
                )
            ]
        case .generate:
            [("tadrib generate -o records --participations 100000 --seed 7", "the same bytes on every machine")]
        case .list: [("tadrib list measures", "identifiers, headings and definitions")]
        case .explain:
            [
                ("tadrib explain gain-normalised", "what it is, where it comes from, and how to ask for it"),
                ("tadrib explain duplicate-key --lang ar", "a finding of check, in Arabic"),
            ]
        case .completions: [("source <(tadrib completions bash)", "completions for this shell")]
        case .manual: [("tadrib manual | man -l -", "the page, where it is not installed")]
        }
    }

    /// The options that it takes.
    var options: [Option] {
        let selection: [Option] = [.period, .today, .where]
        let reading: [Option] = [.today, .maxRejects, .rejects, .strict]
        let general: [Option] = [.help, .version]
        let common: [Option] = [.lang, .quiet, .verbose, .noColor, .progress] + general
        let delimited: [Option] = [.bom, .noInjectionGuard]
        switch self {
        case .summary: return selection + reading.dropFirst() + common
        case .report:
            return [.output, .definition, .format, .profile, .labels, .intervals] + selection + reading.dropFirst()
                + delimited + common
        case .table:
            return [.rows, .columns, .measures, .transforms, .intervals, .sort, .top] + selection
                + [.layout, .totals, .output, .format, .profile, .labels] + reading.dropFirst() + delimited + common
        case .records:
            return [.measure] + selection + [.names, .output, .format] + reading.dropFirst() + delimited + common
        case .run: return [.today, .dryRun, .catchUp, .wait, .metrics, .lang, .noColor] + general
        case .status:
            return [.today, .overdue, .metrics, .output, .format, .profile] + delimited + [.lang, .noColor] + general
        case .verify: return general
        case .compare: return [.output, .format, .profile] + delimited + [.lang, .noColor] + general
        case .generate: return [.output, .participations, .seed, .hostile, .quiet] + general
        case .list: return [.lang, .output, .format, .profile, .noColor] + general
        case .explain: return [.lang, .output] + general
        case .completions: return general
        case .manual: return [.today] + general
        case .check: return [.output, .format, .profile, .proposeLabels] + reading + delimited + common
        case .reconcile: return [.output, .format, .profile] + reading + delimited + common
        }
    }

    /// Does the work.
    func run(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        switch self {
        case .summary: try summary(arguments, process)
        case .report: try report(arguments, process)
        case .table: try table(arguments, process)
        case .check: try check(arguments, process)
        case .reconcile: try reconcile(arguments, process)
        case .records: try records(arguments, process)
        case .run: try run(schedule: arguments, process)
        case .status: try status(arguments, process)
        case .verify: try verify(arguments)
        case .compare: try compare(arguments, process)
        case .generate: try generate(arguments, process)
        case .list: try list(arguments, process)
        case .explain: try explain(arguments, process)
        case .completions: try completions(arguments)
        case .manual: try manual(arguments, process)
        }
    }
}
