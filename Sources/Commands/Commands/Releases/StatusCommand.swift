import Foundation
import Releases
import Reporting
import Support
import TrainingStats
import Writers

extension Command {
    static let status = Command(
        name: "status", summary: "the last release of every report of a schedule",
        synopsis: "SCHEDULE.json [OPTION...]",
        examples: [
            Example("tadrib status Samples/schedule.json", "the last release of each report, and what is due"),
            Example(
                "tadrib status Samples/schedule.json --overdue --today 2016-01-01 -f csv",
                "exits 1 where one is late, for who watches over jobs"),
        ],
        options: [
            Option.today, Option.overdue, Option.metrics, Option.output, Option.format, Option.profile,
        ] + OptionGroup.delimited + [Option.language, Option.digits, Option.noColor] + OptionGroup.general,
        notMet: NotMet(option: Option.overdue, meaning: "a release is late or not delivered"),
        run: runStatus)

    /// Shows the last release of each report of a schedule.
    private static func runStatus(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let output = try TableOutput(arguments, process)
        let schedule = try arguments.schedule()
        let today = try arguments.today(process)
        let statuses = try schedule.reports.map { try ReportStatus($0, of: schedule, today: today) }
        if let path = arguments[.metrics] { try Metrics(schedule, statuses).write(to: path) }
        let language = arguments.language
        let context = ReportContext(
            language: language, digits: arguments[.digits], period: nil, filters: [],
            today: arguments[.today] ?? process.today(in: "UTC"), tool: Tadrib.tool)
        try output.deliver(table(of: statuses, language), context)
        let late = statuses.filter { !$0.overdue.isEmpty }
        for status in statuses {
            for entry in status.undelivered {
                let text = entry.undeliveredText(of: status.report.name)
                tell(terminalText("tadrib: \(status.report.name): \(text(language))"))
            }
        }
        guard arguments.isOn(.overdue), statuses.contains(where: { !$0.overdue.isEmpty || !$0.undelivered.isEmpty })
        else { return .done }
        for status in late {
            guard let oldest = status.overdue.first else { continue }
            tell(
                terminalText(
                    "tadrib: "
                        + language(
                            ReleaseSentence.overdue,
                            [
                                "report": status.report.name, "period": language.period(oldest.period.label),
                                "day": language.day(oldest.reportingDay), "count": String(status.overdue.count),
                            ])))
        }
        return .notMet
    }

    private static func table(of statuses: [ReportStatus], _ language: Language) -> Table {
        let columns: [(id: String, heading: Phrase, isNumeric: Bool)] = [
            ("report", .report, false), ("recurrence", .recurrence, false), ("period", .period, false),
            ("revision", .revision, true), ("status", .status, false), ("reporting-day", .reportingDay, false),
            ("made", .made, false), ("rejected", .rowsRejected, true), ("due", .due, true),
            ("undelivered", .undelivered, true), ("next-due", .nextDue, false),
        ]
        func rows(usesCodes: Bool) -> [Grid.Row] {
            statuses.map { status in
                let latest = status.latest
                let state: Phrase = latest?.provisionalUntil == nil ? .finalState : .provisionalState
                func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .empty }
                return Grid.Row([
                    .text(status.report.name),
                    .text(usesCodes ? status.report.recurrence.rawValue : language(status.report.recurrence.phrase)),
                    text(latest.map { usesCodes ? $0.period.label : language.period($0.period.label) }),
                    latest.map { .whole($0.revision) } ?? .empty,
                    text(latest.map { _ in (usesCodes ? Language.en : language)(state) }),
                    latest.flatMap { CivilDate($0.reportingDay) }.map { .date($0) } ?? .empty,
                    text(status.made.map { Date(timeIntervalSince1970: $0).formatted(.iso8601) }),
                    latest.map { .whole($0.rejectedRows) } ?? .empty, .whole(status.missing.count),
                    status.report.deliveries.isEmpty ? .empty : .whole(status.undelivered.count),
                    .date(status.nextDue),
                ])
            }
        }
        let headings = columns.map {
            Grid.Column(
                id: $0.id, heading: language($0.heading), isNumeric: $0.isNumeric, keepsWhole: $0.id != "period")
        }
        return Table(
            id: "status", title: language(Phrase.releases), subtitle: "",
            display: Grid(columns: headings, rows: rows(usesCodes: false)),
            data: Grid(
                columns: headings + [Grid.Column(id: "output", heading: "", isNumeric: false)],
                rows: zip(statuses, rows(usesCodes: true)).map { Grid.Row($1.cells + [.text($0.report.output)]) }))
    }
}

extension Recurrence {
    /// Its name.
    fileprivate var phrase: Phrase {
        switch self {
        case .daily: .daily
        case .weekly: .weekly
        case .monthly: .monthly
        case .quarterly: .quarterly
        case .halfYearly: .halfYearly
        case .yearly: .yearly
        case .fiscalYearly: .fiscalYearly
        case .hijriMonthly: .hijriMonthly
        }
    }
}
