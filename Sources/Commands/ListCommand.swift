import Aggregation
import Records
import Reporting
import TrainingStats

extension Command {
    /// What `list` can list.
    enum Catalogue: String, CaseIterable { case dimensions, measures, reports }

    /// The catalogue of dimensions, measures or reports.
    func list(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        let known = Catalogue.allCases.map(\.rawValue)
        guard arguments.operands.count == 1, let name = arguments.operands.first else {
            throw CommandError.usage("one of \(known.joined(separator: ", ")) is expected")
        }
        guard let catalogue = Catalogue(rawValue: name) else {
            let nearest = nearestSpelling(of: name, among: known)
            throw CommandError.usage(
                "'\(name)' is none of \(known.joined(separator: ", "))", hint: nearest.map { "did you mean '\($0)'?" })
        }
        let output = try TableOutput(arguments, surroundings)
        let language = try arguments.choice(.lang, of: Language.self) ?? .en
        let context = ReportContext(
            language: language, period: nil, filters: [], today: surroundings.today(in: "UTC"), tool: Tadrib.tool)
        try output.deliver(table(of: catalogue, language), context)
        return .done
    }

    private func table(of catalogue: Catalogue, _ language: Language) -> Table {
        func text(_ words: [String]) -> Grid.Row { Grid.Row(words.map { .text($0) }) }
        let (headings, rows): ([String], [Grid.Row]) =
            switch catalogue {
            case .dimensions:
                (
                    ["dimension", "side", "heading", "definition"],
                    Dimension.catalogue.map {
                        text([$0.id, $0.side.rawValue, $0.heading(language), $0.definition(language)])
                    }
                )
            case .measures:
                (
                    ["measure", "heading", "additive", "definition"],
                    Measure.catalogue.map {
                        text([$0.id, $0.heading(language), $0.additivity.rawValue, $0.definition(language)])
                    }
                )
            case .reports: (["table", "title"], ReportPack.full.tables.map { text([$0.id, $0.title(language)]) })
            }
        let columns = headings.map { Grid.Column(id: $0, heading: $0, isNumeric: false) }
        return Table(
            id: catalogue.rawValue, title: catalogue.rawValue, subtitle: "", display: Grid(columns: columns, rows: rows)
        )
    }
}
