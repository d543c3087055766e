import Aggregation
import Support
import TrainingStats

/// The targets of the dataset with what came of them; in a report of a period those whose period overlaps it.
///
/// Each target is of its own records: filters of the report are not added to its own.
struct TargetsSection: ReportSection {
    let id = "targets"
    let title = Title.targets.text

    func reasonToOmit(in scope: ReportScope) -> BilingualText? {
        guard scope.dataset.hasTargets else { return Title.noTargets.text }
        return scope.shownTargets.isEmpty ? scope.context.limiting(Title.emptyTargets.text) : nil
    }

    func requests(in scope: ReportScope) -> [SummaryRequest] { scope.shownTargets.flatMap(\.requests) }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        let questions = material.scope.shownTargets
        let progress = try questions.map { (question) throws(UnansweredRequest) in
            try TargetProgress(question, answers)
        }
        var table = TargetTable(progress, on: material.dataset, material.context).table()
        if !material.context.filters.isEmpty { table.notes.append(material.language(TargetSentence.ownRecords)) }
        if let period = material.context.period {
            // A target whose period is not over at the report's end is another figure on each reporting day.
            table.rowsOfOtherPeriods = Set(questions.indices.filter { questions[$0].period.last > period.last })
        }
        return table
    }
}

extension ReportScope {
    /// The targets that the report shows.
    var shownTargets: [TargetQuestion] {
        guard let period = context.period else { return targets }
        return targets.filter { $0.period.first <= period.last && $0.period.last >= period.first }
    }
}
