import Support

/// What has become of a certificate by the reporting day.
public enum CertificateStatus: String, NamedCode {
    /// It is valid, and no other of the person in the course is valid longer.
    case current
    /// The same, and it lapses within the days of notice.
    case due
    /// Its validity is over, and no later one has followed.
    case lapsed
    /// Another one followed while it was valid.
    case renewedInTime = "renewed-in-time"
    /// Another one followed when its validity was over.
    case renewedLate = "renewed-late"

    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .current: .init(en: "Current", ar: "سارية")
        case .due: .init(en: "Due for renewal", ar: "حان تجديدها")
        case .lapsed: .init(en: "Lapsed", ar: "منتهية")
        case .renewedInTime: .init(en: "Renewed in time", ar: "جُددت في موعدها")
        case .renewedLate: .init(en: "Renewed late", ar: "جُددت بعد انتهائها")
        }
    }
}
