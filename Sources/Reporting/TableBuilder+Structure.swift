import Aggregation
import TrainingStats

extension TableBuilder {
    /// What the columns of ``data`` are, in both languages.
    func structure(title: BilingualText) -> DataStructure {
        let names = (en: MemberNames(dataset, .en), ar: MemberNames(dataset, .ar))
        let dimensions = summary.dimensions.enumerated().map { index, dimension in
            var codes = dimension.members(of: dataset) ?? []
            var seen = Set(codes)
            for cell in summary.cells {
                if case .code(let code) = cell.members[index], seen.insert(code).inserted { codes.append(code) }
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
            figures: figures.map { figure in
                DataStructure.Figure(
                    code: .init(
                        id: id(of: figure),
                        name: BilingualText(en: heading(of: figure, .en), ar: heading(of: figure, .ar))),
                    unit: unit(of: figure.measure))
            })
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
