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

extension TargetProgress.Status {
    /// Its name.
    var name: BilingualText {
        switch self {
        case .missed: .init(en: "missed", ar: "لم يتحقق")
        case .behind: .init(en: "behind", ar: "متأخر")
        case .withinBounds: .init(en: "within bounds", ar: "ضمن الحدود")
        case .open: .init(en: "open", ar: "غير محسوم")
        case .onTrack: .init(en: "on track", ar: "على المسار")
        case .met: .init(en: "met", ar: "تحقق")
        case .notBegun: .init(en: "not begun", ar: "لم تبدأ فترته")
        case .unknown: .init(en: "unknown", ar: "غير معروف")
        }
    }
}
