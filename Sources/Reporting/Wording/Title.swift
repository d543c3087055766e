/// Titles of tables and charts, and why a table is left out.
package enum Title: CatalogueEntry {
    case keyFigures, standingOut, targets, progress, stateYear, topicState, activity, courses, trainers, institutions,
        people,
        outcomes, delivery, funnel, validity, cost, costProgramme, afterTheCourse, requirements, personsShort,
        published,
        quality, qualityUnknown
    case state, year, topic
    case noTopics, noTrainers, noInstitutions, noScores, noPersons, noCost, noSeats, noAttendance, noValidity,
        noEvaluations, noFollowUps, noProperties, noPublished, noTargets, emptyTargets, noRequirements,
        requirementsOfAll,
        noRequirementsOfPeriod, filteredByTrainee, notOfTrainees, evaluationsOfNobody
    case allRecords

    package var wording: (en: String, ar: String) {
        switch self {
        case .keyFigures: ("Key figures", "الأرقام الرئيسية")
        case .standingOut: ("What stands out", "أبرز ما في الأرقام")
        case .targets: ("Targets", "المستهدفات")
        case .progress: ("Progress towards targets", "التقدم نحو المستهدفات")
        case .stateYear: ("By state and year", "حسب الدولة والسنة")
        case .topicState: ("By topic and state", "حسب المجال والدولة")
        case .activity: ("Activity by year and kind", "الأنشطة حسب السنة والنوع")
        case .courses: ("Courses", "الدورات")
        case .trainers: ("Trainers by affiliation and nationality", "المدربون حسب التبعية والجنسية")
        case .institutions: ("Institutions", "الجهات")
        case .people: ("People", "الأشخاص")
        case .outcomes: ("Outcomes by topic", "النتائج حسب المجال")
        case .delivery: ("Delivery by year", "التنفيذ حسب السنة")
        case .funnel: ("From enrolment to completion", "من التسجيل إلى الإتمام")
        case .validity: ("Validity of certificates by course", "صلاحية الشهادات حسب الدورة")
        case .cost: ("Participant cost by programme and state", "تكلفة المشاركين حسب البرنامج والدولة")
        case .costProgramme: ("Cost by programme", "التكلفة حسب البرنامج")
        case .requirements: ("Required training", "التدريب المطلوب")
        case .personsShort: ("Persons who still need training", "من لا يزالون بحاجة إلى تدريب")
        case .afterTheCourse: ("After the course", "ما بعد الدورة")
        case .published: ("Published figures", "الأرقام المنشورة")
        case .quality: ("Records read", "السجلات المقروءة")
        case .qualityUnknown: ("What is not known", "ما هو غير معروف")
        case .state: ("By state", "حسب الدولة")
        case .year: ("By year", "حسب السنة")
        case .topic: ("By topic", "حسب المجال")
        case .noTopics: ("no course states its topic", "لا تذكر أي دورة مجالها")
        case .noTrainers: ("there is no trainers.csv", "لا يوجد ملف trainers.csv")
        case .noInstitutions: ("no record states an institution", "لا يذكر أي سجل جهة")
        case .noScores: ("no record states a score or a rating", "لا يذكر أي سجل درجة أو تقييماً")
        case .noPersons: ("there is no participations.csv", "لا يوجد ملف participations.csv")
        case .noCost: ("no record states a cost", "لا يذكر أي سجل تكلفة")
        case .noSeats: ("no session states how many seats it has", "لا يذكر أي انعقاد عدد مقاعده")
        case .noAttendance: ("there is no attendance.csv", "لا يوجد ملف attendance.csv")
        case .noValidity:
            (
                "no course states how long its completion is valid (valid_months)",
                "لا تذكر أي دورة مدة صلاحية إتمامها (valid_months)"
            )
        case .noEvaluations: ("there is no evaluations.csv", "لا يوجد ملف evaluations.csv")
        case .noFollowUps: ("there is no followups.csv", "لا يوجد ملف followups.csv")
        case .noProperties: ("no record states sex, sector or age", "لا يذكر أي سجل الجنس أو القطاع أو العمر")
        case .noPublished: ("there is no published.csv", "لا يوجد ملف published.csv")
        case .noTargets: ("there is no targets.csv", "لا يوجد ملف targets.csv")
        case .emptyTargets: ("targets.csv has no target", "لا مستهدف في targets.csv")
        case .noRequirements: ("there is no requirements.csv", "لا يوجد ملف requirements.csv")
        case .requirementsOfAll:
            (
                "the filters are about some of the records, and requirements are held against all",
                "عوامل التصفية تخص بعض السجلات، والاحتياجات تُقارن بها كلها"
            )
        case .noRequirementsOfPeriod:
            ("no requirement is of a period within that of the report", "لا احتياج فترته ضمن فترة التقرير")
        case .filteredByTrainee:
            (
                "the filters are about trainees, and trainers cannot be counted by them",
                "عوامل التصفية تخص المتدربين، ولا يمكن إحصاء المدربين بحسبها"
            )
        case .notOfTrainees:
            (
                "the filters are about trainees, and its figures are about whole sessions",
                "عوامل التصفية تخص المتدربين، وأرقامه تخص الانعقادات كاملة"
            )
        case .evaluationsOfNobody:
            (
                "the filters are about trainees, and evaluations do not say whose they are",
                "عوامل التصفية تخص المتدربين، والتقييمات لا تذكر أصحابها"
            )
        case .allRecords: ("All records of the dataset", "كل سجلات مجموعة البيانات")
        }
    }
}
