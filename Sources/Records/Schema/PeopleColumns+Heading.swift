import Support
import TrainingStats

extension TrainerColumn {
    var heading: BilingualText {
        switch self {
        case .trainerID: .init(en: "Trainer ID", ar: "رقم المدرب")
        case .name: .init(en: "Trainer name", ar: "اسم المدرب")
        case .nationality: .init(en: "Nationality", ar: "الجنسية")
        case .organisation: .init(en: "Organisation", ar: "جهة المدرب")
        case .affiliation: .init(en: "Affiliation", ar: "تبعية المدرب")
        }
    }
}

extension AssignmentColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .trainerID: .init(en: "Trainer ID", ar: "رقم المدرب")
        case .role: .init(en: "Role", ar: "دور المدرب")
        case .hours: .init(en: "Hours taught", ar: "ساعات التدريس")
        }
    }
}

extension TraineeColumn {
    var heading: BilingualText {
        switch self {
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .state: .init(en: "State", ar: "الدولة")
        case .name: .init(en: "Trainee name", ar: "اسم المتدرب")
        case .institution: .init(en: "Institution", ar: "الجهة")
        case .sector: .init(en: "Sector", ar: "القطاع")
        case .sex: .init(en: "Sex", ar: "الجنس")
        case .birthYear: .init(en: "Year of birth", ar: "سنة الميلاد")
        }
    }
}

extension PersonColumn {
    var heading: BilingualText {
        switch self {
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .sameAs: .init(en: "Same person as", ar: "هو الشخص نفسه")
        case .notSameAs: .init(en: "Another person than", ar: "شخص آخر غير")
        }
    }
}

extension AffiliationColumn {
    var heading: BilingualText {
        switch self {
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .from: .init(en: "From", ar: "اعتباراً من")
        case .state: .init(en: "State", ar: "الدولة")
        case .institution: .init(en: "Institution", ar: "الجهة")
        case .sector: .init(en: "Sector", ar: "القطاع")
        }
    }
}

extension HeadcountColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .participants: .init(en: "Participants", ar: "عدد المشاركين")
        case .state: .init(en: "State", ar: "الدولة")
        case .institution: .init(en: "Institution", ar: "الجهة")
        case .sector: .init(en: "Sector", ar: "القطاع")
        case .sex: .init(en: "Sex", ar: "الجنس")
        case .completions: .init(en: "Completions", ar: "عدد من أتموا")
        case .cost: .init(en: "Cost", ar: "التكلفة")
        }
    }
}

extension ParticipationColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .status: .init(en: "Status", ar: "الحالة")
        case .certificateNumber: .init(en: "Certificate number", ar: "رقم الشهادة")
        case .certifiedOn: .init(en: "Certified on", ar: "تاريخ الشهادة")
        case .value(.hours): .init(en: "Hours attended", ar: "ساعات الحضور")
        case .value(.preScore): .init(en: "Score before", ar: "الدرجة القبلية")
        case .value(.postScore): .init(en: "Score after", ar: "الدرجة البعدية")
        case .value(.rating): .init(en: "Rating", ar: "التقييم")
        case .value(.cost): .init(en: "Cost", ar: "التكلفة")
        case .value(.daysPresent): .init(en: "Days present", ar: "أيام الحضور")
        case .value(.daysRecorded): .init(en: "Days recorded", ar: "الأيام المسجلة")
        }
    }
}

extension AttendanceColumn {
    var heading: BilingualText {
        switch self {
        case .sessionID: .init(en: "Session ID", ar: "رمز الانعقاد")
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        case .date: .init(en: "Date", ar: "التاريخ")
        case .present: .init(en: "Present", ar: "حاضر")
        case .minutes: .init(en: "Minutes", ar: "الدقائق")
        }
    }
}
