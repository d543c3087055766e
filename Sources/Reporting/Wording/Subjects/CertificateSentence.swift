/// What tables of certificates, and of the time since the last training, are of.
package enum CertificateSentence: CatalogueEntry {
    /// The reporting day, under the title.
    case asOfDay
    /// Whom the figures count, and where.
    case personsAsOfDay, dueAreCurrent, severalCourses, onceInTotal
    /// What a list comes to.
    case certificatesListed
    /// What the time since the last training is.
    case lastTrainingOfPersons, leftOutOfMedian

    package var wording: (en: String, ar: String) {
        switch self {
        case .asOfDay: ("as of {day}", "في {day}")
        case .personsAsOfDay:
            (
                "Of the persons in trainees.csv, by the state, institution and sector that they have on the reporting day.",
                "من الأشخاص المذكورين في trainees.csv، بحسب دولتهم وجهتهم وقطاعهم في يوم التقرير."
            )
        case .dueAreCurrent:
            (
                "Current: those whose certificate is due are among them; --list current,due lists them all.",
                "السارية: منها ما حان تجديده؛ ويسردها كلها --list current,due."
            )
        case .severalCourses:
            (
                "Where a figure is of several courses, a person can be current in one and lapsed in another; never is said of "
                    + "those who had no certificate in any of them.",
                "حيث يشمل الرقم عدة دورات قد تكون للشخص شهادة سارية في دورة ومنتهية في أخرى؛ ومن بلا شهادة هو من لم تكن له شهادة "
                    + "في أي منها."
            )
        case .onceInTotal:
            (
                "A person counts in the row of each course, and once in the total.",
                "يُحتسب الشخص في صف كل دورة، ومرة واحدة في المجموع."
            )
        case .leftOutOfMedian:
            (
                "Median days: without {persons} of whose training no day is known.",
                "وسيط الأيام: من دون {persons} لا يُعرف يوم أي من تدريباتهم."
            )
        case .certificatesListed: ("Persons: {persons}. Rows: {rows}.", "عدد الأشخاص: {persons}. عدد الصفوف: {rows}.")
        case .lastTrainingOfPersons:
            (
                "Time from the last day of the last training session that the person attended to the reporting day; persons all "
                    + "of whose training was on days that are not known stand by themselves.",
                "المدة من آخر يوم في آخر انعقاد تدريبي حضره الشخص إلى يوم التقرير؛ ومن لا يُعرف يوم أي من "
                    + "تدريباته يُذكر على حدة."
            )
        }
    }
}
