/// A text in English and, where there is one, in Arabic.
public struct BilingualText: Hashable, Sendable {
    /// English.
    public var en: String
    /// Arabic, or nil where it is not known.
    public var ar: String?

    /// A text in one or both languages.
    public init(en: String, ar: String? = nil) {
        self.en = en
        self.ar = ar
    }

    /// The text in a language; English stands in for an Arabic text that is not known.
    public func callAsFunction(_ language: Language) -> String { language == .ar ? ar ?? en : en }

    /// The text with another behind it, such as what is wrong and then what to do; the same if there is none.
    package func followed(by other: BilingualText?) -> BilingualText {
        guard let other else { return self }
        return BilingualText(en: "\(en); \(other.en)", ar: "\(self(.ar))؛ \(other(.ar))")
    }
}

/// The languages of reports.
public enum Language: String, Sendable, CaseIterable {
    case en, ar

    /// Whether it is written from right to left.
    public var isRightToLeft: Bool { self == .ar }
}
