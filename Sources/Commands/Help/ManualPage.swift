import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// The page that `man tadrib` shows, made from the catalogues that help, `list` and `explain` are made from.
enum ManualPage {
    /// The page in the man(7) language, dated as given.
    static func text(of day: CivilDate) -> String {
        var page = ManualText(title: "tadrib", day: "\(day)", source: Tadrib.tool)
        page.section("Name")
        page.paragraph("tadrib - " + Help.title)
        page.section("Synopsis")
        for command in Command.all { page.synopsis("tadrib \(command.name)", command.synopsis) }
        page.section("Description")
        for note in Help.notes { page.paragraph(note) }
        page.paragraph("Data goes to standard output, everything else to standard error.")
        addCommands(to: &page)
        page.section("Options")
        for (_, options) in Command.allOptions { page.item(usage: options[0].usage, explanation(of: options)) }
        addEnvironment(to: &page)
        page.section("Exit status")
        for code in ExitCode.allCases { page.item("\(code.rawValue)", code.meaning) }
        addCatalogues(to: &page)
        page.section("Examples")
        for example in Command.all.flatMap(\.examples) { page.example(example.command, example.effect) }
        return page.text
    }

    private static func addCommands(to page: inout ManualText) {
        page.section("Commands")
        for command in Command.all {
            let options = command.options.map { "--" + $0.name }.joined(separator: ", ")
            page.item(command.name, "\(sentence(command.summary)) Options: \(options).")
        }
    }

    /// What an option does, and how it differs in commands where it takes other values.
    private static func explanation(of options: [any DeclaredOption]) -> String {
        let option = options[0]
        let help = ([option.help] + options.dropFirst().compactMap(\.manualNote)).joined(separator: "; ")
        let words = option.completion.words
        // Dimensions and measures have sections of their own.
        let isShort = words.count < Catalogue.builtIn.dimensions.count
        let isUntold = isShort && words.contains { !(option.usage + help).contains($0) }
        return sentence(help) + (isUntold ? " One of \(words.joined(separator: ", "))." : "")
    }

    private static func addEnvironment(to page: inout ManualText) {
        page.section("Environment")
        page.item("TADRIB_DATASET", "The dataset, where the command line names none.")
        let variables = Command.allOptions.compactMap(\.options.first).filter(\.isConfigurable).map(\.variable).joined(
            separator: ", ")
        page.item(usage: "TADRIB_OPTION", "The value of an option that the command line does not give: \(variables).")
        page.item("TADRIB_THREADS", "How many threads read large tables; by default as many as there are processors.")
        page.item("NO_COLOR", "Where it is set, and where TERM is dumb, the terminal shows no colours.")
        page.section("Files")
        page.item(
            "tadrib.json",
            "In the working folder: an object of option names without dashes and their values, and dataset.")
        page.item(
            usage: "DATASET/dataset.json", "What holds for a dataset: its name, currency, time zone and calendar.")
        for table in RecordTable.allCases {
            let columns = table.columnNames
            let optional = columns.optional.isEmpty ? "" : " Optional: \(columns.optional.joined(separator: ", "))."
            page.item(
                usage: "DATASET/" + table.fileName, "Columns: \(columns.required.joined(separator: ", ")).\(optional)")
        }
        page.paragraph("Each of the tables may be compressed, such as courses.csv.gz.")
        page.item("share/doc/tadrib/examples", "The samples that the examples below call Samples.")
        page.item("share/tadrib/install-schedule", "A script that has cron or systemd run a schedule every day.")
    }

    private static func addCatalogues(to page: inout ManualText) {
        page.section("Measures")
        for measure in Catalogue.builtIn.measures {
            page.item(measure.id, definition(measure.heading, measure.definition))
        }
        page.section("Transforms of measures")
        for transform in Transform.allCases {
            page.item(transform.rawValue, "\(transform.heading(.en)). \(transform.definition(.en))")
        }
        page.section("Dimensions")
        for dimension in Catalogue.builtIn.dimensions {
            page.item(dimension.id, definition(dimension.heading, dimension.definition))
        }
        page.section("Tables of a report")
        for table in ReportDefinition.full.tables { page.item(table.id, sentence(table.title(.en))) }
    }

    private static func definition(_ heading: BilingualText, _ text: BilingualText) -> String {
        "\(heading(.en)). \(text(.en))"
    }

    /// A line of help as a sentence.
    private static func sentence(_ line: String) -> String {
        line.prefix(1).uppercased() + line.dropFirst() + (line.hasSuffix(".") ? "" : ".")
    }
}
