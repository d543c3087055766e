import Aggregation
import Records
import Reporting
import Support
import TrainingStats

extension Command {
    static let list = Command(
        name: "list",
        summary: "the dimensions, measures or reports that there are, or the schema of report definitions",
        synopsis: "dimensions|measures|reports|schema [DATASET] [OPTION...]",
        operands: .words(listable),
        examples: [
            Example("tadrib list measures", "identifiers, headings and definitions"),
            Example("tadrib list measures -f json", "how records make them, as in a file of measures of your own"),
            Example("tadrib list dimensions Samples/academy", "those of a dataset too, which dataset.json declares"),
        ],
        options: [
            Option.language, Option.digits, Option.output, Option.format, Option.profile, Option.noColor,
        ] + OptionGroup.general,
        run: runList)

    /// What `list` can list.
    enum Listing: String, CaseIterable { case dimensions, measures, reports }

    /// All that `list` knows: the catalogues, and the schema of report definitions.
    static let listable = Listing.allCases.map(\.rawValue) + ["schema"]

    /// The catalogue of dimensions, measures or reports.
    private static func runList(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let known = Self.listable
        guard (1...2).contains(arguments.operands.count), let name = arguments.operands.first else {
            throw CommandError.usage(
                .init(
                    en: "one of \(Spelling.list(known).en) is expected",
                    ar: "المطلوب واحد من \(Spelling.list(known)(.ar))"))
        }
        guard known.contains(name) else {
            let suggestion = Spelling.suggestion(for: name, among: known)
            throw CommandError.usage(
                .init(
                    en: "'\(name)' is not one of \(Spelling.list(known).en)",
                    ar: "«\(name)» ليس من \(Spelling.list(known)(.ar))"),
                hint: suggestion)
        }
        let catalogue = try arguments.catalogue(ofOperandAt: 1)
        guard let listing = Listing(rawValue: name) else {
            try TableOutput(arguments, process, for: .text).deliver(text: ReportDefinition.schema(of: catalogue).text)
            return .done
        }
        let output = try TableOutput(arguments, process)
        if listing == .measures, output.format == .json {
            // In the form in which people write measures of their own, which says all that the table says and more.
            try output.deliver(text: Measure.json(of: catalogue.measures).text)
            return .done
        }
        let language = arguments.language
        let context = ReportContext(
            language: language, digits: arguments[.digits], period: nil, filters: [], today: process.today(in: "UTC"),
            tool: Tadrib.tool)
        try output.deliver(table(of: listing, in: catalogue, language), context)
        return .done
    }

    private static func table(of listing: Listing, in catalogue: Catalogue, _ language: Language) -> Table {
        func text(_ words: [String]) -> Grid.Row { Grid.Row(words.map { .text($0) }) }
        let columns: [(id: String, heading: Phrase)]
        let rows: (_ usesCodes: Bool) -> [Grid.Row]
        let title: Phrase
        switch listing {
        case .dimensions:
            title = .dimensions
            columns = [
                ("dimension", .identifier), ("side", .side), ("heading", .heading), ("definition", .definition),
            ]
            rows = { usesCodes in
                catalogue.dimensions.map {
                    text([
                        $0.id, usesCodes ? $0.side.rawValue : language($0.side.phrase), $0.heading(language),
                        $0.definition(language),
                    ])
                }
            }
        case .measures:
            title = .measures
            columns = [
                ("measure", .identifier), ("heading", .heading), ("additive", .additive), ("better", .better),
                ("definition", .definition),
            ]
            rows = { usesCodes in
                catalogue.measures.map {
                    text([
                        $0.id, $0.heading(language),
                        usesCodes ? $0.additivity.rawValue : language($0.additivity.phrase),
                        usesCodes ? $0.direction.rawValue : language($0.direction.phrase), $0.definition(language),
                    ])
                }
            }
        case .reports:
            title = .reports
            columns = [("table", .table), ("title", .title)]
            rows = { _ in ReportDefinition.full.tables.map { text([$0.id, $0.title(language)]) } }
        }
        // Identifiers are typed as they stand.
        let headed = columns.enumerated().map { index, column in
            Grid.Column(id: column.id, heading: language(column.heading), isNumeric: false, keepsWhole: index == 0)
        }
        return Table(
            id: listing.rawValue, title: language(title), subtitle: "",
            display: Grid(columns: headed, rows: rows(false)), data: Grid(columns: headed, rows: rows(true)))
    }
}
