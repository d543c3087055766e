import Aggregation
import Support
import TrainingStats

extension RecordField {
    /// Heading of its column.
    var heading: BilingualText {
        switch self {
        case .trainee: .init(en: "Trainee", ar: "المتدرب")
        case .trainer: .init(en: "Trainer", ar: "المدرب")
        case .institution: .init(en: "Institution", ar: "الجهة")
        case .session: .init(en: "Session", ar: "الانعقاد")
        case .course: .init(en: "Course", ar: "الدورة")
        case .status: .init(en: "Status", ar: "الحالة")
        case .endDate: .init(en: "Ends on", ar: "تاريخ الانتهاء")
        case .participants: .init(en: "In group", ar: "عدد أفراد المجموعة")
        case .hours: .init(en: "Hours", ar: "الساعات")
        case .capacity: .init(en: "Seats", ar: "المقاعد")
        case .cost: .init(en: "Cost", ar: "التكلفة")
        case .preScore: .init(en: "Before", ar: "الدرجة القبلية")
        case .postScore: .init(en: "After", ar: "الدرجة البعدية")
        case .maxScore: .init(en: "Max", ar: "الدرجة العظمى")
        case .passScore: .init(en: "Pass", ar: "درجة النجاح")
        case .gain: .init(en: "Gain", ar: "التحسن")
        case .normalisedGain: .init(en: "Gain", ar: "التحسن المعياري")
        case .rating: .init(en: "Rating", ar: "التقييم")
        case .counts: .init(en: "Counts", ar: "يُحتسب")
        case .numerator: .init(en: "Part", ar: "البسط")
        case .denominator: .init(en: "Whole", ar: "المقام")
        }
    }

    /// Whether its values are figures.
    var isNumeric: Bool {
        switch self {
        case .trainee, .trainer, .institution, .session, .course, .status, .endDate: false
        case .participants, .hours, .capacity, .cost, .preScore, .postScore, .maxScore, .passScore, .gain,
            .normalisedGain, .rating, .counts, .numerator, .denominator:
            true
        }
    }
}
