// Writes the CSV files of the sample dataset `Samples/regional-centre`. Every record is synthetic.
//
//     swiftc -O -swift-version 6 Scripts/regional-centre.swift -o /tmp/regional-centre
//     /tmp/regional-centre Samples/regional-centre
//
// The output depends on the seed alone: whole-number arithmetic, no clock, no system randomness. Longer than 400 lines
// because it is one file to run and 150 of its lines are the tables of courses, agencies and names in two languages.

import Foundation

/// The published figures that the records must give.
enum Published {
    static let trainees = 889
    static let trainers = 214
    static let source = "press report on the fifteenth anniversary of the Istanbul Cooperation Initiative, 2019"
}

// MARK: - Chance, dates and decimals

struct SplitMix64 {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(bound, 1))) }
    mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }
    mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }

    /// A whole number from `low` to `high`, the middle ones most often.
    mutating func bell(_ low: Int, _ high: Int) -> Int {
        let width = high - low + 1
        return low + (below(width) + below(width) + below(width)) / 3
    }

    /// An index, as often as its weight says; nothing where all weights are zero.
    mutating func weighted(_ weights: [Int]) -> Int? {
        var rest = below(weights.reduce(0, +))
        for (index, weight) in weights.enumerated() {
            if rest < weight { return index }
            rest -= weight
        }
        return nil
    }

    mutating func shuffle<T>(_ values: inout [T]) {
        for index in values.indices.reversed() { values.swapAt(index, below(index + 1)) }
    }
}

/// Days since 1970-01-01 in the Gregorian calendar.
func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * y + y / 4 - y / 100 + y / 400 + dayOfYear - 719_468
}

func year(of days: Int) -> Int { (1970...2100).first { days < day($0 + 1, 1, 1) } ?? 1970 }

func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
}

func iso(_ days: Int) -> String {
    let y = year(of: days)
    let month = (1...12).last { day(y, $0, 1) <= days } ?? 1
    return "\(y)-\(padded(month, 2))-\(padded(days - day(y, month, 1) + 1, 2))"
}

func tenths(_ value: Int) -> String { value % 10 == 0 ? "\(value / 10)" : "\(value / 10).\(value % 10)" }
func dinars(_ fils: Int) -> String { "\(fils / 1000).\(padded(fils % 1000, 3))" }

// MARK: - What is fixed: states, courses, agencies, places

/// The rows of a table written as text, with `|` between the fields.
func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
        line.split(separator: "|", omittingEmptySubsequences: false)
            .map { $0.trimmingCharacters(in: .whitespaces) }
    }
}

enum Fixed {
    /// Code, names, membership, population, and weight among the trainees.
    static let states = rows(
        """
        KWT | Kuwait | الكويت | member | 4400000 | 455
        QAT | Qatar | قطر | member | 2800000 | 145
        BHR | Bahrain | البحرين | member | 1500000 | 135
        ARE | United Arab Emirates | الإمارات العربية المتحدة | member | 9500000 | 150
        SAU | Saudi Arabia | السعودية | invited | 34200000 | 55
        OMN | Oman | عُمان | invited | 4600000 | 50
        """)

    /// The subject that a course's identifier starts with, its topic and its programme.
    static let subjects = rows(
        """
        MS | maritime-security | Maritime Programme
        EN | energy-security | Energy Programme
        CY | cyber-security | Cyber Programme
        CB | cbrn-defence | CBRN and Non-Proliferation Programme
        NP | arms-non-proliferation | CBRN and Non-Proliferation Programme
        ED | military-education | Education Programme
        CR | crisis-management | Crisis and Disaster Programme
        DI | disaster-management | Crisis and Disaster Programme
        DG | | Dialogue Programme
        """)

