import Support
import Reporting
import Releases
import TrainingStats
import Writers

extension Command {
    static let verify = Command(
        name: "verify", summary: "releases against their manifests",
        synopsis: "FOLDER",
        operands: .folders,
        examples: [
            Example("tadrib verify releases", "exits 1, naming each file that is not what was written")
        ],
        options: OptionGroup.general,
        notMet: NotMet(meaning: "a file is not what its manifest says"),
        run: runVerify)

    static let compare = Command(
        name: "compare", summary: "two releases, figure by figure",
        synopsis: "OLD NEW [OPTION...]",
        operands: .folders,
        examples: [
            Example(
                "tadrib compare releases/monthly/2019-01 releases/monthly/2019-01-r2", "what late records have changed")
        ],
        options: [Option.output, Option.format, Option.profile] + OptionGroup.delimited
            + [Option.language, Option.digits, Option.noColor] + OptionGroup.general,
        run: runCompare)

    /// Compares the files of a release, or of all releases in a folder, with their manifests.
    private static func runVerify(_ arguments: Arguments, _: ProcessEnvironment) throws -> ExitCode {
        let verification = try Verification(try arguments.folders(1, "verify FOLDER")[0])
        for finding in verification.findings { tell("tadrib: " + terminalText(finding.message)) }
        return verification.findings.isEmpty ? .done : .notMet
    }

    /// Compares two releases, figure by figure.
    private static func runCompare(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let folders = try arguments.folders(2, "compare OLD NEW")
        let manifests = try folders.map { (folder) throws(ReleaseError) in try Manifest(ofReleaseIn: folder) }
        let changes = TableComparison.changes(
            from: try manifests[0].data(in: folders[0]), to: try manifests[1].data(in: folders[1]),
            onSameReportingDay: manifests[0].reportingDay == manifests[1].reportingDay)
        let language = arguments.language
        let context = ReportContext(
            language: language, digits: arguments[.digits], period: nil, filters: [],
            today: CivilDate(manifests[1].reportingDay) ?? CivilDate(day: 0), tool: Tadrib.tool)
        // Members that no dataset names, such as states and sexes, have their names without one.
        let names = MemberNames(DatasetDescription(Dataset(), today: context.today, catalogue: .builtIn), language)
        var table = ChangeTable(changes, language, names: names).table
        table.subtitle = zip(folders, manifests).map { "\($0) (\(language.period($1.period.label)))" }
            .joined(separator: " → ")
        if changes.isEmpty { table.notes = [language(ReleaseSentence.noRevisions)] }
        let files = manifests[1].filesThatDiffer(from: manifests[0])
        if !files.isEmpty { table.notes.append(language(ReleaseSentence.filesDiffer, ["list": language.list(files)])) }
        try output.deliver(table, context)
        return .done
    }
}

extension Arguments {
    /// The operands, if they are the expected number of folders; `usage` shows how to write them.
    fileprivate func folders(_ count: Int, _ usage: String) throws(CommandError) -> [String] {
        guard operands.count == count else {
            throw .usage(
                count == 1
                    ? .init(en: "one folder is expected", ar: "المطلوب مجلد واحد")
                    : .init(en: "two folders are expected", ar: "المطلوب مجلدان"),
                hint: .init(en: "tadrib \(usage)", ar: "tadrib \(usage)"))
        }
        return operands.map { $0.count > 1 && $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    }
}
