import Support
import TrainingStats

/// Columns of `rates.csv`.
enum RateColumn: String, TableColumn {
    case currency, from, rate

    static let table = RecordTable.rates
    var need: ColumnNeed { .inEveryRow }

    var heading: BilingualText {
        switch self {
        case .currency: .init(en: "Currency", ar: "العملة")
        case .from: .init(en: "In force from", ar: "سارٍ من")
        case .rate: .init(en: "Rate", ar: "سعر الصرف")
        }
    }

    var meaning: BilingualText {
        switch self {
        case .currency:
            .init(
                en: "The other currency, by its ISO 4217 code: USD.", ar: "العملة الأخرى برمزها في ISO 4217، مثل USD.")
        case .from:
            .init(
                en: "The first day of the rate, which holds until the next one of the currency.",
                ar: "أول يوم للسعر، ويسري حتى السعر التالي للعملة.")
        case .rate:
            .init(
                en: "Units of the dataset's currency for one unit of the other.",
                ar: "قيمة وحدة واحدة من العملة الأخرى بعملة السجلات.")
        }
    }

    var content: FieldContent {
        switch self {
        case .currency: .text
        case .from: .date
        case .rate: .decimal(from: 0, to: ExchangeRate.greatest)
        }
    }
}
