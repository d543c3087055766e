import Support
import TrainingStats

extension Measure {
    private static func days(_ value: ParticipationValue) -> RecordSet {
        .participations(.training, .states(.value(.daysRecorded)), of: .number(.value(value)))
    }

    /// Days on which participants were present, as far as they are recorded day by day.
    static let attendance: [Measure] = [
        Measure(
            "attendance-days", heading: .init(en: "Attendance-days", ar: "أيام الحضور"),
            definition: .init(
                en: "Days on which participants of training sessions were present, whatever the status of the "
                    + "participation; from attendance.csv.",
                ar: "الأيام التي حضرها المشاركون في دورات التدريب أياً كانت حالة المشاركة، من جدول attendance.csv."),
            .sum([.participations(.training, of: .number(.value(.daysPresent)))]),
            unknown: .whereOnlyCounted(unless: .participations(.training))),
        Measure(
            "attendance-rate", heading: .init(en: "Attendance rate", ar: "نسبة الحضور"),
            definition: .init(
                en: "Attendance-days over the days of which attendance.csv says whether the participant was present.",
                ar: "أيام الحضور مقسومة على الأيام التي يذكر attendance.csv حضور المشارك فيها أو غيابه."),
            format: .share, .ratio(.sum([days(.daysPresent)]), over: .sum([days(.daysRecorded)]))),
    ]
}
