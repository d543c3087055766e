import Aggregation
import Support
import TrainingStats

/// What training is required, and how far it is there: the table of a pack.
struct RequirementSection: ReportSection {
    static let identifier = "requirements"

    let id = Self.identifier
    let title = Title.requirements.text
    /// The requirements of the period of the report; nil where the dataset has no table of them.
    private var plan: RequirementPlan?

    func resolvingPeriod(in scope: ReportScope) throws(PeriodError) -> any ReportSection {
        guard let records = scope.dataset.requirements else { return self }
        var section = self
        section.plan = try RequirementPlan(
            records, within: scope.context.period, today: scope.context.today,
            calendar: scope.dataset.settings.calendar)
        return section
    }

    /// A report under filters is about some records, and requirements are about all.
    func reasonToOmit(in scope: ReportScope) -> BilingualText? {
        guard let plan else { return Title.noRequirements.text }
        if !scope.context.filters.isEmpty { return Title.requirementsOfAll.text }
        return plan.lines.isEmpty ? Title.noRequirementsOfPeriod.text : nil
    }

    func requests(in scope: ReportScope) -> [SummaryRequest] { plan?.requests ?? [] }

    var hasAlikeGrids: Bool { false }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        // Without a plan the table is left out.
        let plan = plan ?? .none
        return try RequirementTable(plan, answers, by: nil, on: material.dataset, material.language).table
    }
}
