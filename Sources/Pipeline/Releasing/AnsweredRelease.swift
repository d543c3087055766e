import Records
import Releases
import Stores
import Support
import TrainingStats

/// A release whose figures are answered, so that its files can be written.
struct AnsweredRelease {
    /// What writes its files.
    let writer: PackWriter
    /// The report.
    let report: AnsweredReport
    /// The file that defines its tables, where there is one.
    let definition: Manifest.Digest?
    /// How much room its answers take, as ``ReportInquiry/weight`` says.
    let weight: Int

    /// The files that were read.
    var inputs: [Manifest.Input] {
        report.provenance.inputs.map {
            Manifest.Input(
                file: $0.file, sha256: $0.sha256, rows: $0.rows, rejected: $0.rejected, snapshot: $0.snapshot)
        }
    }
}

extension ReportRequest {
    /// The request for a scheduled report: a period as of its reporting day, with CSV files for later comparison.
    init(_ question: ReleaseQuestion) throws(ReadError) {
        let report = question.report
        self.init(
            dataset: DatasetRequest(
                source: try DatasetPath.source(report.dataset), today: question.planned.reportingDay,
                rejectionLimit: question.rejectionLimit),
            selection: Selection(period: PeriodExpression(question.planned.period.label)),
            definitionFile: report.definition, languages: report.languages,
            digits: report.digits, formats: report.formats, profile: report.profile)
        requiredFormats = [.csv]
    }
}

extension ReleaseQuestion {
    /// Whether the records can be read for both together: they are the same, under the same rules.
    func isReadWith(_ other: ReleaseQuestion) -> Bool {
        report.dataset == other.report.dataset && rejectionLimit == other.rejectionLimit
    }
}
