import Support
import TrainingStats

/// Courses.
extension TableProposer {
    mutating func proposeCourses(_ notes: inout ProposalNotes) {
        if case .groups(let groups)? = table.across {
            proposeLevels(groups, &notes)
        } else if let column = columns[.courseIdentifier],
            column.profile.filled == columns[.courseTitle]?.profile.filled ?? column.profile.filled
        {
            fill("courses.course_id", field(column))
            if let title = columns[.courseTitle] { fill("courses.title", field(title)) }
        } else if let column = columns[.courseTitle] {
            columns.drop(.courseIdentifier)
            if let arabic = columns[.courseTitleArabic] {
                proposeTitles(column, inArabic: arabic, &notes)
            } else {
                fill("courses.title", field(column))
                proposeNames(texts(column), of: "courses.title", &notes)
            }
        } else if !sectionTexts.isEmpty {
            proposeSections(&notes)
        } else if let field = around(.courseTitle) {
            fill("courses.title", field)
        } else if let section = columns[.topic] {
            fill("courses.title", field(section))
            notes.doubt(
                "no column has the course's title; the topic is taken", "لا عمود لعنوان الدورة؛ أُخذ الموضوع",
                at: place("courses.title"))
        } else {
            fill("courses.title", Field(shape.sheet.name == nil ? .fileName : .sheetName))
            notes.doubt(
                "no column has the course's title; the name of the sheet or file is taken",
                "لا عمود لعنوان الدورة؛ أُخذ اسم الورقة أو الملف", at: place("courses.title"))
        }
        if let column = columns[.courseTitleArabic] { fill("courses.title_ar", field(column)) }
        if let column = columns[.topic],
            !table.fields.contains(where: { $0.name == "courses.title" && $0.field == field(column) })
        {
            fill("courses.topic", field(column))
            proposeTopics(texts(column), &notes)
        }
        if let column = columns[.kind] { proposeKinds(column, &notes) }
        if let column = columns[.level] {
            if texts(column).allSatisfy({ CourseLevel(spelling: $0) != nil }) {
                fill("courses.level", field(column))
            } else {
                columns.drop(.level)
            }
        }
    }

    /// Names of courses in two columns: what stands in one row is one course, and either name finds it.
    private mutating func proposeTitles(
        _ column: SheetShape.Column, inArabic arabic: SheetShape.Column, _ notes: inout ProposalNotes
    ) {
        fill("courses.title", Field(.first([field(column), field(arabic)])))
        let list = "courses.title"
        proposeNames(texts(column) + texts(arabic), of: list, asksScripts: false, &notes)
        guard let position = words.firstIndex(where: { $0.name == list }) else { return }
        let rows = shapes.flatMap(\.records).map { row in
            [column, arabic].compactMap { row.cell($0.index)?.text.joinedToOneLine() }
        }
        _ = joinScripts(of: position, by: rows, atLeast: 1)
        notes.add(
            "names in two languages that stand in one row are one course", "الاسمان بلغتين في صف واحد دورة واحدة",
            at: "words.\(list)")
        tellScripts(of: list, &notes)
    }

    /// The headings above groups of columns: topics, courses, durations, and what each column of a group holds.
    private mutating func proposeLevels(_ groups: Across.Groups, _ notes: inout ProposalNotes) {
        guard let positions = shape.across?.positions else { return }
        let columns = shape.columns[positions]
        for (level, name) in groups.levels.enumerated() where name != "part" {
            let texts = columns.map { $0.levels[level] }
            switch name {
            case "course":
                fill("courses.title", Field(.level(name)))
                proposeNames(texts, of: "courses.title", &notes)
            case "topic":
                fill("courses.topic", Field(.level(name)))
                proposeTopics(texts, &notes)
            case "duration":
                fill("courses.hours", Field(.level(name), as: .duration))
                fill("participations.hours", ofTrained(Field(.value("courses.hours"), as: .number)))
                notes.doubt(
                    "a week is taken for 5 days, and a day for 6 hours (\"hoursPerDay\" under \"dataset\")",
                    "الأسبوع محسوب 5 أيام، واليوم 6 ساعات (\"hoursPerDay\" في \"dataset\")", at: place("courses.hours"))
            default: continue
            }
        }
    }

    /// A list of names, with spellings that look like one put together.
    mutating func proposeNames(
        _ texts: [String], of list: String, asksScripts: Bool = true, _ notes: inout ProposalNotes
    ) {
        let names = SimilarNames(texts.filter { !CellText.isNothing($0) })
        guard !names.members.isEmpty, names.members.count <= 200 else { return }
        words.append(WordList(list, names.members.map { WordList.Member($0.name, $0.spellings) }))
        if asksScripts { tellScripts(of: list, &notes) }
        notes.add(
            "the names of the register; one that is new is told", "أسماء السجل؛ وما جدّ منها يُذكر", at: "words.\(list)")
        for (spelling, name) in names.doubtful {
            notes.doubt(
                "'\(spelling)' is taken for another spelling of '\(name)'", "«\(spelling)» عُدّ كتابة أخرى لـ«\(name)»",
                at: "words.\(list).\(name)")
        }
        for (long, short) in names.longer {
            notes.doubt(
                "'\(long)' and '\(short)' are left as two", "«\(long)» و«\(short)» بقيا اثنين",
                at: "words.\(list).\(long)")
        }
    }

