import Aggregation
import Clusters
import Pipeline
import Support

extension CommandError {
    /// The error of a request that counts at a server do not answer.
    init(_ error: UngroupedRequest) {
        let names = error.names.joined(separator: ", ")
        let start = names.isEmpty ? "" : names + ": "
        let message: BilingualText =
            switch error.reason {
            case .attendance:
                .init(
                    en: start + "what follows from attendance.csv cannot be counted at the server",
                    ar: start + "ما يُستنتج من attendance.csv لا يُعدّ في الخادم")
            case .certificates:
                .init(
                    en: start + "what has become of certificates cannot be counted at the server",
                    ar: start + "مآل الشهادات لا يُعدّ في الخادم")
            }
        self = .usage(
            message,
            hint: .init(
                en: "--hand-over takes the participations over and sums them up here",
                ar: "يأخذ --hand-over المشاركات ويجمعها هنا"))
    }

    /// The error of records that were changed between two counts.
    static let changedMeanwhile = CommandError(
        code: .inputOutput,
        message: .init(
            en: "participations were changed while they were counted, and nothing was written",
            ar: "تغيرت المشاركات وهي تُعدّ، ولم يُكتب شيء"),
        hint: .init(en: "run again when they are at rest", ar: "أعد التشغيل حين تستقر"))
}

extension ExplainedPlan {
    /// The plan as text: a line of words before each statement.
    func text(_ language: Language) -> String {
        guard !steps.isEmpty else {
            return BilingualText(
                en: "all tables are handed over and summed up here; no server is asked for sums",
                ar: "تُؤخذ الجداول كلها وتُجمع هنا؛ ولا يُسأل أي خادم عن مجاميع")(language) + "\n"
        }
        let start = BilingualText(
            en:
                "-- all tables but participations are handed over; the different texts of each column of participations "
                + "are counted and read first, and rows whose errors show there are left out of all counts",
            ar: "-- تُؤخذ الجداول كلها عدا المشاركات؛ وتُعدّ أولاً النصوص المختلفة في كل عمود من المشاركات وتُقرأ، "
                + "وتُستبعد الصفوف التي تظهر أخطاؤها هناك من كل عدّ")(language)
        let end = BilingualText(
            en: "-- further questions follow from the answers to these, and are not known yet",
            ar: "-- تتبع أسئلة أخرى الإجابات عن هذه، ولا تُعرف بعد")(language)
        return ([start] + steps.map { "-- \($0.kind.text(language))\n\($0.sql);" } + (isContinued ? [end] : []))
            .joined(separator: "\n\n") + "\n"
    }
}

extension ClusterPlan.Step.Kind {
    /// What a step is, with how long its lists are.
    fileprivate func text(_ language: Language) -> String {
        switch self {
        case .survey:
            BilingualText(en: "what the rows say", ar: "ما تقوله الصفوف")(language)
        case .persons(let count):
            BilingualText(en: "identifiers of persons: \(count)", ar: "معرّفات الأشخاص: \(count)")(language)
        case .question(.rows, let sessions, let kinds):
            BilingualText(
                en: "how many rows of each kind; sessions: \(sessions), kinds of persons: \(kinds)",
                ar: "عدد الصفوف من كل نوع؛ الانعقادات: \(sessions)، وأنواع الأشخاص: \(kinds)")(language)
        case .question(.histories, let sessions, let kinds):
            BilingualText(
                en: "how many persons have the same rows; sessions: \(sessions), kinds of persons: \(kinds)",
                ar: "عدد الأشخاص ذوي الصفوف نفسها؛ الانعقادات: \(sessions)، وأنواع الأشخاص: \(kinds)")(language)
        }
    }
}
