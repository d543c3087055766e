import Support
import TrainingStats

/// The names of currencies.
package enum CurrencyWording {
    /// By ISO 4217 code; English names in the plural, Arabic names as a unit.
    package static let names: [String: BilingualText] = [
        "KWD": .init(en: "Kuwaiti dinars", ar: "دينار كويتي"), "QAR": .init(en: "Qatari riyals", ar: "ريال قطري"),
        "BHD": .init(en: "Bahraini dinars", ar: "دينار بحريني"), "AED": .init(en: "UAE dirhams", ar: "درهم إماراتي"),
        "SAR": .init(en: "Saudi riyals", ar: "ريال سعودي"), "OMR": .init(en: "Omani rials", ar: "ريال عماني"),
        "USD": .init(en: "US dollars", ar: "دولار أمريكي"), "EUR": .init(en: "euros", ar: "يورو"),
    ]
}

extension Language {
    /// The name of a currency, or its code if it has no name here.
    package func currency(_ code: String) -> String { CurrencyWording.names[code]?(self) ?? code }
}
