import Support

extension Reconciliation.Status {
    /// Its name.
    var name: BilingualText {
        switch self {
        case .met: .init(en: "met", ar: "مطابق")
        case .notMet: .init(en: "not met", ar: "غير مطابق")
        case .withinBounds: .init(en: "within bounds", ar: "ضمن الحدود")
        case .unknown: .init(en: "unknown", ar: "غير معروف")
        }
    }
}
