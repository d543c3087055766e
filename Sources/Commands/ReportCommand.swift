import Foundation
import Records
import Reporting
import TrainingStats
import Writers

extension Command {
    /// The report pack.
    func report(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        guard let folder = arguments.value(.output), folder != "-" else {
            throw CommandError.usage("no folder is given for the report pack", hint: "for instance -o pack")
        }
        let formats = try packFormats(arguments)
        let run = try RecordsRun(arguments, surroundings)
        let context = try run.context()
        let builder = try ReportBuilder(.full, run.dataset, context)
        let summaries = try run.summaries(of: builder.requests)
        try run.settle()
        if let first = summaries.first { run.tellUnmatched(first) }
        let withRejected = try run.salvaged(builder.publishedRequests)
        let document = builder.document(summaries, withRejected: withRejected, try run.provenance())

        let batch = OutputBatch()
        if formats.contains(.md) {
            try batch.write(Array(MarkdownWriter().text(of: document).utf8), to: folder + "/report.md")
        }
        if formats.contains(.xlsx) {
            try batch.write(document, to: folder + "/report.xlsx")
        }
        if formats.contains(.csv) {
            let writer = DelimitedWriter.csv(
                hasByteOrderMark: arguments.isOn(.bom) || context.language == .ar,
                guardsInjection: !arguments.isOn(.noInjectionGuard))
            for table in document.tables {
                try batch.write(Array(writer.text(of: table).utf8), to: "\(folder)/tables/\(table.id).csv")
            }
            // A table that an earlier pack had and this one cannot have would be taken for one of this pack.
            for (id, _) in ReportPack.full.tables where !document.tables.contains(where: { $0.id == id }) {
                batch.remove("\(folder)/tables/\(id).csv")
            }
        }
        try batch.commit()
        if !arguments.isOn(.quiet) {
            tell("\(folder): \(document.tables.count) tables, \(context.periodText), as of \(context.today)")
        }
        return .done
    }

    private func packFormats(_ arguments: Arguments) throws -> Set<OutputFormat> {
        let possible: [OutputFormat] = [.csv, .md, .xlsx]
        let names = arguments.list(.format)
        guard !names.isEmpty else { return Set(possible) }
        return Set(
            try names.map { name in
                guard let format = possible.first(where: { $0.rawValue == name }) else {
                    let known = possible.map(\.rawValue)
                    let nearest = nearestSpelling(of: name, among: known).map { "did you mean '\($0)'?" }
                    throw CommandError.usage(
                        "--format: a report pack has no '\(name)'",
                        hint: nearest ?? "give some of \(known.joined(separator: ", "))")
                }
                return format
            })
    }
}
