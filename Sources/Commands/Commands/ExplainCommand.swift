import Aggregation
import Records
import Reporting
import Support
import TrainingStats

extension Command {
    static let explain = Command(
        name: "explain", summary: "the definition of a measure, a dimension, a table or a finding's code",
        synopsis: "NAME [DATASET] [OPTION...]",
        operands: .words(explainable(in: .builtIn)),
        examples: [
            Example("tadrib explain gain-normalised", "what it is, where it comes from, and how to ask for it"),
            Example("tadrib explain duplicate-key --lang ar", "a finding of check, in Arabic"),
        ],
        options: [Option.language, Option.output] + OptionGroup.general,
        run: runExplain)

    /// The names that `explain` knows.
    static func explainable(in catalogue: Catalogue) -> [String] {
        catalogue.measures.map(\.id) + catalogue.dimensions.map(\.id) + Transform.allCases.map(\.rawValue)
            + FindingCode.allCases.map(\.rawValue) + ReportDefinition.full.tables.map(\.id)
    }

    /// The definition of a measure, a dimension, a table or a finding's code.
    private static func runExplain(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard (1...2).contains(arguments.operands.count), let name = arguments.operands.first else {
            throw CommandError.usage(
                .init(en: "one name is expected", ar: "المطلوب اسم واحد"),
                hint: .init(
                    en: "for instance tadrib explain completion-rate; tadrib list has them",
                    ar: "مثلاً tadrib explain completion-rate؛ ويسردها tadrib list"))
        }
        let language = arguments.language
        let catalogue = try arguments.catalogue(ofOperandAt: 1)
        let dataset = arguments.operands.dropFirst().first
        let texts = [
            catalogue.measure(name).map { explanation(of: $0, example: dataset, language) },
            catalogue.dimension(name).map { explanation(of: $0, example: dataset, language) },
            Transform(rawValue: name).map { explanation(of: $0, language) },
            FindingCode(rawValue: name).map { explanation(of: $0, language) },
            ReportDefinition.full.tables.first { $0.id == name }.map {
                explanation(ofTable: $0.id, $0.title(language), language)
            },
        ].compactMap(\.self)
        guard !texts.isEmpty else {
            let explainable = Self.explainable(in: catalogue)
            let meant =
                Synonyms.measures.meant(by: name, among: explainable)
                + Synonyms.dimensions.meant(by: name, among: explainable)
            let suggestion =
                Spelling.suggestion(of: meant) ?? Spelling.suggestion(for: name, among: explainable)
            throw CommandError.usage(
                .init(
                    en: "'\(name)' is no measure, dimension, transform, finding or table",
                    ar: "«\(name)» ليس مقياساً ولا خاصية ولا تحويلاً ولا ملاحظة ولا جدولاً"),
                hint: suggestion
                    ?? .init(
                        en: "tadrib list measures, or dimensions", ar: "tadrib list measures أو tadrib list dimensions")
            )
        }
        try TableOutput(arguments, process, for: .text).deliver(text: texts.joined(separator: "\n"))
        return .done
    }

    private static func explanation(of measure: Measure, example given: String?, _ language: Language) -> String {
        let isOfPlan = measure.takesEvaluations || measure.takesFollowUps
        let dataset = given ?? (isOfPlan ? "Samples/training-plan" : usualExample)
        let example = measure.isAboutTrainers ? "trainer-affiliation" : measure.reachesUndelivered ? "year" : "topic"
        return lines([
            (measure.id, measure.heading(language)), ("", measure.definition(language)),
            (language(Phrase.additive), language(measure.additivity.phrase)),
            (language(Phrase.better), language(measure.direction.phrase)),
            (
                language(Phrase.source),
                measure.source
                    ?? language(Catalogue.builtIn.measure(measure.id) == nil ? Phrase.ofDataset : .ownDefinition)
            ),
            (
                language(Phrase.example),
                "tadrib table \(dataset) --rows \(example) --measures \(measure.id)"
            ),
        ])
    }

    /// The sample of most examples.
    private static let usualExample = "Samples/regional-centre"

    private static func explanation(of dimension: Dimension, example given: String?, _ language: Language) -> String {
        let measure =
            switch dimension.side {
            case .trainer: Measure.ofTrainers
            case .evaluation: Measure.ofEvaluations
            case .trainee, .session, .course, .time: Measure.ofPersons
            }
        let dataset = given ?? (dimension.side == .evaluation ? "Samples/training-plan" : usualExample)
        return lines([
            (dimension.id, dimension.heading(language)), ("", dimension.definition(language)),
            (language(Phrase.side), language(dimension.side.phrase)),
            (language(Phrase.codes), members(of: dimension, language)),
            (
                language(Phrase.example),
                "tadrib table \(dataset) --rows \(dimension.id) --measures \(measure)"
            ),
        ])
    }

    private static func explanation(of transform: Transform, _ language: Language) -> String {
        lines([
            (transform.rawValue, transform.heading(language)), ("", transform.definition(language)),
            (
                language(Phrase.example),
                "tadrib table Samples/regional-centre --rows state --columns year --measures trainees "
                    + "--transforms \(transform.rawValue)"
            ),
        ])
    }

    private static func explanation(of code: FindingCode, _ language: Language) -> String {
        // Errors of headers make a whole file unusable, so their samples are in a folder of their own.
        let isOfHeader = code == .missingColumn || code == .duplicateColumn
        let sample = "Samples/broken" + (isOfHeader ? "/whole-file" : "")
        return lines([
            (code.rawValue, language(code.severity.phrase)), ("", code.explanation(language)),
            (language(Phrase.example), "tadrib check \(sample) -f csv | grep \(code.rawValue)"),
        ])
    }

    private static func explanation(ofTable id: String, _ title: String, _ language: Language) -> String {
        lines([
            (id, title), ("", language(Sentence.tableOfPack, ["id": id])),
            (language(Phrase.example), "tadrib report Samples/regional-centre -o pack"),
        ])
    }

    /// The members of a fixed list with their names, the first ones of a long list; empty where the records say which there are.
    private static func members(of dimension: Dimension, _ language: Language) -> String {
        let members = dimension.listedMembers
        let shown = members.prefix(20).map { $0.code + ($0.name.map { " (\($0(language)))" } ?? "") }
        return language.list(shown) + (members.count > shown.count ? " ... (\(members.count))" : "")
    }

    private static func lines(_ pairs: [(label: String, text: String)]) -> String {
        pairs.filter { !$0.text.isEmpty }.map { $0.label.isEmpty ? $0.text : "\($0.label): \($0.text)" }.joined(
            separator: "\n") + "\n"
    }
}
