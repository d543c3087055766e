import Support
import TrainingStats

/// How far a participation went.
extension TableProposer {
    /// A value that says something of it, with what its texts mean.
    struct Said {
        /// Its name in the mapping.
        var name: String
        /// What its texts mean.
        var meanings: Set<StatusWord>
    }

    mutating func proposeStatus(_ notes: inout ProposalNotes) {
        var said: [Said] = []
        for (column, name) in [(RegisterColumn.attendance, "attended"), (.status, "status")] {
            guard let found = columns[column] else { continue }
            if column == .status, isConstantInSessions(found), Set(texts(found)).count > 1 {
                notes.doubt(
                    "'\(found.heading)' is the same in all rows of a session: is it of each person, as proposed, or of the session (sessions.status)?",
                    "«\(found.heading)» واحد في صفوف الانعقاد كلها: أهو لكل شخص كما اقتُرح، أم للانعقاد (sessions.status)؟",
                    at: "\(path).values.\(name)")
            }
            said.append(proposeWords(texts(found), of: field(found), named: name, yes: .attended, no: .noShow, &notes))
        }
        for (column, name) in [(RegisterColumn.completionStatus, "completion"), (.result, "result")] {
            guard let found = columns[column] else { continue }
            said.append(
                proposeWords(texts(found), of: field(found), named: name, yes: .completed, no: .attended, &notes))
        }
        let part = part { $0.isMostly($0.statuses + $0.allNumbers) && !$0.isMostly($0.allDates) }
        if case .groups? = table.across, let part { said.append(proposeResults(part, &notes)) }
        saysCompletionInWords = said.contains { $0.meanings.contains(.participation(.completed)) }
        var cases: [Field.Case] = []
        func add(_ word: StatusWord, _ status: ParticipationStatus) {
            for value in said where value.meanings.contains(word) {
                cases.append(
                    .init(
                        when: Condition([.init(value.name, .isOneOf([Self.code(of: word)]))]),
                        then: Field(.text(status.rawValue))))
            }
        }
        var isDays = false
        if case .days(let days)? = table.across {
            isDays = true
            if days.marks.contains(where: { $0.name == DayMark.withdrew.rawValue }) {
                cases.append(
                    .init(
                        when: Condition([.init("marks.withdrew", .isBetween(atLeast: "1", below: nil))]),
                        then: Field(.text("withdrawn"))))
            }
        }
        if case .groups? = table.across, part != nil {
            cases.append(
                .init(
                    when: Condition([.init("participations.post_score", .isBetween(atLeast: "60", below: nil))]),
                    then: Field(.text("completed"))))
            cases.append(
                .init(when: Condition([.init("participations.post_score", .isFilled)]), then: Field(.text("attended"))))
            notes.doubt(
                "a result of 60 and more is taken for completed, one below it for attended",
                "النتيجة 60 فأكثر عُدّت إتمامًا، ودونها حضورًا", at: place("participations.status"))
        }
        add(.participation(.withdrawn), .withdrawn)
        add(.participation(.noShow), .noShow)
        add(.participation(.completed), .completed)
        cases += proposeCertificates(&notes).map { .init(when: $0, then: Field(.text("completed"))) }
        add(.participation(.attended), .attended)
        add(.participation(.registered), .registered)
        add(.sessionCancelled, .registered)
        if isDays {
            cases.append(
                .init(
                    when: Condition([.init("days.present", .isBetween(atLeast: "1", below: nil))]),
                    then: Field(.text("attended"))))
            cases.append(.init(when: Condition([]), then: Field(.text("no-show"))))
        }
        proposeLeftOut(said, &notes)
        closeCases(&cases, said: said, isDays: isDays, &notes)
        fill("participations.status", Field(.cases(cases)))
    }

    /// The last case, where the others do not speak of all rows.
    private func closeCases(_ cases: inout [Field.Case], said: [Said], isDays: Bool, _ notes: inout ProposalNotes) {
        guard !isDays else { return }
        let place = place("participations.status")
        guard !said.isEmpty else {
            cases.append(.init(when: Condition([]), then: Field(.text("attended"))))
            notes.doubt(
                "nothing says who was there; all are taken for attended", "لا شيء يبيّن من حضر؛ عُدّ الجميع حاضرين",
                at: place)
            return
        }
        let silent =
            columnsOfStatus.isEmpty
            ? 0
            : shape.records.count { row in
                columnsOfStatus.allSatisfy { column in
                    row.cell(column.index).map { CellText.isNothing($0.text) } ?? true
                }
            }
        if silent > 0 {
            cases.append(.init(when: Condition([]), then: Field(.text("registered"))))
            notes.doubt(
                "\(silent) rows say nothing of attendance; they are taken for registered",
                "\(silent) من الصفوف لا تذكر الحضور؛ عُدّت مسجلة", at: place)
        } else {
            notes.add("the first case that holds counts", "يُعتد بأول حالة تنطبق", at: place)
        }
    }

