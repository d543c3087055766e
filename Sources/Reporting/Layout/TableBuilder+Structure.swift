import Aggregation
import Support
import TrainingStats

extension TableBuilder {
    /// A description of the columns of ``data`` in both languages.
    func structure(title: BilingualText) -> DataStructure {
        let names = (en: MemberNames(dataset, .en), ar: MemberNames(dataset, .ar))
        let dimensions = summary.dimensions.enumerated().map { index, dimension in
            var codes = dataset.members(of: dimension) ?? []
            var seen = Set(codes.map { ByteKey($0) })
            for cell in summary.cells {
                if case .code(let code) = cell.members[index], seen.insert(ByteKey(code)).inserted {
                    codes.append(code)
                }
            }
            return DataStructure.Component(
                id: dimension.id, name: dimension.heading,
                codes: codes.map { code in
                    let member = Summary.Member.code(code)
                    return DataStructure.Code(
                        id: code,
                        name: BilingualText(en: names.en(member, of: dimension), ar: names.ar(member, of: dimension)))
                })
        }
        return DataStructure(
            title: title, dimensions: dimensions,
            figures: figures.map { DataStructure.Figure(code: code(of: $0), unit: unit(of: $0.measure)) })
    }

    /// A figure, described the same way in tables with and without bounds.
    private func code(of figure: Figure) -> DataStructure.Code {
        let heading = figure.measure.heading
        func name(_ language: Language) -> String {
            figure.isUpper ? language.list([heading(language), language(Phrase.upper)]) : heading(language)
        }
        return .init(id: figure.id, name: BilingualText(en: name(.en), ar: name(.ar)))
    }

    private func unit(of measure: Measure) -> DataStructure.Unit {
        switch measure.format {
        case .count: .number
        case .share: .ratio
        case .number: .value
        case .money: .money(dataset.settings.currency)
        }
    }
}
