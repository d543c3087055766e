/// What findings say of plans: rates, and what is required.
enum PlanWording: FindingWording {
    case noCurrency, zeroRate, rateOfOwnCurrency, noRate, noDayOfRate, noneOfColumns, severalOfColumns,
        relativePeriod, personOfOtherState, personOfOtherInstitution

    var words: (en: String, ar: String) {
        switch self {
        case .noCurrency:
            (
                en: "'{}' is not an ISO 4217 code such as USD; write three letters",
                ar: "«{}» ليس رمزاً من ISO 4217 مثل USD؛ اكتب ثلاثة أحرف"
            )
        case .zeroRate: (en: "a rate is above 0; correct it", ar: "سعر الصرف أكبر من 0؛ صحّحه")
        case .rateOfOwnCurrency:
            (
                en: "'{}' is the currency of the dataset, which is never converted; remove the row",
                ar: "«{}» هي عملة السجلات ولا تُحوَّل؛ احذف الصف"
            )
        case .noRate:
            (
                en: "there is no rate of '{}' that is in force on {}; add one to {}, or correct the currency",
                ar: "لا سعر للعملة «{}» سارٍ في {}؛ أضفه إلى {} أو صحّح العملة"
            )
        case .noneOfColumns:
            (en: "none of {} is filled in; fill in one of them", ar: "لم يُملأ أي من الأعمدة {}؛ املأ واحداً منها")
        case .severalOfColumns:
            (
                en: "{} and {} are both filled in, and one of them counts; empty the other",
                ar: "{} و{} مملوءان معاً، وأحدهما يكفي؛ أفرغ الآخر"
            )
        case .relativePeriod:
            (
                en: "'{}' is another period on each reporting day; give a fixed one, such as 2026, 2026-Q1 or FY2026",
                ar: "«{}» فترة تختلف باختلاف يوم التقرير؛ اكتب فترة ثابتة مثل 2026 أو 2026-Q1 أو FY2026"
            )
        case .personOfOtherState:
            (
                en:
                    "'{}' belongs to '{}' on the reporting day, and not to '{}'; correct the person or the state, or leave "
                    + "the state empty",
                ar: "ينتمي «{}» في يوم التقرير إلى «{}» لا إلى «{}»؛ صحّح الشخص أو الدولة أو اترك الدولة فارغة"
            )
        case .personOfOtherInstitution:
            (
                en:
                    "'{}' belongs to '{}' on the reporting day, and not to '{}'; correct the person or the institution, or "
                    + "leave the institution empty",
                ar: "ينتمي «{}» في يوم التقرير إلى «{}» لا إلى «{}»؛ صحّح الشخص أو الجهة أو اترك الجهة فارغة"
            )
        case .noDayOfRate:
            (
                en: "the session has no day, so that it is not known which rate of '{}' is in force; fill in end_date",
                ar: "لا تاريخ للانعقاد، فلا يُعرف أي سعر للعملة «{}» يسري؛ املأ end_date"
            )
        }
    }
}