    /// Identifier, titles, kind, level, days, and the test as highest score/pass mark.
    static let courses = rows(
        """
        MS-101 | Maritime Security Foundations | أساسيات الأمن البحري | course | basic | 5 | 100/60
        MS-201 | Port Facility Security | أمن الموانئ ومرافقها | course | intermediate | 5 | 100/60
        MS-202 | Boarding and Search Procedures | إجراءات الصعود إلى السفن وتفتيشها | workshop | intermediate | 3 |
        MS-301 | Maritime Domain Awareness | الوعي بالمجال البحري | course | advanced | 10 | 100/
        MS-901 | Consultation on Port Security Plans | استشارة بشأن خطط أمن الموانئ | consultation | | 2 |
        EN-101 | Protection of Energy Infrastructure | حماية البنية التحتية للطاقة | course | basic | 5 | /60
        EN-102 | Energy Security Seminar | ندوة أمن الطاقة | seminar | basic | 2 |
        EN-201 | Security of Oil and Gas Installations | أمن منشآت النفط والغاز | course | intermediate | 5 | 100/60
        EN-202 | Energy Supply Risk Assessment | تقييم مخاطر إمدادات الطاقة | workshop | intermediate | 3 | 20/12
        CY-101 | Cyber Security Awareness | التوعية بالأمن السيبراني | course | basic | 3 | 50/30
        CY-201 | Network Defence | الدفاع عن الشبكات | course | intermediate | 5 | 100/65
        CY-202 | Cyber Incident Response | الاستجابة للحوادث السيبرانية | workshop | intermediate | 3 | 50/30
        CY-301 | Digital Forensics | التحقيق الجنائي الرقمي | course | advanced | 10 | 100/70
        CY-302 | Cyber Defence Exercise | تمرين الدفاع السيبراني | exercise | advanced | 3 |
        CY-901 | Consultation on a Computer Emergency Team | استشارة بشأن فريق طوارئ الحاسوب | consultation | | 3 |
        CB-101 | CBRN Defence Foundations | أساسيات الدفاع الكيميائي والبيولوجي والإشعاعي والنووي | course | basic | 5 | 100/60
        CB-201 | Detection and Decontamination | الكشف وإزالة التلوث | course | intermediate | 5 | 100/60
        CB-202 | Radiological Emergency Response | الاستجابة للطوارئ الإشعاعية | workshop | intermediate | 3 | 20/12
        CB-301 | CBRN Field Exercise | التمرين الميداني للدفاع الكيميائي والإشعاعي | exercise | advanced | 4 |
        CB-901 | Consultation on Detection Equipment | استشارة بشأن أجهزة الكشف | consultation | | 2 |
        NP-101 | Arms Control and Non-Proliferation | الحد من التسلح ومنع الانتشار | course | basic | 5 | 100/60
        NP-201 | Control of Small Arms and Light Weapons | مراقبة الأسلحة الصغيرة والخفيفة | course | intermediate | 5 | /60
        NP-202 | Strategic Export Control Seminar | ندوة الرقابة على الصادرات الاستراتيجية | seminar | intermediate | 2 |
        ED-101 | Instructor Training | إعداد المدربين | course | basic | 10 | 100/
        ED-201 | Curriculum Design for Military Education | تصميم مناهج التعليم العسكري | course | intermediate | 5 | 100/60
        ED-202 | Evaluation of Training | تقييم التدريب | workshop | intermediate | 3 | 20/12
        ED-301 | Leadership in Military Education | القيادة في التعليم العسكري | seminar | advanced | 2 |
        ED-901 | Consultation on Training Records | استشارة بشأن سجلات التدريب | consultation | | 2 |
        CR-101 | Crisis Management Foundations | أساسيات إدارة الأزمات | course | basic | 5 | 100/60
        CR-201 | Communication in Crises | الاتصال في أوقات الأزمات | course | intermediate | 3 | 50/30
        CR-202 | Operations Centre Procedures | إجراءات مراكز العمليات | workshop | intermediate | 3 |
        CR-301 | Strategic Decisions in Crises | صنع القرار الاستراتيجي في الأزمات | seminar | advanced | 2 |
        CR-901 | Consultation on Emergency Operations | استشارة بشأن عمليات الطوارئ | consultation | | 2 |
        DI-101 | Disaster Management Foundations | أساسيات إدارة الكوارث | course | basic | 5 | 100/60
        DI-102 | Disaster Risk Reduction Seminar | ندوة الحد من مخاطر الكوارث | seminar | basic | 2 |
        DI-201 | Civil-Military Disaster Response | التعاون المدني العسكري في الكوارث | course | intermediate | 5 | 100/60
        DI-301 | Regional Relief Planning | تخطيط أعمال الإغاثة الإقليمية | course | advanced | 5 | 100/65
        DG-901 | Expanded Meeting | الاجتماع الموسّع | dialogue | | 1 |
        DG-902 | Fifteenth Anniversary Ceremony | حفل الذكرى السنوية الخامسة عشرة | dialogue | | 1 |
        DG-903 | Panel Discussion on Regional Security | حلقة نقاشية حول الأمن الإقليمي | dialogue | | 1 |
        """
    ).map(Course.init)

