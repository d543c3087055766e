import Support
import TrainingStats

/// Words for the sex of a person.
package enum SexWords {
    /// The sex that a text names, or a form of address tells.
    package static func sex(_ text: String) -> Sex? { words(text) }

    private static let words = WordTable<Sex>([
        (
            .female,
            "F | Female | Woman | W | Ms | Mrs | Miss | Femme | Femenino | أنثى | انثى | إناث | امرأة | ث | سيدة | السيدة | الآنسة"
        ),
        (.male, "M | Male | Man | Mr | Homme | Masculino | ذكر | ذكور | رجل | ذ | سيد | السيد"),
    ])
}

/// Headings of identifiers that a state gives to each of its residents, one to each.
enum CivilIdentifierWords {
    /// Whether a heading is of civil identifiers; passports and numbers of an office change.
    static func isCivil(_ heading: String) -> Bool { words(heading) ?? false }

    private static let words = WordTable<Bool>([
        (
            true,
            """
            National ID | National No. | Civil ID | Civil ID No. | Civil No. | CPR | CPR No. | QID | Emirates ID | Iqama No.
            رقم الهوية | رقم الهوية الوطنية | الهوية الوطنية | الرقم المدني | الرقم القومي | الرقم الوطني | الرقم الشخصي | رقم الإقامة
            رقم البطاقة المدنية | البطاقة المدنية | الرقم السكاني
            """
        )
    ])
}

/// Words for the states of the Gulf: their names, nationalities and codes.
package enum StateWords {
    /// The code of the state that a text names; nil if it names none of the six.
    package static func code(_ text: String) -> String? {
        nationalities(text) ?? states(text).map { GulfState.builtIn[$0].code }
    }

    /// The code of the state whose name a text nearly spells; it has to be looked at.
    package static func nearlyNamed(_ text: String) -> String? {
        guard let name = Spelling.nearest(to: text, among: spelled.keys.sorted()), text.unicodeScalars.count >= 5 else {
            return nil
        }
        return spelled[name]
    }

    private static let states = StateSpellings(GulfState.builtIn)

    private static let spelled = Dictionary(
        GulfState.builtIn.flatMap { state in
            [state.name.en, state.name.ar].compactMap(\.self).map { ($0, state.code) }
        }, uniquingKeysWith: { first, _ in first })

    private static let nationalities = WordTable<String>([
        ("KWT", "Kuwaiti | KUW | كويتي | كويتية | الكويتية"),
        ("QAT", "Qatari | قطري | قطرية | القطرية"),
        ("BHR", "Bahraini | BAH | بحريني | بحرينية | البحرينية"),
        ("ARE", "Emirati | Emirian | U.A.E. | الإمارات | إماراتي | إماراتية | الإماراتية"),
        ("SAU", "Saudi | Saudi Arabian | K.S.A. | سعودي | سعودية"),
        ("OMN", "Omani | OMA | عماني | عمانية | العمانية"),
    ])
}

/// Words for rows that are no records.
package enum RowWords {
    /// Whether a text begins a row of sums: `Total`, `Records: 67`, `الإجمالي`.
    package static func isTotal(_ text: String) -> Bool { totals(label(of: text)) != nil }

    /// Whether a text is of a signature or a remark below a table: `Signature of the trainer: ....`.
    package static func isSignature(_ text: String) -> Bool {
        let tidy = CellText.tidied(text)
        if tidy.contains("....") || tidy.contains("____") || tidy.contains("……") { return true }
        return signatures(label(of: text)) != nil
    }

    /// What stands before a colon.
    private static func label(of text: String) -> String {
        let tidy = CellText.tidied(text)
        return tidy.firstIndex(of: ":").map { String(tidy[..<$0]) } ?? tidy
    }

    private static let totals = WordTable<Bool>([
        (
            true,
            """
            Total | Totals | Grand total | Sub total | Subtotal | Sum | Count | Average | Mean | Records | Rows | Total records | Number of records
            Total participants | Total trainees
            الإجمالي | إجمالي | المجموع | المجموع الكلي | الإجمالي العام | العدد | المتوسط | العدد الكلي | المجموع العام | عدد السجلات
            """
        )
    ])

    private static let signatures = WordTable<Bool>([
        (
            true,
            """
            Signature | Signed | Signature of the trainer | Prepared by | Approved by | Reviewed by | Checked by | Certified by | Director | Head of training
            التوقيع | توقيع | إعداد | أعده | اعتماد | يعتمد | المدير | مدير الإدارة | مدير إدارة التدريب | مدير التدريب | ختم الجهة
            """
        )
    ])
}
