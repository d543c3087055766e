import Reporting

/// The components that every data structure has besides its dimensions, by their identifiers in SDMX.
enum SDMXConcept: String, CatalogueEntry {
    case measure = "MEASURE"
    case value = "OBS_VALUE"
    case unit = "UNIT_MEASURE"
    case status = "OBS_STATUS"
    case confidentiality = "CONF_STATUS"

    var wording: (en: String, ar: String) {
        switch self {
        case .measure: ("Measure", "المؤشر")
        case .value: ("Observation value", "قيمة المشاهدة")
        case .unit: ("Unit of measure", "وحدة القياس")
        case .status: ("Observation status", "حالة المشاهدة")
        case .confidentiality: ("Confidentiality status", "حالة السرية")
        }
    }
}

/// The codes that are the same in all structures, as in SDMX's cross-domain code lists.
enum SDMXCode: String, CatalogueEntry {
    // Members that every dimension can have.
    case other = "_O"
    case unknown = "_U"
    case total = "_T"
    case notApplicable = "_Z"
    // Observation status (CL_OBS_STATUS).
    case normal = "A"
    case estimated = "E"
    case cannotExist = "M"
    case notCollected = "L"
    case provisional = "P"
    // Confidentiality status (CL_CONF_STATUS).
    case free = "F"
    // Units.
    case number = "NUMBER"
    case ratio = "RATIO"
    case ownUnit = "VALUE"

    static let members: [SDMXCode] = [.other, .unknown, .total, .notApplicable]
    static let statuses: [SDMXCode] = [.normal, .provisional, .estimated, .cannotExist, .notCollected]
    static let confidentialities: [SDMXCode] = [.free]
    static let units: [SDMXCode] = [.number, .ratio, .ownUnit]

    var wording: (en: String, ar: String) {
        switch self {
        case .other: ("The rest", "البقية")
        case .unknown: ("Not known", "غير معروف")
        case .total: ("Total", "المجموع")
        case .notApplicable: ("Not applicable", "لا ينطبق")
        case .normal: ("Normal value", "قيمة عادية")
        case .estimated: ("Estimated value", "قيمة مقدَّرة")
        case .provisional: ("Provisional value", "قيمة أولية")
        case .cannotExist: ("Missing value; data cannot exist", "قيمة مفقودة؛ لا يمكن أن توجد بيانات")
        case .notCollected:
            ("Missing value; data exist but were not collected", "قيمة مفقودة؛ البيانات موجودة ولم تُجمع")
        case .free: ("Free for publication", "متاح للنشر")
        case .number: ("Number", "عدد")
        case .ratio: ("Fraction of one", "كسر من واحد")
        case .ownUnit: ("Unit named by the measure", "الوحدة التي يذكرها اسم المؤشر")
        }
    }
}

/// The scheme that holds the concepts of all components.
enum SDMXScheme: String, CatalogueEntry {
    case concepts = "CONCEPTS"

    var wording: (en: String, ar: String) {
        switch self {
        case .concepts: ("Concepts", "المفاهيم")
        }
    }
}
