import Support
import TrainingStats

/// Fields: where a value comes from.
extension RowReader {
    /// The value of a field, read as it says or as is usual.
    func read(
        _ field: Field, named name: String, kind: Field.Kind? = nil, given: RowOutcome? = nil
    ) -> RowOutcome {
        let source = given ?? source(of: field, named: name)
        guard case .value(var value) = source else { return source }
        if isNothing(value, field) { return .empty }
        if let split = field.split, let take = field.take {
            let parts = value.text.components(partedBy: split)
            guard parts.indices.contains(take - 1) else { return .empty }
            value.text = parts[take - 1]
        }
        let usual =
            name.contains(".") || Mapping.headcountNames.contains(name)
            ? Mapping.usualKind(of: name) : shared.reader.members.hasList(name) ? .words : .text
        guard let kind = field.kind ?? kind ?? (name.isEmpty ? nil : usual) else { return .value(value) }
        var month: DateSpan?
        if let source = field.month, let text = self.value(source).text {
            month = DateReader(calendar: field.calendar == .hijri ? .hijri : .gregorian)(text).span
        }
        do throws(ValueReader.Refusal) {
            let how = ValueReader.Instruction(name: name.isEmpty ? "value" : name, kind: kind, field: field)
            let text = try shared.reader.read(value, how, month: month) { told in
                shared.log.add(.warning, at: place(value), told)
            }
            guard let text, !text.isEmpty else { return .empty }
            return .value(RowValue(text: text, row: value.row, column: value.column))
        } catch {
            shared.log.add(.error, at: place(value), error.text)
            return .wrong
        }
    }

    private func isNothing(_ value: RowValue, _ field: Field) -> Bool {
        if CellText.isNothing(value.text) { return true }
        let key = WordIndex.key(of: value.text)
        return field.empty.contains { WordIndex.key(of: $0) == key }
    }

    /// The text that a field's source gives, before it is read.
    private func source(of field: Field, named name: String) -> RowOutcome {
        func text(_ text: String?) -> RowOutcome {
            text.map { .value(RowValue(text: $0, row: record.row.number)) } ?? .empty
        }
        switch field.source {
        case .column(let headings, let number):
            guard let column = context.columns.position(of: headings, number: number, in: context.layout) else {
                return .empty
            }
            return cell(column, headings[0])
        case .around(let labels): return around(labels)
        case .sheetName: return text(context.sheet.name)
        case .fileName: return text(context.sheet.file.split(separator: ".").dropLast().joined(separator: "."))
        case .level(let level):
            guard case .groups(let groups)? = context.table.across, let row = groups.levels.firstIndex(of: level),
                let column = group.first, column.levels.indices.contains(row)
            else { return .empty }
            return text(column.levels[row])
        case .part(let part):
            let key = WordIndex.key(of: part)
            guard let column = group.first(where: { WordIndex.key(of: $0.lowest) == key }) else { return .empty }
            return cell(column.index, part)
        case .value(let name): return value(name)
        case .text(let constant): return text(constant)
        case .join(let fields, let with): return joined(fields.map { read($0, named: "") }, with)
        case .first(let fields):
            for field in fields {
                let outcome = read(field, named: "")
                if case .empty = outcome { continue }
                return outcome
            }
            return .empty
        case .product(let fields): return product(fields.map { read($0, named: "", kind: $0.kind ?? .number) })
        case .sum(let fields): return sum(fields.map { read($0, named: "", kind: $0.kind ?? .number) })
        case .cases(let cases): return result(of: cases, named: name)
        }
    }

    private func cell(_ column: Int, _ heading: String) -> RowOutcome {
        guard let cell = record.row.cell(column) else { return .empty }
        let value = RowValue(text: cell.text, kind: cell.kind, row: record.row.number, column: column)
        switch cell.kind {
        case .error:
            shared.log.add(
                .warning, at: place(value),
                .init(
                    en: "'\(heading)': \(cell.text) is an error of a formula, and taken for nothing",
                    ar: "«\(heading)»: \(cell.text.isolated) خطأ في معادلة، فعُدّ فارغًا"))
            return .empty
        case .uncachedFormula:
            shared.log.add(
                .warning, at: place(value),
                .init(
                    en:
                        "'\(heading)': the file does not hold the result of the formula; open it in a spreadsheet program and save it",
                    ar: "«\(heading)»: ناتج المعادلة ليس في الملف؛ افتحه في برنامج الجداول واحفظه"))
            return .empty
        default: return .value(value)
        }
    }

    /// The cell beside a label, anywhere in the sheet; the first label that is there counts.
    private func around(_ labels: [String]) -> RowOutcome {
        for label in labels {
            if let outcome = shared.around[context.sheet.title]?[label] { return outcome }
            let outcome = shared.find(label, in: context.sheet, besides: context.layout.rows.upperBound)
            shared.around[context.sheet.title, default: [:]][label] = outcome
            if case .empty = outcome { continue }
            return outcome
        }
        return .empty
    }

    private func joined(_ outcomes: [RowOutcome], _ with: String) -> RowOutcome {
        var texts: [String] = []
        var first: RowValue?
        for outcome in outcomes {
            switch outcome {
            case .empty: continue
            case .wrong: return .wrong
            case .value(let value):
                texts.append(value.text.joinedToOneLine())
                first = first ?? value
            }
        }
        return first.map { .value(RowValue(text: texts.joined(separator: with), row: $0.row, column: $0.column)) }
            ?? .empty
    }

    private func sum(_ outcomes: [RowOutcome]) -> RowOutcome {
        var result = ExactDecimal.zero
        var place: RowValue?
        for outcome in outcomes {
            switch outcome {
            case .empty: continue
            case .wrong: return .wrong
            case .value(let value):
                guard let term = ExactDecimal(value.text) else {
                    error("'\(value.text)' is no number to add", "«\(value.text.isolated)» ليس عدداً يُجمع", at: value)
                    return .wrong
                }
                let (sum, overflows) = result.millionths.addingReportingOverflow(term.millionths)
                guard !overflows else {
                    error("the sum is too large to be kept", "حاصل الجمع أكبر من أن يُحفظ", at: value)
                    return .wrong
                }
                result = ExactDecimal(millionths: sum)
                place = place ?? value
            }
        }
        return place.map { .value(RowValue(text: result.description, row: $0.row, column: $0.column)) } ?? .empty
    }

    private func product(_ outcomes: [RowOutcome]) -> RowOutcome {
        var result = ExactDecimal(1)
        var place: RowValue?
        for outcome in outcomes {
            guard case .value(let value) = outcome else { return outcome }
            guard let factor = ExactDecimal(value.text) else {
                error("'\(value.text)' is no number to multiply", "«\(value.text.isolated)» ليس عدداً يُضرب", at: value)
                return .wrong
            }
            let (product, overflows) = result.millionths.multipliedReportingOverflow(by: factor.millionths)
            guard !overflows else {
                error("the product is too large to be kept", "حاصل الضرب أكبر من أن يُحفظ", at: value)
                return .wrong
            }
            result = ExactDecimal(millionths: product / ExactDecimal.scale)
            place = place ?? value
        }
        return place.map { .value(RowValue(text: result.description, row: $0.row, column: $0.column)) } ?? .empty
    }
}
