import Couriers
import Foundation
import Pipeline
import Records
import Releases
import Reporting
import Support
import TrainingStats
import Writers

extension Command {
    static let run = Command(
        name: "run", summary: "what is due of a schedule's releases, for cron and timers",
        synopsis: "SCHEDULE.json [OPTION...]",
        examples: [
            Example("tadrib run Samples/schedule.json --dry-run --today 2019-12-31", "what is due on that day"),
            Example(
                "tadrib run Samples/schedule.json --today 2019-04-30",
                "all releases up to that day, in the folder releases; again, and nothing is left to do"),
        ],
        options: [
            Option.today, Option.dryRun, Option.catchUp, Option.wait, Option.noDelivery, Option.resend,
            Option.acknowledge, Option.metrics, Option.cache, Option.noCache,
            Option.language, Option.digits, Option.noColor,
        ] + OptionGroup.general,
        run: runRun)

    /// Makes the releases of a schedule that are due.
    private static func runRun(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        let schedule = try arguments.schedule()
        let run = ScheduleRun(
            schedule, limit: arguments[.catchUp],
            maker: ReleasePackMaker(try process.silentPipeline(arguments)),
            courier: arguments.isOn(.noDelivery) ? nil : ReleaseCourier(variables: process.variables) { Date() },
            wishes: try arguments.deliveryWishes(in: schedule), today: try arguments.today(process))
        if arguments.isOn(.dryRun) {
            try print(bytes: Array(dueText(of: try run.due(), arguments, process).utf8))
            return .done
        }
        let failures = try run.run(wait: Double(arguments[.wait] ?? 0))
        if let path = arguments[.metrics] {
            try metrics(of: schedule, arguments, process).write(to: path)
        }
        let errors = failures.map { failure in
            var error = CommandError(failure.error)
            error.message = BilingualText(
                en: "\(failure.report): \(error.message.en)", ar: "\(failure.report): \(error.message(.ar))")
            return error
        }
        guard var first = errors.first else { return .done }
        // One line for each failure: cron mails this output, so it must be complete and short.
        first.further = errors.dropFirst().map {
            BilingualText(en: "tadrib: \($0.text.en)", ar: "tadrib: \($0.text(.ar))")
        }
        throw first
    }

    /// The states of the reports.
    ///
    /// A report whose state cannot be found out is left out; the run has told its failure already.
    private static func metrics(
        of schedule: Schedule, _ arguments: Arguments, _ process: ProcessEnvironment
    ) throws(CommandError) -> Metrics {
        let today = try arguments.today(process)
        return Metrics(schedule, schedule.reports.compactMap { try? ReportStatus($0, of: schedule, today: today) })
    }

    /// A table of the releases that are due.
    private static func dueText(
        of items: [ScheduleRun.Item], _ arguments: Arguments, _ process: ProcessEnvironment
    ) throws -> String {
        guard !items.isEmpty else { return "" }
        let language = arguments.language
        let columns: [(String, Phrase)] = [
            ("report", .report), ("period", .period), ("first", .firstDay), ("last", .lastDay),
            ("reporting-day", .reportingDay), ("reason", .reason),
        ]
        let rows = items.map { item in
            let period = item.planned.period
            let reason: Phrase =
                switch item.reason {
                case .new: .newRelease
                case .final: .finalRelease
                case .records: .changedRecords
                }
            return Grid.Row([
                .text(item.report), .text(language.period(period.label)), .date(period.first), .date(period.last),
                .date(item.planned.reportingDay), .text(language(reason)),
            ])
        }
        let table = Table(
            id: "due", title: language(Phrase.dueReleases), subtitle: "",
            display: Grid(
                columns: columns.map { Grid.Column(id: $0.0, heading: language($0.1), isNumeric: false) }, rows: rows))
        return process.textWriter(arguments).text(of: table, language, digits: arguments[.digits])
    }
}

extension Arguments {
    /// The schedule: the only operand.
    ///
    /// - Throws: ``CommandError`` or `PipelineError` if there is none, `DefinitionFileError` with everything that is wrong
    ///   with it.
    func schedule() throws -> Schedule {
        guard operands.count == 1, let path = operands.first else {
            throw CommandError.usage(
                .init(en: "one schedule is expected", ar: "المطلوب جدول زمني واحد"),
                hint: .init(en: "for instance Samples/schedule.json", ar: "مثلاً Samples/schedule.json"))
        }
        let bytes = try DefinitionFile.bytes(of: path)
        let decoder = ScheduleDecoder(folder: FilePath.parts(of: path).folder)
        return try DefinitionFileError.naming(path) { () throws(DefinitionErrors) in try decoder.decode(bytes) }
    }

    /// What is to become of deliveries that have not arrived.
    fileprivate func deliveryWishes(in schedule: Schedule) throws(CommandError) -> DeliveryWishes {
        let wishes = DeliveryWishes(resent: self[.resend] ?? [], acknowledged: self[.acknowledge] ?? [])
        for selection in wishes.resent + wishes.acknowledged {
            guard let (name, candidates) = selection.unknownName(in: schedule) else { continue }
            throw .usage(
                .init(
                    en: "the schedule has no report or delivery '\(name)'",
                    ar: "ليس في الجدول الزمني تقرير أو تسليم باسم «\(name)»"),
                hint: Spelling.suggestion(for: name, among: candidates))
        }
        return wishes
    }

    /// The day that `--today` gives, else the current day in a dataset's time zone.
    func today(_ process: ProcessEnvironment) throws(CommandError) -> (DatasetSettings) -> CivilDate {
        let given = self[.today]
        return { given ?? process.today(in: $0.timeZone) }
    }
}