    /// Name, Arabic name, sector, subjects, and the states that have such an agency here.
    static let agencies = rows(
        """
        Ministry of Interior | وزارة الداخلية | police | CR NP | KWT QAT BHR ARE SAU OMN
        Armed Forces | القوات المسلحة | military | ED CB NP | KWT QAT BHR ARE SAU OMN
        Coast Guard | خفر السواحل | police | MS | KWT QAT BHR ARE SAU OMN
        Civil Defence | الدفاع المدني | civil | DI CB CR | KWT QAT BHR ARE SAU OMN
        Energy Authority | هيئة الطاقة | civil | EN | KWT QAT ARE SAU
        National Guard | الحرس الوطني | military | CR ED | KWT BHR
        Cyber Security Centre | مركز الأمن السيبراني | civil | CY | KWT QAT ARE
        Customs Administration | إدارة الجمارك | civil | NP MS | KWT OMN
        """)
    static let secretariat = "GCC General Secretariat"

    /// Dimension, member, Arabic name; members of one dimension in the order in which they are drawn.
    static let names = rows(
        """
        venue | Main Hall | القاعة الرئيسية
        venue | Lecture Room A | قاعة المحاضرات (أ)
        venue | Lecture Room B | قاعة المحاضرات (ب)
        venue | Simulation Laboratory | مختبر المحاكاة
        venue | Field Training Area | ميدان التدريب
        venue | Online Classroom | الفصل الافتراضي
        provider | Regional Centre Faculty | هيئة التدريس في المركز الإقليمي
        provider | Partner Staff College | كلية الأركان الشريكة
        provider | Mobile Training Team | فريق التدريب المتنقل
        provider | Visiting Experts Group | مجموعة الخبراء الزائرين
        programme | Maritime Programme | البرنامج البحري
        programme | Energy Programme | برنامج الطاقة
        programme | Cyber Programme | البرنامج السيبراني
        programme | CBRN and Non-Proliferation Programme | برنامج الدفاع الكيميائي والإشعاعي ومنع الانتشار
        programme | Education Programme | برنامج التعليم العسكري
        programme | Crisis and Disaster Programme | برنامج الأزمات والكوارث
        programme | Dialogue Programme | برنامج الحوار
        programme | Consulting Programme | برنامج الاستشارات
        trainer-organisation | Regional Centre | المركز الإقليمي
        trainer-organisation | Partner Staff College | كلية الأركان الشريكة
        trainer-organisation | Partner Naval School | المدرسة البحرية الشريكة
        trainer-organisation | Partner Cyber Centre | المركز السيبراني الشريك
        trainer-organisation | Partner University | الجامعة الشريكة
        """)
    /// The states outside the Gulf that trainers come from.
    static let otherStates = rows(
        """
        BEL | Belgium | بلجيكا
        CAN | Canada | كندا
        DEU | Germany | ألمانيا
        ESP | Spain | إسبانيا
        FRA | France | فرنسا
        GBR | United Kingdom | المملكة المتحدة
        ITA | Italy | إيطاليا
        NLD | Netherlands | هولندا
        POL | Poland | بولندا
        ROU | Romania | رومانيا
        TUR | Türkiye | تركيا
        USA | United States | الولايات المتحدة
        """)
    static let nationalities = [
        "USA", "GBR", "FRA", "ITA", "DEU", "TUR", "ESP", "NLD", "BEL", "POL", "ROU", "CAN", "QAT",
    ]

