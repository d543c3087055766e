import Support

/// Words and signs for the currencies that training in the Gulf is paid in.
enum CurrencyWords {
    /// The ISO 4217 code of a currency that a text names, or is the code of.
    static func code(_ text: String) -> String? {
        if let code = words(text) { return code }
        let code = CellText.tidied(text).uppercased()
        return isCode(code) ? code : nil
    }

    /// Whether a text has the form of an ISO 4217 code.
    static func isCode(_ text: String) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }

    private static let words = WordTable<String>([
        ("KWD", "KD | K.D. | Kuwaiti Dinar | Dinar | د.ك | دك | دينار | دينار كويتي | الدينار الكويتي"),
        ("QAR", "QR | Q.R. | Qatari Riyal | ر.ق | رق | ريال قطري | الريال القطري"),
        ("BHD", "BD | B.D. | Bahraini Dinar | د.ب | دب | دينار بحريني | الدينار البحريني"),
        ("AED", "Dhs | Dh | Dirham | UAE Dirham | د.إ | دإ | درهم | درهم إماراتي | الدرهم الإماراتي"),
        ("SAR", "SR | S.R. | Saudi Riyal | ر.س | رس | ريال سعودي | الريال السعودي"),
        ("OMR", "RO | R.O. | Omani Rial | Omani Riyal | ر.ع | رع | ر.ع. | ريال عماني | الريال العماني"),
        (
            "USD",
            "$ | US$ | USD $ | US Dollar | US Dollars | Dollar | Dollars | دولار | دولار أمريكي | الدولار الأمريكي"
        ),
        ("EUR", "€ | Euro | Euros | يورو"), ("GBP", "£ | Pound Sterling | Sterling | جنيه إسترليني"),
    ])
}
