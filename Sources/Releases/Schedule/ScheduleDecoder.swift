import Records
import Reporting
import Stores
import Support
import TrainingStats

/// Reads a schedule and collects everything that is wrong with it.
package struct ScheduleDecoder: JSONDecoding {
    /// The folder that paths of the schedule start from.
    private let folder: String
    package var problems: [JSONProblem] = []

    /// A decoder of a schedule whose file is in a folder.
    package init(folder: String) { self.folder = folder }

    /// The schedule that a file holds.
    ///
    /// - Throws: `DefinitionErrors` with all problems.
    package func decode(_ bytes: [UInt8]) throws(DefinitionErrors) -> Schedule {
        let document = try DefinitionErrors.reading(bytes)
        var decoder = self
        let schedule = decoder.schedule(document.root)
        guard decoder.problems.isEmpty, let schedule else {
            throw DefinitionErrors(problems: decoder.problems, in: document)
        }
        return schedule
    }

    private mutating func schedule(_ node: JSONNode) -> Schedule? {
        guard let fields = object(node, at: "", noun: "a schedule", keys: Self.keys) else { return nil }
        let from = fields["from"].flatMap { period($0, "from") }
        let reports = fields["reports"].map { self.reports($0) } ?? []
        guard let from else { return nil }
        var schedule = Schedule(from: from, reports: reports)
        if let delay = fields["delay"].flatMap({ whole($0, "delay", in: 0...3660) }) { schedule.delay = delay }
        if let limit = fields["maxRejects"].flatMap({ rejectionLimit($0, "maxRejects") }) {
            schedule.rejectionLimit = limit
        }
        schedule.mail = fields["mail"].flatMap { mailRoute($0, "mail") }
        if fields["mail"] == nil, let report = reports.first(where: \.sendsMails) {
            add("", "'mail' is missing: '\(report.name)' is to be mailed, and nothing says how mails are sent")
        }
        return schedule
    }

    private mutating func reports(_ node: JSONNode) -> [ScheduledReport] {
        var reports: [ScheduledReport] = []
        for (path, element) in list(node, "reports") {
            guard let report = report(element, path) else { continue }
            if reports.contains(where: { $0.name == report.name }) {
                add(join(path, "name"), "there are two reports '\(report.name)'")
            }
            if let other = reports.first(where: { $0.output == report.output }) {
                add(
                    join(path, "output"),
                    "'\(report.output)' is the folder of '\(other.name)'; each report needs its own")
            }
            reports.append(report)
        }
        return reports
    }

    private mutating func report(_ node: JSONNode, _ path: String) -> ScheduledReport? {
        guard let fields = object(node, at: path, noun: "a report", keys: Self.reportKeys) else { return nil }
        let name = fields["name"].flatMap { identifier($0, join(path, "name")) }
        let recurrence = fields["recurrence"].flatMap {
            self.name($0, at: join(path, "recurrence"), noun: "recurrence", known: Recurrence.allCases.map(\.rawValue))
        }
        let dataset = fields["dataset"].flatMap { recordsPlace($0, join(path, "dataset")) }
        let output = fields["output"].flatMap { place($0, join(path, "output")) }
        guard let name, let recurrence = recurrence.flatMap(Recurrence.init), let dataset, let output else {
            return nil
        }
        var report = ScheduledReport(name: name, recurrence: recurrence, dataset: dataset, output: output)
        report.definition = fields["definition"].flatMap { place($0, join(path, "definition")) }
        report.formats =
            fields["formats"].map {
                names($0, at: join(path, "formats"), noun: "format", known: OutputFormat.ofReports.map(\.rawValue))
                    .compactMap { OutputFormat(rawValue: $0) }
            } ?? []
        report.languages =
            fields["languages"].map {
                names($0, at: join(path, "languages"), noun: "language", known: Language.allCases.map(\.rawValue))
                    .compactMap(Language.init)
            } ?? []
        report.digits = fields["digits"].flatMap {
            self.name($0, at: join(path, "digits"), noun: "choice of digits", known: Digits.allCases.map(\.rawValue))
                .flatMap(Digits.init)
        }
        report.profile = fields["profile"].flatMap {
            self.name($0, at: join(path, "profile"), noun: "profile", known: WorkbookProfile.allCases.map(\.rawValue))
                .flatMap(WorkbookProfile.init)
        }
        report.retention = fields["retention"].flatMap { whole($0, join(path, "retention"), in: 1...100_000) }
        if let mode = fields["fileMode"].flatMap({ mode($0, join(path, "fileMode")) }) { report.fileMode = mode }
        if let days = fields["provisionalDays"].flatMap({ whole($0, join(path, "provisionalDays"), in: 0...3660) }) {
            report.provisionalDays = days
        }
        let choices = ScheduledReport.NothingToReport.allCases.map(\.rawValue)
        let choice = fields["nothingToReport"].flatMap {
            self.name($0, at: join(path, "nothingToReport"), noun: "choice", known: choices)
        }
        if let choice = choice.flatMap(ScheduledReport.NothingToReport.init) { report.nothingToReport = choice }
        report.deliveries =
            fields["deliver"].map { deliveries($0, join(path, "deliver"), of: report) } ?? []
        return report
    }
}

