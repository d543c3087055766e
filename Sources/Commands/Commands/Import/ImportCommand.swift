import Importing
import Records
import Reporting
import Support
import TrainingStats
import Writers

extension Command {
    static let `import` = Command(
        name: "import", summary: "a dataset made of a register",
        synopsis: "SOURCE... --into DATASET [--mapping FILE] [OPTION...]",
        examples: [
            Example(
                "tadrib import Samples/register/register.xlsx --into new",
                "a proposal of a mapping, for you to correct; the same command again imports by it"),
            Example(
                "tadrib import Samples/register/register.xlsx --mapping Samples/register/mapping.json --into new",
                "the register's rows as a dataset, by a mapping that can be used again next month"),
            Example(
                "tadrib import Samples/register/register.xlsx --mapping Samples/register/mapping.json --dry-run",
                "what would come, and what is unsure in it"),
        ],
        options: [
            Option.into, Option.mapping, Option.dryImport, Option.today, Option.asOf, Option.schema, Option.maxRejects,
            Option.strict,
            Option.language, Option.quiet,
        ] + OptionGroup.general,
        run: runImport)

    /// Makes a dataset of registers.
    private static func runImport(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let language = arguments.language
        guard !arguments.operands.isEmpty else {
            throw CommandError.usage(
                .init(en: "no register is given", ar: "لم يُذكر سجل"),
                hint: .init(en: "name a workbook or CSV file", ar: "اذكر مصنفاً أو ملف CSV"))
        }
        let isDry = arguments.isOn(.dryImport)
        let target = isDry ? nil : try arguments[.into].map { try ImportTarget($0, schema: arguments[.schema]) }
        guard isDry || target != nil else {
            throw CommandError.usage(
                .init(en: "it is not said where the dataset goes", ar: "لم يُذكر أين توضع مجموعة البيانات"),
                hint: .init(en: "for instance --into records", ar: "مثلاً --into records"))
        }
        if let code = try ImportTarget.passThrough(to: target, arguments, process) { return code }
        let path = arguments[.mapping] ?? usualMapping(of: arguments.operands[0])
        if arguments[.mapping] == nil, FileStatus(path) == nil {
            return try propose(arguments, process, to: path)
        }
        guard FileStatus(path) != nil else {
            throw CommandError(
                code: .noInput, message: .init(en: "\(path): not found", ar: "\(path): غير موجود"),
                hint: .init(
                    en: "leave --mapping out, and a proposal is written", ar: "احذف --mapping فيُكتب اقتراح"))
        }
        let file = try MappingFile(json: try FileSystem.bytes(of: path), path: path)
        var sheets: [RegisterSheet] = []
        for source in arguments.operands {
            sheets += try RegisterSheet.all(in: source, separator: file.mapping.separator)
        }
        try file.check(in: sheets)
        let run = try ImportRun(sheets, by: file.mapping, named: FilePath.parts(of: path).name) {
            arguments[.today] ?? process.today(in: $0)
        }
        tellFindings(of: run, arguments, language)
        try refuse(run, arguments)
        try target?.write(ImportedRecords(run.dataset), files: { run.dataset.files }, arguments, process)
        if !arguments.isOn(.quiet) { tell(ImportSummary(run).text(language)) }
        return .done
    }

    /// Where the mapping of a register is, if nothing else is said: in the current folder, `register.mapping.json`.
    static func usualMapping(of source: String) -> String {
        let name = FilePath.parts(of: source).name
        return (name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name) + ".mapping.json"
    }

    /// Writes a proposal of a mapping, and tells what is not certain in it.
    private static func propose(
        _ arguments: Arguments, _ process: ProcessEnvironment, to path: String
    ) throws -> ExitCode {
        let language = arguments.language
        let today = arguments[.today] ?? process.today(in: DatasetSettings().timeZone)
        var sheets: [RegisterSheet] = []
        for source in arguments.operands { sheets += try RegisterSheet.all(in: source) }
        let proposal = try MappingProposal(of: sheets, today: today)
        let isDry = arguments.isOn(.dryImport)
        if isDry {
            try print(bytes: Array(proposal.text(in: language).utf8))
        } else {
            try AtomicFile.write(Array(proposal.text(in: language).utf8), to: path)
        }
        let mark = BilingualText(en: "? ", ar: "؟ ")
        for doubt in proposal.doubts { tell(terminalText(mark(language) + doubt(language))) }
        if let closing = proposal.closing { tell(terminalText(closing(language))) }
        let end =
            isDry
            ? BilingualText(en: "nothing was written", ar: "لم يُكتب شيء")
            : BilingualText(
                en: "\(path) is a proposal; nothing has been imported yet. Correct it, and run the same command again",
                ar: "الملف \(path.isolated) اقتراح، ولم يُستورد شيء بعد. صححه ثم نفّذ الأمر نفسه مرة أخرى")
        tell(terminalText(end(language)))
        return .done
    }

    /// Writes what was found in the register; with errors only errors, if nothing else is wanted.
    private static func tellFindings(of run: ImportRun, _ arguments: Arguments, _ language: Language) {
        for message in run.dataset.log.messages {
            if message.severity == .warning, arguments.isOn(.quiet) { continue }
            let mark = message.severity == .warning ? language(Phrase.warning) + ": " : ""
            let more = message.count > 1 ? " (\(language(Counted.more, message.count - 1)))" : ""
            tell(terminalText("\(mark)\(message.place): \(message.text(language))\(more)"))
        }
        for finding in run.findings.findings where finding.code.severity == .error {
            tell(finding.text(language))
        }
        if run.findings.findings.contains(where: { $0.code == .missingRate }) {
            let remedy = BilingualText(
                en:
                    "the mapping gives rates: \"rates\": [{\"currency\": \"USD\", \"from\": \"2024-01-01\", \"rate\": 0.3075}]",
                ar:
                    "تُذكر أسعار الصرف في المطابقة: \"rates\": [{\"currency\": \"USD\", \"from\": \"2024-01-01\", \"rate\": 0.3075}]"
            )
            tell(terminalText(remedy(language)))
        }
        for rest in run.findings.grouped.rest where rest.code.severity == .error {
            tell(
                language(
                    Sentence.moreFindings,
                    ["file": rest.file, "code": rest.code.rawValue, "more": language(Counted.more, rest.count)]))
        }
    }

    /// Throws where more records are not taken over than is allowed.
    private static func refuse(_ run: ImportRun, _ arguments: Arguments) throws(CommandError) {
        let limit = arguments[.maxRejects] ?? .rows(0)
        guard limit.allows(run.rejected, of: run.records) else {
            throw CommandError(
                code: .data,
                message: .init(
                    en: "\(run.rejected) of \(run.records) records cannot be taken over",
                    ar: "لا يمكن نقل \(run.rejected) من السجلات، وعددها كلها \(run.records)"),
                hint: .init(
                    en: "correct the register or the mapping, or go on without them: --max-rejects \(run.rejected)",
                    ar: "صحّح السجل أو المطابقة، أو تابع من دونها: --max-rejects \(run.rejected)"))
        }
        let warnings = run.dataset.log.count(.warning)
        guard !arguments.isOn(.strict) || warnings == 0 else {
            throw CommandError(
                code: .data,
                message: .init(
                    en: "\(warnings) warnings, and --strict lets none pass",
                    ar: "عدد التحذيرات \(warnings)، و--strict لا يسمح بأي منها"))
        }
    }
}
