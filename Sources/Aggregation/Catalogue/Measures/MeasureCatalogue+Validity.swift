import Support
import TrainingStats

extension Dimension {
    /// What has become of the certificate that a participation gave.
    static let ofCertificates = Dimension(
        "certificate-status", heading: .init(en: "Certificate", ar: "الشهادة"),
        definition: .init(
            en:
                "What has become, by the reporting day, of the certificate that a completed participation gave in a course "
                + "that states valid_months: current; due (current, and it lapses within the days of notice); lapsed; "
                + "renewed-in-time or renewed-late, where a later one followed. Not known without a certificate.",
            ar:
                "ما صارت إليه، في يوم التقرير، شهادة مشاركة مكتملة في دورة تذكر valid_months: سارية، أو حان تجديدها (سارية وتنتهي "
                + "خلال أيام الإشعار)، أو منتهية، أو جُددت في موعدها أو بعد انتهائها بشهادة لاحقة. وهي غير معروفة حيث لا شهادة."
        ),
        .field(.certificateStatus))
}

extension Condition {
    /// The participation gave a certificate that has become one of these.
    static func certificate(_ statuses: CertificateStatus...) -> Condition {
        .member(MemberTest(.ofCertificates, statuses.map(\.rawValue)))
    }

    /// The participation gave a certificate.
    fileprivate static let givesCertificate = Condition.member(
        MemberTest(.ofCertificates, CertificateStatus.allCases.map(\.rawValue)))
}

extension Measure {
    /// Who is qualified on the reporting day, and who let it lapse.
    static let validity: [Measure] = [
        Measure(
            "certificates", heading: .init(en: "Certificates", ar: "الشهادات"),
            definition: .init(
                en:
                    "Certificates issued by the reporting day: participations completed in delivered sessions of courses "
                    + "that can be completed and state valid_months.",
                ar: "الشهادات الصادرة حتى يوم التقرير: المشاركات المكتملة في انعقادات منفذة لدورات لها إتمام وتذكر "
                    + "valid_months."),
            .count([.participations(.givesCertificate)])),
        Measure(
            "persons-current", heading: .init(en: "Persons current", ar: "حاملو الشهادات السارية"),
            definition: .init(
                en:
                    "Distinct persons with a certificate that is valid on the reporting day, those that are due included.",
                ar: "عدد الأشخاص المختلفين الذين لهم شهادة سارية في يوم التقرير، ومنها ما حان تجديده."),
            .distinct(.trainee, [.participations(.certificate(.current, .due))])),
        .personsDue(within: CertificateRegister.usualNotice),
        Measure(
            "persons-lapsed", heading: .init(en: "Persons lapsed", ar: "من انتهت شهاداتهم"),
            definition: .init(
                en:
                    "Distinct persons whose last certificate in a course is no longer valid on the reporting day. Over several "
                    + "courses a person can be current in one and lapsed in another.",
                ar:
                    "عدد الأشخاص المختلفين الذين انتهت آخر شهادة لهم في دورة قبل يوم التقرير. وفي عدة دورات قد تكون للشخص شهادة "
                    + "سارية في واحدة ومنتهية في أخرى."),
            .distinct(.trainee, [.participations(.certificate(.lapsed))])),
        Measure(
            "renewals-in-time", heading: .init(en: "Renewed in time", ar: "جُددت في موعدها"),
            definition: .init(
                en:
                    "Certificates that the person's next one in the course followed on the last day of their validity or "
                    + "before.",
                ar: "الشهادات التي تلتها شهادة لصاحبها في الدورة في آخر يوم من صلاحيتها أو قبله."),
            .count([.participations(.certificate(.renewedInTime))])),
        Measure(
            "renewals-late", heading: .init(en: "Renewed late", ar: "جُددت بعد انتهائها"),
            definition: .init(
                en: "Certificates that the person's next one in the course followed when their validity was over.",
                ar: "الشهادات التي تلتها شهادة لصاحبها في الدورة بعد انتهاء صلاحيتها."),
            .count([.participations(.certificate(.renewedLate))])),
        Measure(
            "renewal-rate", heading: .init(en: "Renewal rate", ar: "نسبة التجديد في الموعد"),
            definition: .init(
                en: "Certificates renewed in time over those that were renewed or have lapsed.",
                ar: "الشهادات المجددة في موعدها مقسومة على الشهادات التي جُددت أو انتهت."),
            format: .share,
            .share(
                .certificate(.renewedInTime),
                of: .participations(.certificate(.lapsed, .renewedInTime, .renewedLate)))),
    ]

    /// Persons with a certificate that lapses within so many days.
    static func personsDue(within days: Int) -> Measure {
        Measure(
            ofPersonsDue,
            heading: .init(en: "Due within \(words(days).en)", ar: "تنتهي خلال \(words(days)(.ar))"),
            definition: .init(
                en:
                    "Distinct persons with a certificate that is valid on the reporting day, lapses within \(words(days).en) (option "
                    + "--within) and has not been renewed.",
                ar:
                    "عدد الأشخاص المختلفين الذين لهم شهادة سارية في يوم التقرير تنتهي خلال \(words(days)(.ar)) (الخيار --within) ولم "
                    + "تُجدد."),
            .distinct(.trainee, [.participations(.certificate(.due))]))
    }

    /// A number of days behind a preposition.
    private static func words(_ days: Int) -> BilingualText {
        let arabic =
            switch ArabicPlural(days) {
            case .one: "يوم واحد"
            case .two: "يومين"
            case .few: "\(days) أيام"
            case .many: "\(days) يوماً"
            case .zero, .other: "\(days) يوم"
            }
        return BilingualText(en: days == 1 ? "1 day" : "\(days) days", ar: arabic)
    }
}
