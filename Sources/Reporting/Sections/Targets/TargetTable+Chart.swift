import Aggregation
import Support
import TrainingStats

extension TargetTable {
    /// How many targets are drawn at most.
    private static let mostDrawn = 24

    /// The share of the way that is done, target by target; nil if there is nothing to draw.
    func chart(of ordered: [TargetProgress], _ column: Int, source: String) -> Chart? {
        guard let last = ordered.lastIndex(where: { $0.achieved.number != nil }) else { return nil }
        let drawn = min(last + 1, Self.mostDrawn)
        let left = ordered.dropFirst(drawn).map(figure)
        let remark =
            left.isEmpty
            ? ""
            : language(ChartSentence.notDrawn, ["list": left.joined(separator: language(Phrase.listSemicolon))])
        var chart = Chart(
            title: language(Title.progress), unit: "", valueTitle: language(Phrase.achieved), form: .bars,
            series: .columns, rows: 0...(drawn - 1), columns: column...column, remark: remark, source: source)
        chart.goal = 1
        chart.isCut = !left.isEmpty
        for (row, progress) in ordered.prefix(drawn).enumerated() where progress.achieved.number != nil {
            chart.results[row] = language.inSentence(progress.status.name(language))
            if progress.isUndercut { chart.limits[row] = cell(progress.target.value, progress.measure) }
        }
        return chart
    }
}
