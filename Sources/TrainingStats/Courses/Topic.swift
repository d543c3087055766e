import Support

/// A field of training.
public struct Topic: Hashable, Sendable {
    /// Identifier: `maritime-security`.
    public let code: String
    /// Its name.
    public var name: BilingualText

    /// A topic given by its properties.
    public init(code: String, name: BilingualText) {
        self.code = code
        self.name = name
    }

    /// The eight topics on which the source reports agreements, in its order.
    public static let builtIn: [Topic] = [
        .init(code: "maritime-security", name: .init(en: "Maritime security", ar: "الأمن البحري")),
        .init(code: "energy-security", name: .init(en: "Energy security", ar: "أمن الطاقة")),
        .init(code: "cyber-security", name: .init(en: "Cyber security", ar: "الأمن السيبراني")),
        .init(
            code: "cbrn-defence",
            name: .init(en: "CBRN defence", ar: "الدفاع ضد المخاطر الكيميائية والبيولوجية والإشعاعية والنووية")),
        .init(code: "arms-non-proliferation", name: .init(en: "Arms non-proliferation", ar: "منع انتشار الأسلحة")),
        .init(
            code: "military-education",
            name: .init(en: "Military education and training", ar: "التعليم والتدريب العسكري")),
        .init(code: "crisis-management", name: .init(en: "Crisis management", ar: "إدارة الأزمات")),
        .init(code: "disaster-management", name: .init(en: "Disaster management", ar: "إدارة الكوارث")),
    ]
}