    /// Asks which names in two scripts are one, where nothing says so.
    func tellScripts(of list: String, _ notes: inout ProposalNotes) {
        let alone = words.first { $0.name == list }?.members.filter { member in
            Set(([member.name] + member.spellings).map(\.hasArabic)).count == 1
        }
        let names = alone?.map(\.name) ?? []
        guard let arabic = names.first(where: \.hasArabic),
            let latin = names.first(where: { !$0.hasArabic })
        else { return }
        notes.doubt(
            "some names are in Arabic and some are not, such as '\(arabic)' and '\(latin)': which of them are one?",
            "بعض الأسماء بالعربية وبعضها بغيرها، مثل «\(arabic)» و«\(latin)»: أيها واحد؟", at: "words.\(list)")
    }

    private mutating func proposeTopics(_ texts: [String], _ notes: inout ProposalNotes) {
        let names = SimilarNames(texts.filter { !CellText.isNothing($0) })
        var members: [WordList.Member] = []
        for member in names.members {
            let builtIn = ([member.name] + member.spellings).lazy.compactMap(Self.builtInTopic).first
            let nearly =
                builtIn ?? Topic.builtIn.first { SimilarNames.areSimilar($0.name.en, member.name) }?.code
                ?? Self.topicBeginning(with: member.name)
            let name = nearly ?? Self.code(ofTopic: member.name)
            let spellings = (name == member.name ? [] : [member.name]) + member.spellings
            if builtIn == nil, let nearly {
                notes.doubt(
                    "'\(member.name)' is taken for the topic \(nearly)", "«\(member.name)» عُدّ الموضوع \(nearly)",
                    at: "words.courses.topic.\(name)")
            } else if builtIn == nil {
                notes.add("a topic of the register's own", "موضوع خاص بالسجل", at: "words.courses.topic.\(name)")
            }
            if let position = members.firstIndex(where: { $0.name == name }) {
                members[position].spellings += spellings
            } else {
                members.append(WordList.Member(name, spellings))
            }
        }
        if !members.isEmpty { words.append(WordList("courses.topic", members)) }
    }

    /// A code for a topic of the register's own, such as counter-terrorism; a name of one word is its code.
    private static func code(ofTopic name: String) -> String {
        if name.hasArabic { return NameKey.key(of: name) }
        let words = name.split(separator: " ")
        guard words.count > 1, name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
        return words.map { $0.lowercased().filter { $0.isLetter || $0.isNumber } }.joined(separator: "-")
    }

    /// The one built-in topic whose name begins with a word: Cyber.
    private static func topicBeginning(with text: String) -> String? {
        let key = WordIndex.key(of: text)
        let found = Topic.builtIn.filter {
            WordIndex.key(of: $0.name.en.split(separator: " ").first.map(String.init) ?? "") == key
        }
        return found.count == 1 ? found.first?.code : nil
    }

    private static func builtInTopic(_ text: String) -> String? {
        let key = WordIndex.key(of: text)
        return Topic.builtIn.first {
            [$0.code, $0.name.en, $0.name.ar ?? ""].contains { WordIndex.key(of: $0) == key }
        }?.code
    }

    private mutating func proposeKinds(_ column: SheetShape.Column, _ notes: inout ProposalNotes) {
        let texts = texts(column)
        let online = texts.filter { DeliveryWords.isOnline($0) }
        let unknown = texts.filter { ActivityKind(spelling: $0) == nil }
        guard (unknown.count - online.count) * 2 <= texts.count, !texts.isEmpty else { return columns.drop(.kind) }
        fill("courses.kind", field(column))
        let rest = texts.filter { !DeliveryWords.isOnline($0) }
        if !online.isEmpty, !rest.isEmpty, columns[.delivery] == nil {
            fill("sessions.delivery", field(column))
            words.append(WordList("sessions.delivery", [.init("online", online), .init("in-person", rest)]))
            let names = Spelling.list(online, quoted: true)
            notes.doubt(
                "\(names.en) is taken for online, the others for in person",
                "\(names(.ar)) عُدّ عن بُعد، والباقي حضوريًا",
                at: "words.sessions.delivery")
        }
        guard !unknown.isEmpty else { return }
        words.append(WordList("courses.kind", [WordList.Member("course", unknown)]))
        let names = Spelling.list(unknown, quoted: true)
        notes.doubt(
            "\(names.en) is taken for a course", "\(names(.ar)) عُدّ دورة", at: "words.courses.kind.course")
    }
}
