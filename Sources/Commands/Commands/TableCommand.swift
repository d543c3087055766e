import Support
import Aggregation
import Pipeline
import Reporting

extension Command {
    static let table = Command(
        name: "table", summary: "one table, ad hoc",
        synopsis: "DATASET --rows D[,D] [--columns D] --measures M[,M] [OPTION...]",
        examples: [
            Example(
                "tadrib table Samples/regional-centre --rows state --columns year --measures trainees",
                "distinct persons, with totals computed from the records"),
            Example(
                "tadrib table Samples/regional-centre --rows topic --measures trainees,pass-rate --where sex=F",
                "two measures of the women among them"),
            Example(
                "tadrib table Samples/regional-centre --rows institution --measures trainees --top 10",
                "the ten largest, and the rest computed from the records"),
            Example(
                "tadrib table Samples/regional-centre --rows year --measures trainees --transforms cumulative",
                "distinct persons up to each year"),
            Example(
                "tadrib table Samples/regional-centre --rows trainer --measures trainer-hours --top 10 --names",
                "the ten trainers with most hours"),
        ],
        options: [
            Option.rows, Option.columns, Option.measures, Option.transforms, Option.intervals, Option.sort, Option.top,
            Option.bottom, Option.having,
            Option.includeEmpty, Option.persons, Option.within,
        ] + OptionGroup.selection + [
            Option.layout, Option.totals, Option.names, Option.output, Option.format, Option.profile, Option.labels,
        ] + OptionGroup.reading + OptionGroup.counting + OptionGroup.delimited + OptionGroup.common,
        run: runTable)

    /// Makes one table.
    private static func runTable(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let measures = arguments[.measures] ?? []
        guard !measures.isEmpty else {
            throw CommandError.usage(
                .init(en: "no measures are given", ar: "لم يُذكر أي مقياس"),
                hint: .init(
                    en: "for instance --measures trainees,sessions", ar: "مثلاً --measures trainees,sessions"))
        }
        let transforms = arguments[.transforms] ?? []
        let output = try TableOutput(arguments, process, for: .figures)
        let (rows, columns) = (arguments[.rows] ?? [], arguments[.columns] ?? [])
        let usual: TableBuilder.Layout = columns.isEmpty || output.format.isTidy ? .tidy : .wide
        let layout = arguments[.layout] ?? usual
        if layout == .wide, output.format.isTidy {
            throw CommandError.usage(
                .init(
                    en: "--layout wide: \(output.format.rawValue) has one row for each figure",
                    ar: "--layout wide: في \(output.format.rawValue) صف لكل رقم"),
                hint: .init(en: "leave the option out", ar: "احذف الخيار"))
        }
        let order = RowOrder(by: arguments[.sort], keeping: try kept(arguments), of: measures)
        if order != nil, rows.isEmpty {
            throw CommandError.usage(
                .init(
                    en: "--sort, --top and --bottom are about rows, and there are none",
                    ar: "--sort و--top و--bottom للصفوف، ولا صفوف هنا"),
                hint: .init(en: "give --rows", ar: "اذكر --rows"))
        }
        let request = TableRequest(
            dataset: try arguments.datasetRequest(counting: true), selection: arguments.selection, rows: rows,
            columns: columns, measures: measures, transforms: transforms,
            order: order, includesEmpty: arguments.isOn(.includeEmpty),
            conditions: arguments[.having] ?? [], layout: layout, hasTotals: arguments.isOn(.totals),
            style: .init(
                showsBounds: output.isText || output.format.isTidy, isDescribed: output.format.isTidy,
                isDrawn: output.format.showsPictures),
            language: arguments.language, digits: arguments[.digits], showsNames: arguments.isOn(.names),
            streamedLabels: output.streamedLabels)
        do {
            try output.deliver(request.made(process.pipeline(arguments)))
        } catch let plan as ExplainedPlan {
            try output.deliver(text: plan.text(arguments.language))
        }
        return .done
    }

    /// The members that `--top` or `--bottom` keeps.
    private static func kept(_ arguments: Arguments) throws(CommandError) -> RowOrder.Kept? {
        switch (arguments[.top], arguments[.bottom]) {
        case (nil, nil): return nil
        case (let top?, nil): return .init(top, .largestFirst)
        case (nil, let bottom?): return .init(bottom, .smallestFirst)
        case (_?, _?):
            throw .usage(
                .init(en: "--top and --bottom do not go together", ar: "لا يجتمع --top و--bottom"),
                hint: .init(en: "make two tables", ar: "اصنع جدولين"))
        }
    }
}
