import Support

/// A code of a closed list: found in records by any spelling of it or of its names.
public protocol NamedCode: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
    /// Its name in both languages; nil where the code says it all.
    var name: BilingualText? { get }
    /// The truth value that stands for it where a database or a spreadsheet has one; nil where none does.
    var truthValue: Bool? { get }
}

extension NamedCode {
    /// The code says it all.
    public var name: BilingualText? { nil }

    /// No truth value stands for it.
    public var truthValue: Bool? { nil }

    /// The code that a text names, in whatever case, spacing and punctuation; nil where it names none.
    package init?(spelling text: String) {
        if let code = Self(rawValue: text) {
            self = code
            return
        }
        let folded = Spelling.folded(text)
        let found = Self.allCases.first { code in
            [code.rawValue, code.name?.en, code.name?.ar, code.truthValue?.description].contains {
                $0.map { Spelling.folded($0) == folded } ?? false
            }
        }
        guard let found, !folded.isEmpty else { return nil }
        self = found
    }
}

extension Membership {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .member: .init(en: "Member", ar: "عضو")
        case .invited: .init(en: "Invited", ar: "مدعوة")
        case .other: .init(en: "Other", ar: "أخرى")
        }
    }
}

extension ActivityKind {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .course: .init(en: "Course", ar: "دورة")
        case .seminar: .init(en: "Seminar", ar: "ندوة")
        case .workshop: .init(en: "Workshop", ar: "ورشة")
        case .exercise: .init(en: "Exercise", ar: "تمرين")
        case .consultation: .init(en: "Consultation", ar: "استشارة")
        case .dialogue: .init(en: "Dialogue", ar: "حوار")
        }
    }
}

extension CourseLevel {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .basic: .init(en: "Basic", ar: "أساسي")
        case .intermediate: .init(en: "Intermediate", ar: "متوسط")
        case .advanced: .init(en: "Advanced", ar: "متقدم")
        }
    }
}

extension DeliveryMode {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .inPerson: .init(en: "In person", ar: "حضوري")
        case .online: .init(en: "Online", ar: "عن بُعد")
        case .hybrid: .init(en: "Hybrid", ar: "مدمج")
        }
    }
}

extension TrainerAffiliation {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .internal: .init(en: "Internal", ar: "من المركز")
        case .external: .init(en: "External", ar: "من خارج المركز")
        }
    }
}

extension TrainerRole {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .lead: .init(en: "Lead", ar: "مدرب رئيس")
        case .assistant: .init(en: "Assistant", ar: "مدرب مساعد")
        case .speaker: .init(en: "Speaker", ar: "متحدث")
        }
    }
}

extension Sector {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .military: .init(en: "Military", ar: "عسكري")
        case .police: .init(en: "Police", ar: "شرطي")
        case .civil: .init(en: "Civil", ar: "مدني")
        case .other: .init(en: "Other", ar: "أخرى")
        }
    }
}

extension Sex {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .female: .init(en: "Female", ar: "أنثى")
        case .male: .init(en: "Male", ar: "ذكر")
        }
    }
}

extension Qualifier {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .exactly: .init(en: "exactly", ar: "بالضبط")
        case .atLeast: .init(en: "at least", ar: "على الأقل")
        case .moreThan: .init(en: "more than", ar: "أكثر من")
        case .about: .init(en: "about", ar: "نحو")
        }
    }
}

extension CourseCompletion {
    /// Whether there is something to complete.
    public var truthValue: Bool? { self == .yes }

    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .yes: .init(en: "Yes", ar: "نعم")
        case .no: .init(en: "No", ar: "لا")
        }
    }
}

extension DayPresence {
    /// Whether the person was there.
    public var truthValue: Bool? { self == .yes }

    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .yes: .init(en: "Yes", ar: "نعم")
        case .no: .init(en: "No", ar: "لا")
        }
    }
}

extension SessionStatus {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .held: .init(en: "Held", ar: "عُقد")
        case .planned: .init(en: "Planned", ar: "مخطط")
        case .cancelled: .init(en: "Cancelled", ar: "ملغى")
        }
    }
}

extension ParticipationStatus {
    /// Its name.
    public var name: BilingualText? {
        switch self {
        case .registered: .init(en: "Registered", ar: "مسجَّل")
        case .attended: .init(en: "Attended", ar: "حضر")
        case .completed: .init(en: "Completed", ar: "أتمّ")
        case .withdrawn: .init(en: "Withdrawn", ar: "انسحب")
        case .noShow: .init(en: "No-show", ar: "لم يحضر")
        }
    }
}
