import Support

extension StateColumn {
    var heading: BilingualText {
        switch self {
        case .state: .init(en: "State code", ar: "رمز الدولة")
        case .nameEn: .init(en: "Name in English", ar: "الاسم بالإنجليزية")
        case .nameAr: .init(en: "Name in Arabic", ar: "الاسم بالعربية")
        case .membership: .init(en: "Membership", ar: "العضوية")
        case .population: .init(en: "Population", ar: "عدد السكان")
        }
    }
}

extension TopicColumn {
    var heading: BilingualText {
        switch self {
        case .topic: .init(en: "Topic code", ar: "رمز المجال")
        case .nameEn: .init(en: "Name in English", ar: "الاسم بالإنجليزية")
        case .nameAr: .init(en: "Name in Arabic", ar: "الاسم بالعربية")
        }
    }
}

extension CourseColumn {
    var heading: BilingualText {
        switch self {
        case .courseID: .init(en: "Course ID", ar: "رمز الدورة")
        case .title: .init(en: "Course title", ar: "عنوان الدورة")
        case .topic: .init(en: "Topic", ar: "المجال")
        case .titleAr: .init(en: "Title in Arabic", ar: "العنوان بالعربية")
        case .kind: .init(en: "Kind", ar: "النوع")
        case .level: .init(en: "Level", ar: "المستوى")
        case .hours: .init(en: "Planned hours", ar: "الساعات المقررة")
        case .maxScore: .init(en: "Maximum score", ar: "الدرجة العظمى")
        case .passScore: .init(en: "Pass score", ar: "درجة النجاح")
        case .completion: .init(en: "Can be completed", ar: "لها إتمام")
        case .validMonths: .init(en: "Valid for months", ar: "أشهر الصلاحية")
        }
    }
}

extension SessionColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .courseID: .init(en: "Course ID", ar: "رمز الدورة")
        case .startDate: .init(en: "Start date", ar: "تاريخ البدء")
        case .endDate: .init(en: "End date", ar: "تاريخ الانتهاء")
        case .hostState: .init(en: "Host state", ar: "الدولة المضيفة")
        case .venue: .init(en: "Venue", ar: "المكان")
        case .provider: .init(en: "Provider", ar: "مقدم التدريب")
        case .programme: .init(en: "Programme", ar: "البرنامج")
        case .cost: .init(en: "Cost", ar: "التكلفة")
        case .currency: .init(en: "Currency", ar: "العملة")
        case .language: .init(en: "Language", ar: "اللغة")
        case .delivery: .init(en: "Delivery", ar: "طريقة التنفيذ")
        case .capacity: .init(en: "Seats", ar: "المقاعد")
        case .status: .init(en: "Status", ar: "الحالة")
        }
    }
}

extension LabelColumn {
    var heading: BilingualText {
        switch self {
        case .dimension: .init(en: "Dimension", ar: "التصنيف")
        case .member: .init(en: "As recorded", ar: "كما في السجلات")
        case .nameEn: .init(en: "Name in English", ar: "الاسم بالإنجليزية")
        case .nameAr: .init(en: "Name in Arabic", ar: "الاسم بالعربية")
        case .sameAs: .init(en: "Spelling of", ar: "كتابة أخرى لـ")
        }
    }
}

extension PublishedColumn {
    var heading: BilingualText {
        switch self {
        case .indicator: .init(en: "Indicator", ar: "المؤشر")
        case .qualifier: .init(en: "Qualifier", ar: "دلالة القيمة")
        case .value: .init(en: "Value", ar: "القيمة")
        case .filter: .init(en: "About which records", ar: "عن أي سجلات")
        case .period: .init(en: "Period", ar: "الفترة")
        case .source: .init(en: "Source", ar: "المصدر")
        case .publishedOn: .init(en: "Published on", ar: "تاريخ النشر")
        }
    }
}