    /// Sessions with a date of their own: course, first day, and the client or what is particular.
    ///
    /// One runs into the next calendar year, one into the next fiscal year.
    static let dated: [(course: String, start: Int, note: String)] = [
        ("MS-901", day(2017, 3, 12), "Coast Guard, Kuwait"), ("CB-901", day(2017, 10, 15), "Civil Defence, Kuwait"),
        ("ED-101", day(2017, 12, 24), ""), ("CB-101", day(2019, 3, 31), ""),
        ("CY-901", day(2018, 2, 18), "Cyber Security Centre, Kuwait"), ("NP-201", day(2018, 3, 4), "cancelled"),
        ("CR-901", day(2018, 4, 22), "Ministry of Interior, Kuwait"),
        ("MS-901", day(2018, 10, 21), "Coast Guard, Bahrain"), ("DG-903", day(2018, 11, 18), ""),
        ("CR-901", day(2019, 2, 17), "Ministry of Interior, United Arab Emirates"),
        ("ED-901", day(2019, 4, 14), "Armed Forces, Kuwait"),
        ("CY-901", day(2019, 9, 22), "Cyber Security Centre, Qatar"),
        ("DG-903", day(2019, 12, 15), "headcount"), ("DG-901", day(2019, 12, 15), ""),
        ("DG-902", day(2019, 12, 16), ""), ("DI-301", day(2020, 2, 9), "planned"),
    ]
    static let headcounts = [("KWT", 62), ("QAT", 14), ("BHR", 12), ("ARE", 13), ("SAU", 9), ("OMN", 8), ("", 11)]
    /// Weeks without sessions: Ramadan and the feast after it, and the summer.
    static let breaks = [
        day(2017, 5, 25)...day(2017, 6, 30), day(2017, 7, 23)...day(2017, 8, 31), day(2018, 5, 13)...day(2018, 6, 21),
        day(2018, 7, 22)...day(2018, 8, 31), day(2019, 5, 5)...day(2019, 6, 10), day(2019, 7, 21)...day(2019, 8, 31),
    ]
}

// MARK: - Records

struct Course {
    let id: String, title: String, arabic: String, kind: String, level: String, days: Int
    let highestScore: String, passScore: String, hasTest: Bool

    init(row: [String]) {
        (id, title, arabic, kind, level, days) = (row[0], row[1], row[2], row[3], row[4], Int(row[5]) ?? 1)
        let test = row[6].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        hasTest = test.count == 2
        (highestScore, passScore) = hasTest ? (test[0], test[1]) : ("", "")
    }

    var subject: String { String(id.prefix(2)) }
    var isTraining: Bool { kind != "consultation" && kind != "dialogue" }
    var topic: String { Fixed.subjects.first { $0[0] == subject }?[1] ?? "" }
    var programme: String {
        kind == "consultation" ? "Consulting Programme" : Fixed.subjects.first { $0[0] == subject }?[2] ?? ""
    }
}

struct Session {
    let course: Course, start: Int, note: String
    var id = "", venue = "", delivery = "in-person", capacity = 0
    /// Participants who attend, and those who are enrolled and do not.
    var present = 0, absent = 0

    init(_ course: Course, _ start: Int, _ note: String = "") {
        (self.course, self.start, self.note) = (course, start, note)
    }

    /// Working days are Sunday to Thursday; a session starts on one from which its days fit in the week.
    var end: Int { start + (course.days - 1) / 5 * 7 + (course.days - 1) % 5 }
    var isDelivered: Bool { note != "cancelled" && note != "planned" }
    var isTraining: Bool { course.isTraining && isDelivered }
    func overlaps(_ other: Session) -> Bool { start <= other.end && other.start <= end }
}

struct Person {
    /// Those who are trained, and those who only stay away, only register, or only join an activity that is no training.
    enum Part { case trained, absentOnly, registeredOnly, activityOnly, idle }

    var part: Part, state: String, institution: String, sector: String, subjects: String
    var sex: String, birthYear: Int?
    /// Indices of sessions enrolled in, and of those in which the person was trained.
    var sessions: [Int] = [], trained: [Int] = []
}

struct Trainer {
    var subject = "", sessions: [Int] = []
}

// MARK: - The generator

struct Generator {
    var random = SplitMix64(state: 2019)
    var people: [Person] = []
    var sessions: [Session] = []
    var trainers = Array(repeating: Trainer(), count: 221)
    var tables: [String: [[String]]] = [:]

    mutating func run() {
        writeFixedTables()
        makePeople()
        makeSessions()
        var seats = 0
        var posts = 0
        let allSeats = sessions.reduce(0) { $0 + $1.present }
        let posted = sessions.map { $0.isTraining ? 3 + random.below(4) : 1 + random.below(2) }
        let allPosts = zip(sessions, posted).reduce(0) { $0 + ($1.0.isTraining ? $1.1 : 0) }
        for index in sessions.indices {
            let session = sessions[index]
            if session.isTraining {
                seats += session.present
                posts += posted[index]
                enrolTraining(index, newcomersUntilNow: share(of: Published.trainees, seats, allSeats))
                staff(index, posted[index], newcomersUntilNow: share(of: Published.trainers, posts, allPosts))
            } else {
                enrolOthers(index)
                staff(index, posted[index], newcomersUntilNow: 0)
            }
        }
        changeInstitutions()
        writePeople()
    }