extension ScheduleDecoder {
    mutating func whole(_ node: JSONNode, _ path: String, in range: ClosedRange<Int>) -> Int? {
        if case .number(let text) = node, let number = Int(text), range.contains(number) { return number }
        add(path, "a whole number from \(range.lowerBound) to \(range.upperBound) is expected")
        return nil
    }

    /// A number of rows, or a share of them as a text: `"5%"`.
    fileprivate mutating func rejectionLimit(_ node: JSONNode, _ path: String) -> RejectionLimit? {
        let limit: RejectionLimit? =
            switch node {
            case .number(let text): Int(text) == nil ? nil : RejectionLimit(text)
            case .string(let text): RejectionLimit(text)
            default: nil
            }
        if limit == nil { add(path, "a number of rows such as 20, or a share such as \"5%\", is expected") }
        return limit
    }

    /// A period whose days depend on nothing but the calendar.
    fileprivate mutating func period(_ node: JSONNode, _ path: String) -> PeriodExpression? {
        guard let text = string(node, path) else { return nil }
        guard PeriodExpression.kind(of: text) != nil else {
            add(
                path,
                "'\(text)' is not a period to begin with; give one such as 2019-01, 2019-Q1, 2019, FY2019 or 2019-01-01"
            )
            return nil
        }
        let expression = PeriodExpression(text)
        do throws(PeriodError) { try expression.checkForm() } catch {
            add(path, error.message)
            return nil
        }
        return expression
    }

    mutating func identifier(_ node: JSONNode, _ path: String) -> String? {
        guard let text = string(node, path) else { return nil }
        if text.wholeMatch(of: /[a-z0-9][a-z0-9-]*/) != nil { return text }
        add(path, "'\(text)' is not a name: names are made of small letters, digits and hyphens")
        return nil
    }

    /// A path; one that does not start at the root starts at the schedule's folder.
    mutating func place(_ node: JSONNode, _ path: String) -> String? {
        guard var text = string(node, path) else { return nil }
        while text.count > 1, text.hasSuffix("/") { text.removeLast() }
        guard !text.isEmpty, !text.contains("\0") else {
            add(path, "the path is empty")
            return nil
        }
        return text.hasPrefix("/") || folder.isEmpty ? text : folder + "/" + text
    }

    /// Where records are: a file or folder, the file of a database, or the address of one on a server.
    fileprivate mutating func recordsPlace(_ node: JSONNode, _ path: String) -> String? {
        guard case .string(let text) = node else { return place(node, path) }
        guard let (prefix, file) = DatasetPath.file(of: text) else { return text }
        return place(.string(file), path).map { prefix + $0 }
    }

    /// Permissions in octal digits; the owner must be able to read and write.
    fileprivate mutating func mode(_ node: JSONNode, _ path: String) -> UInt32? {
        guard let text = string(node, path) else { return nil }
        if text.wholeMatch(of: /0?[0-7]{3}/) != nil, let mode = UInt32(text, radix: 8), mode & 0o600 == 0o600 {
            return mode
        }
        add(path, "'\(text)' is not a mode of a file that its owner can read and write, such as \"0640\"")
        return nil
    }
}
