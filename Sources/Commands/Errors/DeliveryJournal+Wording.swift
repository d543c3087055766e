import Releases
import Reporting
import Support

extension DeliveryJournal.Entry {
    /// That it has not arrived, or may not have, why, and what to do, in both languages; `report` is the name of its report.
    func undeliveredText(of report: String) -> BilingualText {
        let sentence: DeliverySentence =
            switch state {
            case .planned, .begun, .delivered, .notNeeded, .acknowledged: .planned
            case .failed: .failed
            case .refused: .refused
            case .sent, .uncertain: .uncertain
            }
        func text(_ language: Language) -> String {
            let why = reason?.text ?? BilingualText(en: "the run was ended", ar: "انتهى التشغيل")
            return language(
                sentence,
                [
                    "release": release, "delivery": delivery, "reason": why(language),
                    "which": "\(report)/\(delivery)/\(release)",
                ])
        }
        return BilingualText(en: text(.en), ar: text(.ar))
    }
}
