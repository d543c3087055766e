import Pipeline
import Records
import Reporting
import Support
import TrainingStats

extension Command {
    static let template = Command(
        name: "template", summary: "a workbook to fill in, with lists to choose from",
        synopsis: "-o FILE.xlsx [--lang en|ar|en,ar] [DATASET]",
        examples: [
            Example("tadrib template -o registration.xlsx --lang ar", "an empty workbook in Arabic"),
            Example(
                "tadrib template -o records.xlsx --lang en,ar Samples/regional-centre",
                "one with the records of a dataset, in English and Arabic"),
        ],
        options: [Option.output, Option.templateLanguages, Option.today, Option.quiet] + OptionGroup.general,
        run: runTemplate)

    /// Writes a workbook to be filled in.
    private static func runTemplate(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let path = arguments[.output], path != "-" else {
            throw CommandError.usage(
                .init(en: "no file is given for the workbook", ar: "لم يُذكر ملف للمصنف"),
                hint: .init(en: "for instance -o registration.xlsx", ar: "مثلاً -o registration.xlsx"))
        }
        guard path.lowercased().hasSuffix(".xlsx") else {
            throw CommandError.usage(
                .init(
                    en: "--output: '\(path)' does not end in .xlsx", ar: "--output: «\(path)» لا ينتهي باللاحقة .xlsx"),
                hint: .init(en: "a template is a workbook", ar: "النموذج مصنف"))
        }
        // What somebody has typed into an earlier one must not be lost.
        guard FileStatus(path) == nil else {
            throw CommandError(
                code: .cannotCreate,
                message: .init(en: "\(path): a file of this name is there already", ar: "\(path): يوجد ملف بهذا الاسم"),
                hint: .init(en: "give another name, or remove it", ar: "اختر اسماً آخر أو احذفه"))
        }
        let source = arguments.operands.isEmpty ? nil : try arguments.datasetRequest().source
        let languages = arguments[.templateLanguages] ?? [.en]
        let today = arguments[.today] ?? process.today(in: DatasetSettings().timeZone)
        let request = TemplateRequest(languages: languages, source: source, today: today)
        let made = try TemplateWriter(request, tool: Tadrib.tool).write(to: path)
        if !arguments.isOn(.quiet) {
            let language = languages.first ?? .en
            tell(
                source == nil
                    ? language(Sentence.templateMade, ["file": path])
                    : language(
                        Sentence.templateFilled,
                        ["file": path, "records": language(Counted.ofRecords, made.records)]))
        }
        return .done
    }
}