    /// How many of `total` have come once `part` of `whole` places are filled: many at first, fewer later, all in the end.
    func share(of total: Int, _ part: Int, _ whole: Int) -> Int {
        total * (3 * part * whole - part * part) / (2 * whole * whole)
    }
}

// MARK: - Sessions

extension Generator {
    mutating func makeSessions() {
        let held = Fixed.courses.filter { $0.isTraining && $0.id != "DI-301" }
        let weights = held.map { $0.level == "basic" ? 3 : $0.level == "intermediate" ? 2 : 1 }
        let sessionsPerYear = [(2017, 23), (2018, 27), (2019, 30)]
        let again = sessionsPerYear.reduce(-held.count) { $0 + $1.1 }
        var queue = held + (0..<again).map { _ in held[random.weighted(weights) ?? 0] }
        random.shuffle(&queue)
        for (year, count) in sessionsPerYear {
            let sundays = (day(year, 1, 8)..<day(year, 12, year == 2019 ? 15 : 30)).filter { date in
                date % 7 == 3 && !Fixed.breaks.contains { $0.contains(date) }
            }
            for number in 0..<count {
                let course = queue.removeLast()
                let sunday = sundays[(number * sundays.count + random.below(sundays.count)) / count]
                sessions.append(Session(course, sunday + (course.days < 5 ? random.below(6 - course.days) : 0)))
            }
        }
        sessions += Fixed.dated.flatMap { dated in
            Fixed.courses.filter { $0.id == dated.course }.map { Session($0, dated.start, dated.note) }
        }
        sessions.sort { ($0.start, $0.course.id) < ($1.start, $1.course.id) }
        var numbers: [Int: Int] = [:]
        for index in sessions.indices {
            let year = year(of: sessions[index].start)
            numbers[year, default: 0] += 1
            sessions[index].id = "S\(year)-\(padded(numbers[year, default: 0], 2))"
            place(index, year)
        }
    }

    mutating func place(_ index: Int, _ year: Int) {
        let venues = Fixed.names.filter { $0[0] == "venue" }.map { $0[1] }
        var session = sessions[index]
        let course = session.course
        let room = course.kind == "exercise" ? 4 : course.subject == "CY" ? 3 : course.isTraining ? random.below(3) : 0
        session.venue = venues[room]
        session.capacity = course.isTraining ? [28, 24, 26, 20, 28][room] : course.subject == "DG" ? 150 : 0
        if year == 2019 && course.isTraining && course.kind != "exercise" {
            session.delivery = random.chance(170) ? "online" : random.chance(200) ? "hybrid" : "in-person"
            if session.delivery == "online" { (session.venue, session.capacity) = (venues[5], 28) }
        }
        if session.isTraining {
            let enrolled = session.capacity - random.below(6)
            session.absent = (0..<enrolled).filter { _ in random.chance(62) }.count
            session.present = enrolled - session.absent
        }
        sessions[index] = session
        let providers = Fixed.names.filter { $0[0] == "provider" }.map { $0[1] }
        let cost = course.days * (165_000 + random.below(900) * 250) + session.present * 6500
        tables["sessions", default: []].append([
            session.id, course.id, iso(session.start), iso(session.end), "KWT", session.venue,
            random.chance(40) ? "" : course.subject == "DG" ? providers[0] : random.pick(providers),
            random.chance(30) ? "" : course.programme,
            session.isDelivered && !random.chance(50) ? dinars(cost) : "",
            random.chance(course.isTraining ? 380 : 700) ? "ar" : "en", session.delivery,
            session.capacity == 0 || random.chance(50) ? "" : "\(session.capacity)",
            session.isDelivered ? "held" : session.note,
        ])
    }
}

// MARK: - Trainees and their participations

extension Generator {
    mutating func makePeople() {
        let parts: [(Person.Part, Int)] = [
            (.trained, Published.trainees), (.absentOnly, 20), (.registeredOnly, 10), (.activityOnly, 28), (.idle, 3),
        ]
        var all = parts.flatMap { Array(repeating: $0, count: $1) }
        random.shuffle(&all)
        for part in all {
            let state = Fixed.states[random.weighted(Fixed.states.map { Int($0[5]) ?? 0 }) ?? 0]
            let agency = random.pick(Fixed.agencies.filter { $0[4].contains(state[0]) })
            let atSecretariat = random.chance(22)
            people.append(
                Person(
                    part: part, state: random.chance(atSecretariat ? 350 : 6) ? "" : state[0],
                    institution: atSecretariat
                        ? Fixed.secretariat : random.chance(12) ? "" : "\(agency[0]), \(state[1])",
                    sector: random.chance(18) ? "" : atSecretariat ? "other" : agency[2],
                    subjects: atSecretariat ? "CR DI" : agency[3],
                    sex: random.chance(15) ? "" : random.chance(agency[2] == "civil" ? 340 : 150) ? "F" : "M",
                    birthYear: random.chance(35) ? nil : random.bell(1960, 1997)))
        }
    }

