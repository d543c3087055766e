import Support
import TrainingStats

/// When each person was last trained in each course, taken from a reading.
package struct LastTraining: ParticipationSink, Sendable {
    /// For each session the last day, as days since 1970: the least number where it is no training, and the next one where the
    /// day is not known, so that any day that is known is later.
    private let days: [Int32]
    private let courses: [Int32]
    private let attends: [Bool]
    private let today: CivilDate
    /// The last day by person and course.
    private var last: [UInt64: Int32] = [:]

    private static let noTraining = Int32.min
    private static let dayNotKnown = Int32.min + 1

    /// Nobody seen yet.
    package init(of dataset: Dataset, asOf today: CivilDate) {
        self.today = today
        days = dataset.sessions.map { session in
            let counts = session.isDelivered(by: today) && dataset.isTraining(session)
            return counts ? session.end?.day ?? Self.dayNotKnown : Self.noTraining
        }
        courses = dataset.sessions.map { Int32($0.course) }
        attends = dataset.settings.attendingStatuses
    }

    package func emptyCopy() -> LastTraining {
        var copy = self
        copy.last = [:]
        return copy
    }

    package mutating func add(_ block: borrowing ParticipationBlock) {
        for row in 0..<block.count where attends[Int(block.statuses[row])] {
            let session = Int(block.sessions[row])
            guard days[session] > Self.noTraining else { continue }
            let key =
                UInt64(truncatingIfNeeded: Int(block.trainees[row])) << 32
                | UInt64(truncatingIfNeeded: Int(courses[session]))
            last[key] = max(last[key] ?? .min, days[session])
        }
    }

    package mutating func merge(_ other: consuming LastTraining) {
        last.merge(other.last) { max($0, $1) }
    }

    /// How long ago the last training of the persons of a question was.
    ///
    /// - Throws: ``RequestError`` for unknown names and members.
    package func summary(
        _ question: ValidityQuestion, of dataset: Dataset, persons: [Int], in catalogue: Catalogue
    ) throws(RequestError) -> Summary {
        let scope = try ValidityScope(
            question, of: dataset, asOf: today, isPerson: dataset.isPerson(persons),
            isWanted: dataset.courses.indices.map { dataset.isTraining(course: $0) }, in: catalogue)
        let groups = try PersonGroups(scope, marks: 0)
        // The last day of each person in each group is the latest of the group's courses.
        var ofGroups = [[UInt64: Int32]](repeating: [:], count: groups.counts.count)
        var ofAll: [UInt64: Int32] = [:]
        for (key, day) in last {
            let (person, course) = (key >> 32, Int(key & 0xFFFF_FFFF))
            guard let group = groups.group(of: Int(person), in: course) else { continue }
            ofGroups[group][person] = max(ofGroups[group][person] ?? .min, day)
            ofAll[person] = max(ofAll[person] ?? .min, day)
        }
        return groups.summary(of: Measure.sinceTraining, totals: question.totals, in: dataset) { persons, _, group in
            values(of: (group.map { ofGroups[$0] } ?? ofAll).values, among: persons)
        }
    }

    /// How many persons there are, how many of them in each band, on a day not known and never, and the median of days.
    private func values(of last: some Collection<Int32>, among persons: Int) -> [Value] {
        let days = last.filter { $0 > Self.dayNotKnown }.map { CivilDate(day: $0) }
        var counts = [Int](repeating: 0, count: Measure.yearsSinceTraining.count + 1)
        for day in days {
            counts[Measure.yearsSinceTraining.count { day.advanced(byMonths: 12 * $0) <= today }] += 1
        }
        let elapsed = days.map { Int(today.day) - Int($0.day) }.sorted()
        let middle = elapsed.count / 2
        let median: Double? =
            elapsed.isEmpty
            ? nil
            : elapsed.count % 2 == 1
                ? Double(elapsed[middle]) : Double(elapsed[middle - 1] + elapsed[middle]) / 2
        return [.count(persons)] + counts.map { .count($0) }
            + [
                .count(last.count - days.count), .count(persons - last.count),
                // Of who was trained on a day that nobody knows, the time is not known; it is of nobody where nobody was.
                last.isEmpty ? .notApplicable : median.map { .real($0) } ?? .unknown,
            ]
    }
}

extension Measure {
    /// Where the bands of the time since the last training begin, in years, but for the first one.
    static let yearsSinceTraining = [1, 2, 3]

    /// How many persons were trained on days that are not known alone.
    package static let trainedOnUnknownDay = "trained-day-unknown"

    /// The columns of the table of last trainings; their aggregate says of what records they are.
    static let sinceTraining: [Measure] =
        [.knownPersons] + [
            band("trained-under-1-year", .init(en: "Under 1 year", ar: "أقل من سنة")),
            band("trained-1-2-years", .init(en: "1 to 2 years", ar: "من سنة إلى سنتين")),
            band("trained-2-3-years", .init(en: "2 to 3 years", ar: "من سنتين إلى 3 سنوات")),
            band("trained-3-years-over", .init(en: "3 years and over", ar: "3 سنوات فأكثر")),
            Measure(
                trainedOnUnknownDay, heading: .init(en: "Day not known", ar: "يوم غير معروف"),
                definition: .init(
                    en: "Persons who were trained, and only in sessions of which the last day is not known.",
                    ar: "الأشخاص الذين تدربوا، وكل تدريبهم في انعقادات لا يُعرف آخر يوم فيها."),
                .distinct(.trainee, [.trained()])),
            Measure(
                "persons-untrained", heading: .init(en: "Never trained", ar: "بلا تدريب"),
                definition: .init(
                    en: "Persons in trainees.csv without a trained participation.",
                    ar: "الأشخاص المذكورون في trainees.csv الذين لا مشاركة تدريبية لهم."),
                .distinct(.trainee, [.trained()])),
            Measure(
                "days-since-training-median", heading: .init(en: "Median days", ar: "وسيط الأيام"),
                definition: .init(
                    en:
                        "Median, over the persons who were trained on a day that is known, of the days from the last training to the "
                        + "reporting day.",
                    ar: "وسيط عدد الأيام من آخر تدريب إلى يوم التقرير لمن تدربوا في يوم معروف."),
                format: .number(places: 1), .distinct(.trainee, [.trained()])),
        ]

    private static func band(_ id: String, _ heading: BilingualText) -> Measure {
        Measure(
            id, heading: heading,
            definition: .init(
                en:
                    "Persons whose last training, by the last day of the session, was so long before the reporting day; a band "
                    + "begins with the day on which the years are full.",
                ar:
                    "الأشخاص الذين مضت هذه المدة على آخر تدريب لهم، بآخر يوم في الانعقاد، حتى يوم التقرير؛ وتبدأ الفئة باليوم الذي "
                    + "تكتمل فيه السنوات."),
            .distinct(.trainee, [.trained()]))
    }
}
