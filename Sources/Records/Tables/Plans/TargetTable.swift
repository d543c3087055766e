import Support
import TrainingStats

/// `targets.csv`: what is to be reached.
enum TargetTable: TableReading {
    static func read(
        _ rows: TableReader<TargetColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        var seen: Set<AnyHashable> = []
        try rows.forEachRow {
            let measure = rows.text(.measure)
            let period = rows.text(.period)
            let value = rows.decimalOrPercentage(.target)
            let baseline = rows.decimalOrPercentage(.baseline)
            guard let measure, let period, let value else { return }
            let target = Target(
                measure: measure, filter: rows.text(.filter) ?? "", period: period, value: value.number,
                baseline: baseline?.number,
                isPercentage: value.isPercentage, isBaselinePercentage: baseline?.isPercentage == true,
                source: rows.text(.source),
                line: rows.line)
            let texts = [measure, target.filter, period]
            let figure = options.figureOfTarget(target, draft.dataset) ?? AnyHashable(texts.map { ByteKey($0) })
            guard !seen.contains(figure) else {
                return rows.rejectDuplicate(texts.filter { !$0.isEmpty }.joined(separator: ", "), at: .measure)
            }
            for remark in options.checkTarget(target, draft.dataset) {
                rows.findings.report(
                    remark.isDoubt ? .doubtfulTarget : .badCode, column: remark.column, value: remark.value,
                    FindingText(
                        FieldWording.wrongQuestion,
                        BilingualText(
                            en: remark.reason.en.shortened(to: 400), ar: remark.reason.ar?.shortened(to: 400))))
            }
            guard rows.accepts else { return }
            seen.insert(figure)
            draft.dataset.targets.append(target)
        }
    }
}

extension TableReader {
    /// A number, or a percentage as the fraction that it is: `90%` is 0.9.
    fileprivate func decimalOrPercentage(_ column: Column) -> (number: ExactDecimal, isPercentage: Bool)? {
        guard let text = text(column), let sign = text.unicodeScalars.last, ["%", "٪"].contains(sign) else {
            return decimal(column).map { ($0, false) }
        }
        var digits = text.unicodeScalars.dropLast()
        while digits.last == " " { digits.removeLast() }
        guard let percent = ExactDecimal(String(digits)), percent.millionths % 100 == 0 else {
            report(
                .badNumber, at: column, value: text.shortened(),
                FindingText(FieldWording.notDecimal, text.shortened()))
            return nil
        }
        return (ExactDecimal(millionths: percent.millionths / 100), true)
    }
}