    /// The people who meet the condition and are not enrolled in another session at the time.
    func free(for index: Int, where condition: (Person) -> Bool) -> [Int] {
        people.indices.filter { person in
            condition(people[person]) && !people[person].sessions.contains { sessions[$0].overlaps(sessions[index]) }
        }
    }

    /// At most `count` of the candidates, those whose agency works in the course's subject most often.
    mutating func draw(_ count: Int, of candidates: [Int], for course: Course) -> [Int] {
        var weights = candidates.map { people[$0].subjects.contains(course.subject) ? 5 : 1 }
        var drawn: [Int] = []
        while drawn.count < count, let next = random.weighted(weights) {
            weights[next] = 0
            drawn.append(candidates[next])
        }
        return drawn.sorted()
    }

    mutating func enrolTraining(_ index: Int, newcomersUntilNow: Int) {
        let session = sessions[index]
        let newcomers = free(for: index) { $0.part == .trained && $0.trained.isEmpty }
        let returning = free(for: index) { person in
            1...6 ~= person.trained.count && !person.trained.contains { sessions[$0].course.id == session.course.id }
        }
        let trained = people.filter { !$0.trained.isEmpty }.count
        let new = min(session.present, max(newcomersUntilNow - trained, session.present - returning.count))
        let first = draw(new, of: newcomers, for: session.course)
        for person in first + draw(session.present - first.count, of: returning, for: session.course) {
            enrol(person, index, session.course.hasTest && random.chance(920) ? "completed" : "attended")
        }
        for _ in 0..<session.absent {
            let outsiders = free(for: index) { $0.part == .absentOnly && $0.sessions.isEmpty }
            let others = free(for: index) { $0.part == .trained }
            let pool = !outsiders.isEmpty && random.chance(300) ? outsiders : others
            for person in draw(1, of: pool, for: session.course) {
                enrol(person, index, random.chance(520) ? "no-show" : random.chance(800) ? "withdrawn" : "registered")
            }
        }
    }

    /// Enrols in consultations, dialogues, and sessions that are planned or cancelled.
    mutating func enrolOthers(_ index: Int) {
        let session = sessions[index]
        if session.note == "headcount" {
            tables["headcounts"] = Fixed.headcounts.map { state, participants in
                [session.id, state, "\(participants)", state == "KWT" ? "186.000" : ""]
            }
        } else if session.course.kind == "consultation" {
            let client = free(for: index) {
                $0.institution == session.note && ($0.part == .trained || $0.part == .activityOnly)
            }
            for person in draw(6 + random.below(5), of: client, for: session.course) {
                enrol(person, index, "attended")
            }
        } else {
            let part: Person.Part = session.isDelivered ? .activityOnly : .registeredOnly
            let size = ["DG-901": 46, "DG-902": 58, "DG-903": 28][session.course.id] ?? 16
            let own = free(for: index) { $0.part == part && $0.sessions.isEmpty }
            let others = free(for: index) { $0.part == .trained }
            let first = draw(session.note == "cancelled" ? 3 : size / 3, of: own, for: session.course)
            for person in first + draw(size - first.count, of: others, for: session.course) {
                enrol(person, index, !session.isDelivered ? "registered" : random.chance(30) ? "no-show" : "attended")
            }
        }
    }

