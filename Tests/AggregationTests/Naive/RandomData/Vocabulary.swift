/// The codes and words that datasets and requests are made of.
enum Vocabulary {
    static let topics = [
        "maritime-security", "energy-security", "cyber-security", "cbrn-defence", "arms-non-proliferation",
        "military-education", "crisis-management", "disaster-management",
    ]
    static let kinds = ["course", "seminar", "workshop", "exercise", "consultation", "dialogue"]
    static let levels = ["basic", "intermediate", "advanced"]
    static let statuses = ["registered", "attended", "completed", "withdrawn", "no-show"]
    static let deliveries = ["in-person", "online", "hybrid"]
    static let sectors = ["military", "police", "civil", "other"]
    static let sexes = ["F", "M"]
    static let memberships = ["member", "invited", "other"]
    static let items = ["trainer", "Trainer", "content, pace", "المكان"]
    static let roles = ["lead", "assistant", "speaker"]
    static let trainerAffiliations = ["internal", "external"]
    /// The members of dimensions whose order is not that of bytes.
    static let ordered: [String: [String]] = [
        "status": statuses, "hours-band": ["under-6", "6-11", "12-23", "24-35", "36-59", "60-over"],
        "score-band": ["under-50", "50-59", "60-69", "70-79", "80-89", "90-100"],
        "certificate-status": ["current", "due", "lapsed", "renewed-in-time", "renewed-late"],
        "weekday": ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
        "duration-band": ["1", "2-3", "4-5", "6-10", "11-20", "21-over"],
        "applied": ["yes", "partly", "no"], "evaluation-value": ["1", "2", "3", "4", "5"],
    ]
    /// The members of dimensions with a fixed list.
    static let closed = [
        "membership": memberships, "sector": sectors, "sex": sexes, "age-band": ageBands, "delivery": deliveries,
        "kind": kinds, "level": levels, "trainer-affiliation": trainerAffiliations, "trainer-role": roles,
    ].merging(ordered) { first, _ in first }
    static let ageBands = ["under-25", "25-34", "35-44", "45-54", "55-over"]

    static let states: [(code: String, english: String, arabic: String, membership: String)] = [
        ("KWT", "Kuwait", "الكويت", "member"), ("QAT", "Qatar", "قطر", "member"),
        ("BHR", "Bahrain", "البحرين", "member"),
        ("ARE", "United Arab Emirates", "الإمارات العربية المتحدة", "member"),
        ("SAU", "Saudi Arabia", "السعودية", "invited"), ("OMN", "Oman", "عُمان", "invited"),
    ]
    static let stateSpellings: [String: [String]] = [
        "KWT": ["KW", "Kuwait", "kuwait", "KUWAIT", "الكويت", "كويت", "دولة الكويت", "State of Kuwait", "kwt", "KWT "],
        "QAT": ["QA", "Qatar", "qatar", "قطر", "دولة قطر", "Q.A.T."],
        "BHR": [
            "BH", "Bahrain", "bahRain", "البحرين", "مملكة البحرين", "Kingdom of Bahrain", "the Kingdom of Bahrain",
        ],
        "ARE": [
            "AE", "United Arab Emirates", "united arab emirates", "UnitedArab Emirates", "الإمارات العربية المتحدة",
            "الامارات", "الإمَارات", "دولة الإمارات العربيه المتحده", "UAE", "U.A.E.", "The United Arab Emirates",
        ],
        "SAU": [
            "SA", "Saudi Arabia", "SAUDI ARABIA", "SaudiArabia", "السعودية", "السعوديه", "المملكة العربية السعودية",
            "KSA",
            "Kingdom of Saudi Arabia",
        ],
        "OMN": ["OM", "Oman", "oMan", "عُمان", "عمان", "سلطنة عُمان", "Sultanate of Oman", "عمــان"],
        "TUR": ["tur", "TÜRKIYE", "Tu\u{308}rkiye"], "JOR": ["jordan", "The Kingdom of Jordan"],
    ]

    static let institutions = [
        "Navy", "Coast Guard", "Coast-Guard", "Border, Police", "Civil \"Defence\"", "وزارة الدفاع", "Energy;Ministry",
        #"Staff\College"#, "General\nStaff", "GCC Secretariat", "navy",
    ]
    /// Two names that look the same and differ in their bytes.
    static let twins = ["Caf\u{E9}", "Cafe\u{301}"]
    static let venues = ["Hall A", "Hall-A", "Naval Base, North", "مركز الكويت"]
    static let providers = ["Regional Centre", "Reg. Centre", "University; Staff", "NDC"]
    static let programmes = ["FY2017 IMET-1", "IMET", "Regional", "regional 2"]
    static let languages = ["en", "ar", "Arabic", "English", "fr"]
    static let nationalities = [
        "KWT", "KW", "kuwait", "Italy", "ITA", "قطر", "Oman", "Omani", "Türkiye", "UAE", "الامارات",
    ]
    static let organisations = ["Defence College", "Def. College", "Centre", "جامعة الكويت"]
    /// Spellings with the member that they stand for.
    static let sameAs: [(dimension: String, member: String, other: String)] = [
        ("institution", "Coast-Guard", "Coast Guard"), ("institution", "navy", "Navy"),
        ("venue", "Hall-A", "Hall A"), ("provider", "Reg. Centre", "Regional Centre"),
        ("programme", "IMET", "FY2017 IMET-1"), ("language", "Arabic", "ar"), ("language", "English", "en"),
        ("trainer-nationality", "Omani", "OMN"), ("trainer-nationality", "ITA", "Italy"),
        ("trainer-organisation", "Def. College", "Defence College"),
    ]
}
