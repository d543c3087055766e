import Support
import TrainingStats

extension Attribute {
    /// A column of it as others see it, who do not read records.
    func field(called column: String) -> TableField {
        let content: FieldContent =
            switch kind {
            case .text: .text
            case .codes(let codes): .code(codes.map { FieldCode(code: $0.code, name: $0.name, also: $0.also) })
            case .number: .decimal()
            case .date: .date
            }
        return TableField(
            name: column, heading: name,
            meaning: .init(en: "An attribute of this dataset.", ar: "خاصية لمجموعة البيانات هذه."), content: content,
            isRequired: false, isFilledInEveryRow: false)
    }
}
