import Support
import TrainingStats

extension TrainerColumn {
    var meaning: BilingualText {
        switch self {
        case .trainerID: .init(en: "Names the trainer; each one once.", ar: "يعيّن المدرب، ولا يتكرر.")
        case .name: .init(en: "Shown only where names are asked for.", ar: "لا يظهر إلا حيث تُطلب الأسماء.")
        case .nationality: .init(en: "The trainer's nationality.", ar: "جنسية المدرب.")
        case .organisation: .init(en: "Where the trainer comes from.", ar: "الجهة التي يأتي منها المدرب.")
        case .affiliation:
            .init(en: "Whether the trainer belongs to the centre.", ar: "هل المدرب من المركز أم من خارجه.")
        }
    }
}

extension AssignmentColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session.", ar: "الانعقاد.")
        case .trainerID: .init(en: "The trainer who teaches in it.", ar: "المدرب الذي يدرّس فيه.")
        case .role: .init(en: "What the trainer does.", ar: "ما يقوم به المدرب.")
        case .hours: .init(en: "Hours taught.", ar: "عدد ساعات التدريس.")
        }
    }
}

extension TraineeColumn {
    var meaning: BilingualText {
        switch self {
        case .traineeID: .init(en: "Names the person; each one once.", ar: "يعيّن الشخص، ولا يتكرر.")
        case .state: .init(en: "The state that the person serves.", ar: "الدولة التي يعمل لها الشخص.")
        case .name: .init(en: "Shown only where names are asked for.", ar: "لا يظهر إلا حيث تُطلب الأسماء.")
        case .institution: .init(en: "The agency that the person belongs to.", ar: "الجهة التي يتبعها الشخص.")
        case .sector: .init(en: "The part of the state.", ar: "القطاع في الدولة.")
        case .sex: .init(en: "The person's sex.", ar: "جنس الشخص.")
        case .birthYear: .init(en: "Year of birth, for the age band.", ar: "سنة الميلاد، لتحديد الفئة العمرية.")
        }
    }
}

extension PersonColumn {
    var meaning: BilingualText {
        switch self {
        case .traineeID: .init(en: "The identifier of a person.", ar: "رقم شخص.")
        case .sameAs:
            .init(
                en: "Another identifier of the same person; both count as one.",
                ar: "رقم آخر للشخص نفسه، ويُحتسبان واحداً.")
        case .notSameAs:
            .init(
                en: "Looked at: this is another person, and it is told no more.",
                ar: "رُوجع: هذا شخص آخر، ولا يُنبَّه إليه مرة أخرى.")
        }
    }
}

extension AffiliationColumn {
    var meaning: BilingualText {
        switch self {
        case .traineeID: .init(en: "The person.", ar: "الشخص.")
        case .from:
            .init(en: "The first day on which the person belongs there.", ar: "أول يوم لتبعية الشخص إليها.")
        case .state: .init(en: "The state from that day on.", ar: "الدولة من ذلك اليوم.")
        case .institution: .init(en: "The agency from that day on.", ar: "الجهة من ذلك اليوم.")
        case .sector: .init(en: "The sector from that day on.", ar: "القطاع من ذلك اليوم.")
        }
    }
}

extension HeadcountColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session.", ar: "الانعقاد.")
        case .participants:
            .init(
                en: "How many there were; 0 if nobody came, empty if the number is not known.",
                ar: "كم كانوا: 0 إن لم يحضر أحد، وفارغ إن لم يُعرف العدد.")
        case .state: .init(en: "The state of all of the group.", ar: "دولة المجموعة كلها.")
        case .institution: .init(en: "Their agency.", ar: "جهتهم.")
        case .sector: .init(en: "Their sector.", ar: "قطاعهم.")
        case .sex: .init(en: "Their sex.", ar: "جنسهم.")
        case .completions: .init(en: "How many of them completed the course.", ar: "كم منهم أتموا الدورة.")
        case .cost: .init(en: "Cost of the group.", ar: "تكلفة المجموعة.")
        }
    }
}

extension ParticipationColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session.", ar: "الانعقاد.")
        case .traineeID: .init(en: "The person.", ar: "الشخص.")
        case .status: .init(en: "How far it went.", ar: "إلى أين انتهت المشاركة.")
        case .certificateNumber:
            .init(en: "Number of the certificate of who completed.", ar: "رقم شهادة من أتم الدورة.")
        case .certifiedOn:
            .init(
                en: "When the certificate was issued; empty means the last day of the session.",
                ar: "تاريخ إصدار الشهادة، وإن تُرك فارغاً فآخر يوم في الانعقاد.")
        case .value(.hours):
            .init(
                en: "Hours attended; where none are stated, they follow from attendance by day.",
                ar: "عدد ساعات الحضور؛ وإن لم تُذكر حُسبت من الحضور اليومي.")
        case .value(.preScore): .init(en: "Score before the course.", ar: "الدرجة قبل الدورة.")
        case .value(.postScore): .init(en: "Score after the course.", ar: "الدرجة بعد الدورة.")
        case .value(.rating):
            .init(en: "How the person rated the session, from 1 to 5.", ar: "تقييم الشخص للانعقاد، من 1 إلى 5.")
        case .value(.cost): .init(en: "Cost of this participation.", ar: "تكلفة هذه المشاركة.")
        case .value(.daysPresent): .init(en: "Days on which the person was present.", ar: "أيام حضور الشخص.")
        case .value(.daysRecorded):
            .init(
                en: "Days of which it is known whether the person was present.",
                ar: "الأيام التي سُجل فيها حضوره أو غيابه.")
        }
    }
}

extension AttendanceColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID: .init(en: "The session.", ar: "الانعقاد.")
        case .traineeID: .init(en: "The person, who takes part in the session.", ar: "الشخص، وهو مشارك في الانعقاد.")
        case .date: .init(en: "A day of the session.", ar: "يوم من أيام الانعقاد.")
        case .present:
            .init(
                en: "Whether the person was present; if empty, minutes above 0 say so.",
                ar: "هل حضر الشخص؛ وإن تُرك فارغاً دلت الدقائق على الحضور إن زادت على 0.")
        case .minutes:
            .init(
                en: "How many minutes; if empty on a day present, the hours of a training day count.",
                ar: "كم دقيقة؛ وإن تُركت فارغة في يوم حضور احتُسبت ساعات اليوم التدريبي.")
        }
    }
}
