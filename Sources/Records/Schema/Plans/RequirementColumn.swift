import Support

/// Columns of `requirements.csv`.
enum RequirementColumn: String, TableColumn {
    case course, topic, state, institution, period, persons, seats
    case traineeID = "trainee_id"

    static let table = RecordTable.requirements
    var need: ColumnNeed { self == .period ? .inEveryRow : .optional }

    var heading: BilingualText {
        switch self {
        case .course: .init(en: "Course ID", ar: "رمز الدورة")
        case .topic: .init(en: "Topic", ar: "المجال")
        case .state: .init(en: "State", ar: "الدولة")
        case .institution: .init(en: "Institution", ar: "الجهة")
        case .period: .init(en: "Period", ar: "الفترة")
        case .persons: .init(en: "Persons", ar: "عدد الأشخاص")
        case .seats: .init(en: "Seats", ar: "المقاعد")
        case .traineeID: .init(en: "Trainee ID", ar: "رقم المتدرب")
        }
    }

    var meaning: BilingualText {
        switch self {
        case .course:
            .init(en: "The course that is required; or give a topic.", ar: "الدورة المطلوبة، أو اذكر مجالاً.")
        case .topic:
            .init(en: "The topic of which any course will do.", ar: "المجال الذي تكفي أي دورة منه.")
        case .state:
            .init(
                en: "The state whose people need it; empty: of any state.",
                ar: "الدولة التي يحتاجه أفرادها، وإن تُركت فارغة فأي دولة.")
        case .institution:
            .init(
                en: "The agency whose people need it; empty: of any agency.",
                ar: "الجهة التي يحتاجه أفرادها، وإن تُركت فارغة فأي جهة.")
        case .period:
            .init(en: "When it is required, such as 2026 or 2026-Q1.", ar: "متى يُطلب، مثل 2026 أو 2026-Q1.")
        case .persons: .init(en: "How many persons need it.", ar: "كم شخصاً يحتاجه.")
        case .seats: .init(en: "How many seats are needed, whoever takes them.", ar: "كم مقعداً يلزم، أياً كان من يشغله.")
        case .traineeID:
            .init(
                en: "A single person who needs it, in place of a number; one row for each.",
                ar: "شخص بعينه يحتاجه، بدل العدد؛ صف لكل شخص.")
        }
    }

    var content: FieldContent {
        switch self {
        case .course: .reference(.courses)
        case .topic: .topic
        case .state: .state
        case .institution, .period: .text
        case .persons, .seats: .whole(0...1_000_000_000)
        case .traineeID: .reference(.trainees)
        }
    }
}