    private var columnsOfStatus: [SheetShape.Column] {
        [RegisterColumn.attendance, .status, .completionStatus, .result].compactMap { columns[$0] }
    }

    /// A value whose texts are looked up in a list of its name.
    private mutating func proposeWords(
        _ texts: [String], of field: Field, named name: String, yes: ParticipationStatus, no: ParticipationStatus,
        _ notes: inout ProposalNotes
    ) -> Said {
        var members: [WordList.Member] = []
        var meanings: Set<StatusWord> = []
        for text in texts {
            var meaning = StatusWords.meaning(of: text)
            if case .groups? = table.across, Self.isNotStarted(text) { meaning = (.leftOut, true) }
            if meaning == nil, let answer = AnswerWords.answer(text) {
                meaning = (.participation(answer ? yes : no), false)
            }
            if meaning == nil, let mark = MarkWords.mark(text) {
                meaning = Self.status(of: mark).map { (.participation($0), false) }
            }
            guard let (word, isUnsure) = meaning else {
                notes.doubt(
                    "it is not known what '\(text.shortened(to: 60))' says of a participation",
                    "لا يُعرف ما تعنيه «\(text.shortened(to: 60))» للمشاركة", at: "words.\(name)")
                continue
            }
            let code = Self.code(of: word)
            meanings.insert(word)
            if isUnsure {
                Self.tell(text, takenFor: word, at: "words.\(name).\(code)", &notes)
            }
            if let position = members.firstIndex(where: { $0.name == code }) {
                if !members[position].spellings.contains(where: { WordIndex.key(of: $0) == WordIndex.key(of: text) }) {
                    members[position].spellings.append(text)
                }
            } else {
                members.append(WordList.Member(code, [text]))
            }
        }
        value(name, field)
        words.append(WordList(name, members))
        return Said(name: name, meanings: meanings)
    }

    /// Tells what a text was taken for that decides a figure and could be meant otherwise.
    private static func tell(
        _ text: String, takenFor word: StatusWord, at place: String, _ notes: inout ProposalNotes
    ) {
        let text = text.shortened(to: 60)
        if word == .leftOut {
            notes.doubt("rows with '\(text)' are left out", "تُستثنى الصفوف التي فيها «\(text)»", at: place)
        } else {
            notes.doubt(
                "'\(text)' is taken for \(code(of: word))", "«\(text)» عُدّت \(code(of: word))", at: place)
        }
    }

    /// Whether a text is of a course that somebody is only to take: in a grid of courses it is no participation.
    private static func isNotStarted(_ text: String) -> Bool {
        ["notstarted", "notyetstarted", "لميبدا"].contains(WordIndex.key(of: text))
    }

    private static func status(of mark: DayMark) -> ParticipationStatus? {
        switch mark {
        case .present, .late, .halfDay: .attended
        case .absent, .excused: .noShow
        case .withdrew: .withdrawn
        case .dayOff: nil
        }
    }

    /// Results of courses across: words in one value, numbers in another.
    private mutating func proposeResults(_ part: String, _ notes: inout ProposalNotes) -> Said {
        let texts = profiles(ofPart: part).flatMap(\.texts).map(\.text)
        var seen: Set<String> = []
        let words = texts.filter { !ColumnProfile.isScore($0) && seen.insert(WordIndex.key(of: $0)).inserted }
        var score = Field(.part(part), as: .percent)
        score.empty = words
        fill("participations.post_score", score)
        return proposeWords(words, of: Field(.part(part)), named: "outcome", yes: .completed, no: .attended, &notes)
    }

    /// What a word is called in the lists of the mapping.
    static func code(of word: StatusWord) -> String {
        switch word {
        case .participation(let status): status.rawValue
        case .leftOut: "left-out"
        case .sessionCancelled: "session-cancelled"
        }
    }
}
