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
        case .startDate: .init(en: "Starts on", ar: "تاريخ البدء")
        case .endDate: .init(en: "Ends on", ar: "تاريخ الانتهاء")
        case .statedCost: .init(en: "Stated cost", ar: "التكلفة المذكورة")
        case .currency: .init(en: "Stated in", ar: "العملة المذكورة")
        case .rate: .init(en: "Rate", ar: "سعر الصرف")
        case .number(let number): number.heading
        case .quantity(let quantity): quantity.heading
        case .counts: Quantity.one.heading
        case .numerator: .init(en: "Part", ar: "البسط")
        case .denominator: .init(en: "Whole", ar: "المقام")
        }
    }

    /// Whether its values are numbers.
    var isNumeric: Bool {
        switch self {
        case .trainee, .trainer, .institution, .session, .course, .status, .startDate, .endDate, .currency: false
        case .statedCost, .rate, .number, .quantity, .counts, .numerator, .denominator: true
        }
    }
}

extension Quantity {
    /// Heading of its column.
    fileprivate var heading: BilingualText {
        switch self {
        case .gain: .init(en: "Gain", ar: "التحسن")
        case .normalisedGain: .init(en: "Gain", ar: "التحسن المعياري")
        case .one: .init(en: "Counts", ar: "يُحتسب")
        case .number(let number): number.heading
        case .difference(let number, let other): number.heading.joined(by: "−", other.heading)
        case .quotient(let dividend, let divisor): dividend.heading.joined(by: "/", divisor.heading)
        case .percentage(let points):
            .init(en: "\(points.heading.en) (% of max)", ar: "\(points.heading(.ar)) (% من العظمى)")
        }
    }
}

extension BilingualText {
    /// Two headings with a sign between them.
    fileprivate func joined(by sign: String, _ other: BilingualText) -> BilingualText {
        .init(en: "\(en) \(sign) \(other.en)", ar: "\(self(.ar)) \(sign) \(other(.ar))")
    }
}

extension RecordNumber {
    /// Heading of its column.
    fileprivate var heading: BilingualText {
        switch self {
        case .value(let value): value.heading
        case .assignmentHours: ParticipationValue.hours.heading
        case .participants: .init(en: "In group", ar: "عدد أفراد المجموعة")
        case .completions: .init(en: "Completed", ar: "أتموا")
        case .groupCost, .sessionCost: ParticipationValue.cost.heading
        case .evaluationValue: .init(en: "Answer", ar: "الإجابة")
        case .supervisorRating: .init(en: "Supervisor's rating", ar: "تقييم المشرف")
        case .benefit: .init(en: "Benefit", ar: "العائد")
        case .capacity: .init(en: "Seats", ar: "المقاعد")
        case .maxScore: .init(en: "Max", ar: "الدرجة العظمى")
        case .passScore: .init(en: "Pass", ar: "درجة النجاح")
        case .own(let number): number.heading
        case .constant(let value): .init(en: value.description)
        }
    }
}

extension ParticipationValue {
    /// Heading of its column in a list of records.
    fileprivate var heading: BilingualText {
        switch self {
        case .hours: .init(en: "Hours", ar: "الساعات")
        case .preScore: .init(en: "Before", ar: "الدرجة القبلية")
        case .postScore: .init(en: "After", ar: "الدرجة البعدية")
        case .rating: .init(en: "Rating", ar: "التقييم")
        case .cost: .init(en: "Cost", ar: "التكلفة")
        case .daysPresent: .init(en: "Days present", ar: "أيام الحضور")
        case .daysRecorded: .init(en: "Days recorded", ar: "الأيام المسجلة")
        }
    }
}
