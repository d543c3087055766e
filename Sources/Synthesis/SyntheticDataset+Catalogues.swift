import TrainingStats

/// The small tables, which are made whole.
extension SyntheticDataset {
    static let topics = [
        "maritime-security", "energy-security", "cyber-security", "cbrn-defence", "arms-non-proliferation",
        "military-education", "crisis-management", "disaster-management",
    ]
    static let states = ["KWT", "QAT", "BHR", "ARE", "SAU", "OMN"]
    private static let kinds = ["course", "course", "course", "seminar", "workshop", "exercise", "dialogue"]
    private static let institutions = [
        "Coast Guard", "Navy", "Civil Defence", "Energy Authority", "Police Academy", "Staff College",
        "Computer Emergency Team", "Ministry of Defence", "Customs", "Border Police",
    ]
    private static let sectors = ["military", "police", "civil", "other"]

    /// The course of a session.
    func course(of session: Int) -> Int { session % courseCount }

    /// The contact hours that a course plans.
    func plannedHours(ofCourse course: Int) -> Int { 6 + course % 8 * 6 }

    /// The first day of a session, as days after 2010-01-01: sessions follow one another over ten years.
    private func firstDay(of session: Int) -> Int { session * 3_640 / sessionCount }

    /// The days of a session beyond its first.
    private func length(of session: Int) -> Int { session % 5 }

    private static let firstDay = CivilDate("2010-01-01") ?? CivilDate(day: 0)

    private func date(_ day: Int) -> String { Self.firstDay.advanced(by: day).description }

    func addSession(_ session: Int, to text: inout RecordText) {
        guard !isHostile else { return text.add(uuid: seed &+ UInt64(session)) }
        text.add("S")
        text.add(session, width: 5)
    }

    func addTrainee(_ trainee: Int, to text: inout RecordText) {
        guard !isHostile else { return text.add(uuid: seed &+ 0x7000_0000_0000 &+ UInt64(trainee)) }
        text.add("T")
        text.add(trainee, width: 7)
    }

    private func addTrainer(_ trainer: Int, to text: inout RecordText) {
        text.add("R")
        text.add(trainer, width: 5)
    }

    func courses() -> RecordText {
        var text = RecordText()
        var chance = chance(1)
        text.add("course_id,title,title_ar,topic,kind,level,hours,max_score,pass_score,completion\n")
        for course in 0..<courseCount {
            let topic = Self.topics[course % Self.topics.count]
            let kind = chance.pick(Self.kinds)
            text.add("C\(course),\"Course \(course), \(topic)\",دورة \(course),\(topic),\(kind),")
            text.add("\(chance.pick(["basic", "intermediate", "advanced"])),\(plannedHours(ofCourse: course)),100,60,")
            // A seminar is attended, and has nothing to complete.
            text.add(kind == "seminar" ? "no\n" : "yes\n")
        }
        return text
    }

    func sessions() -> RecordText {
        var text = RecordText()
        var chance = chance(2)
        text.add(
            "session_id,course_id,start_date,end_date,host_state,venue,provider,programme,cost,language,delivery,"
                + "capacity,status\n")
        for session in 0..<sessionCount {
            let first = firstDay(of: session)
            addSession(session, to: &text)
            text.add(",C\(course(of: session)),\(date(first)),\(date(first + length(of: session))),")
            text.add(
                "\(chance.pick(Self.states)),Hall \(chance.below(9)),Regional Centre,Programme \(chance.below(12)),")
            text.add("\(chance.within(1_000...9_000)),\(chance.pick(["en", "ar"])),")
            text.add("\(chance.pick(["in-person", "online", "hybrid"])),\(size(of: session) + 60),held\n")
        }
        return text
    }

    func trainers() -> RecordText {
        var text = RecordText()
        var chance = chance(3)
        text.add("trainer_id,name,nationality,organisation,affiliation\n")
        for trainer in 0..<trainerCount {
            addTrainer(trainer, to: &text)
            text.add(",Trainer \(trainer),\(chance.pick(Self.states + ["ITA", "FRA"])),")
            text.add("\(chance.pick(Self.institutions)),\(chance.pick(["internal", "external"]))\n")
        }
        return text
    }

    func assignments() -> RecordText {
        var text = RecordText()
        var chance = chance(4)
        text.add("session_id,trainer_id,role,hours\n")
        for session in 0..<sessionCount {
            let first = chance.below(trainerCount)
            for number in 0..<min(trainerCount, 2) {
                addSession(session, to: &text)
                text.comma()
                addTrainer((first + number) % trainerCount, to: &text)
                text.add(number == 0 ? ",lead," : ",assistant,")
                text.add("\(chance.within(2...30))\n")
            }
        }
        return text
    }

    /// One line of `trainees.csv`.
    func addTraineeLine(_ trainee: Int, _ chance: inout SeededGenerator, to text: inout RecordText) {
        addTrainee(trainee, to: &text)
        text.add(",Person ")
        text.add(trainee)
        text.comma()
        let isUnknown = isHostile && chance.happens(2)
        if !isUnknown { text.add(chance.pick(Self.states)) }
        text.comma()
        let start = text.bytes.count
        let institution = isHostile && chance.happens(5) ? "Coastguard" : chance.pick(Self.institutions)
        // A label says that the one is a spelling of the other, which some record must have.
        text.add(isHostile && trainee == 0 ? "Coast Guard" : institution)
        if isHostile, chance.happens(30) { text.quote(from: start) }
        text.comma()
        text.add(chance.pick(Self.sectors))
        text.add(chance.happens(50) ? ",F," : ",M,")
        text.add(chance.within(1_955...1_995))
        text.endLine()
    }

    func headcounts() -> RecordText {
        var text = RecordText()
        var chance = chance(7)
        text.add("session_id,state,institution,sector,sex,participants,completions,cost\n")
        for session in 0..<sessionCount where chance.happens(5) {
            addSession(session, to: &text)
            let participants = chance.within(1...60)
            text.add(",\(chance.pick(Self.states)),,,,\(participants),\(chance.within(0...participants)),\n")
        }
        return text
    }

    func affiliations() -> RecordText {
        var text = RecordText()
        var chance = chance(8)
        text.add("trainee_id,from,state,institution,sector\n")
        for trainee in 0..<min(traineeCount, 10_000) where chance.happens(20) {
            addTrainee(trainee, to: &text)
            text.add(",\(date(chance.below(3_650))),\(chance.pick(Self.states)),\(chance.pick(Self.institutions)),\n")
        }
        return text
    }

    /// How many participations a session has.
    func size(of session: Int) -> Int {
        participations / sessionCount + (session < participations % sessionCount ? 1 : 0)
    }
}
