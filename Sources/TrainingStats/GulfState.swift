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
}

/// Finds states by any spelling of the data contract.
public struct StateSpellings: Sendable {
    private var indices: [String: Int] = [:]

    /// The spellings of the given states: alpha-3 and alpha-2 to the letter, names without case, spaces and vowel marks.
    public init(_ states: [GulfState]) {
        for (index, state) in states.enumerated() {
            for name in [state.name.en, state.name.ar].compactMap(\.self) { indices[Self.folded(name)] = index }
        }
        for (index, state) in states.enumerated() {
            if let alpha2 = state.alpha2 { indices[alpha2] = index }
            indices[state.code] = index
        }
    }

    /// The position of the state that a text names, or nil.
    public func callAsFunction(_ text: String) -> Int? { indices[text] ?? indices[Self.folded(text)] }

    /// A name without case, spaces and Arabic vowel marks.
    ///
    /// A slash keeps folded names apart from codes.
    private static func folded(_ name: String) -> String {
        var scalars = String.UnicodeScalarView("/".unicodeScalars)
        for scalar in name.lowercased().unicodeScalars {
            let isVowelMark = (0x064B...0x0652).contains(scalar.value) || scalar.value == 0x0670
            let isTatweel = scalar.value == 0x0640
            if !scalar.properties.isWhitespace && !isVowelMark && !isTatweel { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
