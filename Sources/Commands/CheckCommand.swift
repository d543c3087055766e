import Foundation
import Records
import Reporting
import TrainingStats

extension Command {
    /// What is wrong with the records.
    func check(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        let output = try TableOutput(arguments, surroundings)
        let keepsAll = !output.isText || arguments.isOn(.verbose)
        let run = try RecordsRun(arguments, surroundings, keptFindings: keepsAll ? nil : 20)
        _ = try run.summaries(of: [])
        let context = try run.context()
        if output.isText {
            try output.deliver(text: text(run.reader))
        } else {
            try output.deliver(table(of: run.reader.log), context)
        }
        try run.keepRejects()
        do {
            try run.refuse()
            return .done
        } catch let error as CommandError where error.code == .data {
            return .data
        }
    }

    private func text(_ reader: DatasetReader) -> String {
        let log = reader.log
        var lines = log.findings.map(\.text)
        lines += log.uncounted.map { "\($0.file): \($0.code.rawValue): \($0.count) more" }
        if !lines.isEmpty { lines.append("") }
        lines += log.countsByCode.map { "\($0.code.severity.rawValue) \($0.code.rawValue): \($0.count)" }
        let rows = reader.tallies.reduce(0) { $0 + $1.rows }
        let rejected = reader.tallies.reduce(0) { $0 + $1.rejected }
        lines.append(
            "\(rows) records read, \(rejected) rejected: \(log.count(.error)) errors, \(log.count(.warning)) warnings")
        return lines.joined(separator: "\n") + "\n"
    }

    private func table(of log: FindingLog) -> Table {
        let columns = ["file", "line", "column", "severity", "code", "value", "message"].map {
            Grid.Column(id: $0, heading: $0.capitalized, isNumeric: $0 == "line")
        }
        let rows = log.findings.map { finding in
            Grid.Row([
                .text(finding.file), .whole(finding.line), .text(finding.column),
                .text(finding.code.severity.rawValue), .text(finding.code.rawValue), .text(finding.value),
                .text(finding.message),
            ])
        }
        return Table(id: "findings", title: "Findings", subtitle: "", display: Grid(columns: columns, rows: rows))
    }
}
