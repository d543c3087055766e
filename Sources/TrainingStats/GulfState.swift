import Support

/// A state whose officials are trained: one of the six of the Gulf, or one that a dataset adds.
public struct GulfState: Hashable, Sendable {
    /// ISO 3166-1 alpha-3 code: `KWT`.
    public let code: String
    /// ISO 3166-1 alpha-2 code, accepted in input, where it is known.
    public var alpha2: String?
    /// Its short name.
    public var name: BilingualText
    /// Its standing in the initiative, or nil if not known.
    public var membership: Membership?
    /// Its inhabitants, or nil if not known.
    public var population: Int?

    /// A state given by its properties.
    public init(
        code: String, alpha2: String? = nil, name: BilingualText, membership: Membership? = nil, population: Int? = nil
    ) {
        self.code = code
        self.alpha2 = alpha2
        self.name = name
        self.membership = membership
        self.population = population
    }

    /// The four members of the initiative and the two states invited, in the order of every report.
    public static let builtIn: [GulfState] = [
        .init(code: "KWT", alpha2: "KW", name: .init(en: "Kuwait", ar: "الكويت"), membership: .member),
        .init(code: "QAT", alpha2: "QA", name: .init(en: "Qatar", ar: "قطر"), membership: .member),
        .init(code: "BHR", alpha2: "BH", name: .init(en: "Bahrain", ar: "البحرين"), membership: .member),
        .init(
            code: "ARE", alpha2: "AE", name: .init(en: "United Arab Emirates", ar: "الإمارات العربية المتحدة"),
            membership: .member),
        .init(code: "SAU", alpha2: "SA", name: .init(en: "Saudi Arabia", ar: "السعودية"), membership: .invited),
        .init(code: "OMN", alpha2: "OM", name: .init(en: "Oman", ar: "عُمان"), membership: .invited),
    ]

    /// Short forms of the built-in names that are in wide use, by code.
    static let shortForms: [String: [String]] = [
        "ARE": ["UAE", "Emirates", "الإمارات"], "SAU": ["KSA", "العربية السعودية"],
    ]
}
