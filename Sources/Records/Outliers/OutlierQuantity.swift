import Support
import TrainingStats

/// A quantity in which records of one course are held against each other.
enum OutlierQuantity: Int, CaseIterable {
    /// Hours of an attendance.
    case hours
    /// Score before, in points.
    case preScore
    /// Score after, in points.
    case postScore
    /// Cost of a participant: of an attendance, or of a group divided by its participants.
    case costAHead
    /// Attendances of a session, groups included.
    case participants

    /// The value of a participation that states it; nil where other records do.
    var value: ParticipationValue? {
        switch self {
        case .hours: .hours
        case .preScore: .preScore
        case .postScore: .postScore
        case .costAHead: .cost
        case .participants: nil
        }
    }

    /// What it is called in a finding.
    var name: BilingualText {
        switch self {
        case .hours: BilingualText(en: "hours", ar: "الساعات")
        case .preScore: BilingualText(en: "scores before", ar: "الدرجات القبلية")
        case .postScore: BilingualText(en: "scores after", ar: "الدرجات البعدية")
        case .costAHead: BilingualText(en: "costs of a participant", ar: "كلف المشارك")
        case .participants: BilingualText(en: "numbers of participants of a session", ar: "أعداد المشاركين في الانعقاد")
        }
    }

    /// The quantities that participations state.
    static let ofParticipations = allCases.filter { $0.value != nil }
}