    mutating func enrol(_ person: Int, _ index: Int, _ status: String) {
        let session = sessions[index]
        let course = session.course
        let isPresent = status == "completed" || status == "attended"
        people[person].sessions.append(index)
        if isPresent && course.isTraining { people[person].trained.append(index) }

        let percent: Int
        switch status {
        case "completed": percent = min(100, 90 + random.below(22))
        case "attended": percent = course.hasTest ? 60 + random.below(30) : min(100, 80 + random.below(40))
        case "withdrawn": percent = 10 + random.below(45)
        default: percent = 0
        }
        let hours = status == "registered" || random.chance(20) ? "" : tenths(course.days * 60 * percent / 100 / 5 * 5)
        let highest = Int(course.highestScore) ?? 100
        let before = random.bell(200, 850)
        let after = min(1000, before + random.bell(-40, 380))
        let hasBefore = course.hasTest && percent > 0 && !random.chance(35)
        let hasAfter = course.hasTest && (status == "completed" ? !random.chance(4) : isPresent && random.chance(250))
        let rating = isPresent && random.chance(course.isTraining ? 870 : 300) ? "\(min(5, random.bell(2, 6)))" : ""
        tables["participations", default: []].append([
            session.id, id(ofPerson: person), status, hours,
            hasBefore ? tenths(before * highest / 100 / 5 * 5) : "",
            hasAfter ? tenths(after * highest / 100 / 5 * 5) : "",
            rating, cost(of: person, in: session, isPresent: isPresent),
        ])
    }

    /// Travel and daily allowance; a journey booked for someone who stays away is seldom stated.
    mutating func cost(of person: Int, in session: Session, isPresent: Bool) -> String {
        guard session.isDelivered, random.chance(isPresent ? 930 : 120) else { return "" }
        if session.delivery == "online" { return dinars(0) }
        let days = session.course.days
        if people[person].state == "KWT" { return dinars(5000 + days * 3500) }
        let fares = ["QAT": 95_000, "BHR": 70_000, "ARE": 110_000, "SAU": 105_000, "OMN": 130_000]
        return dinars((fares[people[person].state] ?? 100_000) + days * 38_500 + random.below(40) * 250)
    }

    func id(ofPerson person: Int) -> String { "T\(padded(person + 1, 4))" }

    /// Four people move to another institution between two of their sessions; one of them comes back.
    mutating func changeInstitutions() {
        let institutions = ["Armed Forces, Kuwait", Fixed.secretariat, "Civil Defence, Kuwait", ""]
        let moves = zip(institutions, ["military", "other", "civil", ""])
        let movers = people.indices.filter { index in
            let person = people[index]
            let starts = person.trained.map { sessions[$0].start }
            return starts.count > 2 && starts[1] > starts[0] + 60 && starts[2] > starts[1] + 60 && person.state == "KWT"
                && !person.sector.isEmpty && !institutions.contains(person.institution)
        }
        for (person, move) in zip(movers, moves) {
            let home = people[person]
            let starts = home.trained.map { sessions[$0].start }
            let row = [id(ofPerson: person), iso((starts[0] + starts[1]) / 2), home.state, move.0, move.1]
            tables["affiliations", default: []].append(row)
            if move.0.hasPrefix("Civil") {
                let back = [row[0], iso((starts[1] + starts[2]) / 2), home.state, home.institution, home.sector]
                tables["affiliations", default: []].append(back)
            }
        }
    }
}

// MARK: - Trainers, and the tables that need no chance

extension Generator {
    mutating func staff(_ index: Int, _ posts: Int, newcomersUntilNow: Int) {
        let session = sessions[index]
        let course = session.course
        let engaged = trainers.indices.filter { !trainers[$0].sessions.isEmpty && $0 < Published.trainers }
        var chosen = Array(engaged.count..<max(engaged.count, min(newcomersUntilNow, engaged.count + posts)))
        if course.kind == "consultation" { chosen.append(Published.trainers + index % 6) }
        for newcomer in chosen where trainers[newcomer].subject.isEmpty { trainers[newcomer].subject = course.subject }
        var weights = engaged.map { trainer in
            trainers[trainer].sessions.contains { sessions[$0].overlaps(session) }
                ? 0 : trainers[trainer].subject == course.subject ? 20 : 1
        }
        while chosen.count < posts, let next = random.weighted(weights) {
            weights[next] = 0
            chosen.append(engaged[next])
        }
        random.shuffle(&chosen)
        for (place, trainer) in chosen.enumerated() {
            trainers[trainer].sessions.append(index)
            let role =
                course.subject == "DG" || course.kind == "seminar" ? "speaker" : place == 0 ? "lead" : "assistant"
            let hours = course.days * 60 / chosen.count / 5 * 5
            let row = [session.id, id(ofTrainer: trainer), role, random.chance(30) ? "" : tenths(hours)]
            tables["assignments", default: []].append(row)
        }
    }

    func id(ofTrainer trainer: Int) -> String { "R\(padded(trainer + 1, 3))" }

    mutating func writePeople() {
        tables["trainees"] = people.indices.map { index in
            let person = people[index]
            return [
                id(ofPerson: index), "Trainee \(padded(index + 1, 4))", person.state, person.institution, person.sector,
                person.sex, person.birthYear.map(String.init) ?? "",
            ]
        }
        let organisations = Fixed.names.filter { $0[0] == "trainer-organisation" }.map { $0[1] }
        tables["trainers"] = trainers.indices.map { index in
            let isInternal = random.chance(280)
            let nationality = isInternal && random.chance(750) ? "KWT" : random.pick(Fixed.nationalities)
            let organisation = isInternal ? organisations[0] : random.pick(Array(organisations.dropFirst()))
            return [
                id(ofTrainer: index), "Trainer \(padded(index + 1, 3))", random.chance(15) ? "" : nationality,
                random.chance(30) ? "" : organisation, isInternal ? "internal" : "external",
            ]
        }
    }

    mutating func writeFixedTables() {
        tables["states"] = Fixed.states.map { Array($0.prefix(5)) }
        tables["courses"] = Fixed.courses.map { course in
            let hours = course.isTraining ? "\(course.days * 6)" : ""
            return [
                course.id, course.title, course.arabic, course.topic, course.kind, course.level, hours,
                course.highestScore, course.passScore, course.hasTest || !course.isTraining ? "" : "no",
            ]
        }
        let institutions = Fixed.states.flatMap { state in
            Fixed.agencies.filter { $0[4].contains(state[0]) }.map { agency in
                ["institution", "\(agency[0]), \(state[1])", "\(agency[1])، \(state[2])"]
            }
        }
        let secretariat = ["institution", Fixed.secretariat, "الأمانة العامة لمجلس التعاون لدول الخليج العربية"]
        tables["labels"] =
            (institutions + [secretariat] + Fixed.names).map { [$0[0], $0[1], $0[1], $0[2]] }
            + Fixed.otherStates.map { ["trainer-nationality", $0[0], $0[1], $0[2]] }
        let figures = [("trainees", "exactly", 889), ("trainers", "more-than", 200), ("courses", "more-than", 24)]
        tables["published"] = figures.map { indicator, qualifier, value in
            [indicator, "", "", qualifier, "\(value)", Published.source, "2019-12-16"]
        }
    }
}

// MARK: - Writing

let headings = [
    "states": "state,name_en,name_ar,membership,population",
    "courses": "course_id,title,title_ar,topic,kind,level,hours,max_score,pass_score,completion",
    "sessions": "session_id,course_id,start_date,end_date,host_state,venue,provider,programme,cost,language,delivery,"
        + "capacity,status",
    "trainers": "trainer_id,name,nationality,organisation,affiliation",
    "assignments": "session_id,trainer_id,role,hours",
    "trainees": "trainee_id,name,state,institution,sector,sex,birth_year",
    "participations": "session_id,trainee_id,status,hours,pre_score,post_score,rating,cost",
    "headcounts": "session_id,state,participants,cost",
    "affiliations": "trainee_id,from,state,institution,sector",
    "labels": "dimension,member,name_en,name_ar",
    "published": "indicator,where,period,qualifier,value,source,published_on",
]

func quoted(_ field: String) -> String {
    let needsQuotes = field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
    return needsQuotes ? "\"\(field.replacingOccurrences(of: "\"", with: "\"\""))\"" : field
}

func fail(_ message: String, code: Int32) -> Never {
    FileHandle.standardError.write(Data("regional-centre: \(message)\n".utf8))
    exit(code)
}

guard CommandLine.arguments.count == 2 else { fail("usage: regional-centre FOLDER", code: 64) }
let folder = URL(fileURLWithPath: CommandLine.arguments[1], isDirectory: true)
var generator = Generator()
generator.run()
let trained = generator.people.filter { !$0.trained.isEmpty }.count
guard trained == Published.trainees else { fail("\(trained) persons were trained, not 889", code: 70) }
do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (table, heading) in headings {
        let lines = (generator.tables[table] ?? []).map { $0.map(quoted).joined(separator: ",") }
        let text = ([heading] + lines).map { $0 + "\n" }.joined()
        try Data(text.utf8).write(to: folder.appendingPathComponent("\(table).csv"), options: .atomic)
    }
} catch {
    fail("cannot write to \(folder.path): \(error)", code: 73)
}
