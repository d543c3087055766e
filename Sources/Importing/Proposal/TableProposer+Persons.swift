import Support
import TrainingStats

/// Persons, and people counted.
extension TableProposer {
    mutating func proposePersons(_ notes: inout ProposalNotes) {
        proposeIdentifier(&notes)
        if let first = columns[.firstName], let last = columns[.lastName] {
            fill("trainees.name", Field(.join([field(first), field(last)], with: " ")))
            columns.drop(.traineeName)
        } else if let column = columns[.traineeName] ?? columns[.lastName] {
            fill("trainees.name", field(column))
        }
        if let column = columns[.nationality] {
            fillChanging("trainees.state", column, &notes) {
                StateWords.code($0) ?? StateWords.nearlyNamed($0) ?? WordIndex.key(of: $0)
            }
            proposeStates(column, in: "trainees.state", &notes)
        }
        if let column = columns[.employer] {
            proposeEmployers(column, &notes)
        } else if let field = around(.employer) {
            fill("trainees.institution", field)
        }
        if let column = columns[.sector] {
            if texts(column).allSatisfy({ Sector(spelling: $0) != nil }) {
                fillChanging("trainees.sector", column, &notes) {
                    Sector(spelling: $0)?.rawValue ?? WordIndex.key(of: $0)
                }
            } else {
                columns.drop(.sector)
            }
        }
        if let column = columns[.sex] {
            fill("trainees.sex", field(column))
            proposeSexes(column, &notes)
        }
        if let column = columns[.birthYear] {
            let holdsDates = column.profile.dateCells > 0 || column.profile.dates.dates > 0
            fill(
                "trainees.birth_year",
                holdsDates
                    ? dated(field(column, as: .year), by: profiles(column), named: "trainees.birth_year", &notes)
                    : field(column))
        }
    }

    /// Employers: what somebody is called under in two scripts is one, and the last row of a person counts.
    private mutating func proposeEmployers(_ column: SheetShape.Column, _ notes: inout ProposalNotes) {
        proposeNames(texts(column), of: "trainees.institution", asksScripts: false, &notes)
        let list = words.firstIndex { $0.name == "trainees.institution" }
        if let list {
            for (other, name) in joinScripts(of: list, by: textsOfPersons(column), atLeast: 2) {
                notes.doubt(
                    "'\(other)' and '\(name)' stand beside the same persons, and are taken for one",
                    "«\(other)» و«\(name)» يردان أمام الأشخاص أنفسهم، فعُدّا واحدًا",
                    at: "words.trainees.institution.\(name)")
            }
        }
        tellScripts(of: "trainees.institution", &notes)
        let index = list.map { WordIndex(words[$0]) }
        fillChanging("trainees.institution", column, &notes) { index?.member($0) ?? WordIndex.key(of: $0) }
    }

    /// The texts of a column by persons, in the order of the persons' first rows.
    private func textsOfPersons(_ column: SheetShape.Column) -> [[String]] {
        guard let person = columns[.traineeIdentifier] ?? columns[.traineeName] else { return [] }
        var positions: [String: Int] = [:]
        var texts: [[String]] = []
        for row in shapes.flatMap(\.records) {
            guard let key = row.cell(person.index).map({ CellText.identifier($0.text).lowercased() }),
                let text = row.cell(column.index)?.text.joinedToOneLine(), !CellText.isNothing(text)
            else { continue }
            if let position = positions[key] {
                texts[position].append(text)
            } else {
                positions[key] = texts.count
                texts.append([text])
            }
        }
        return texts
    }

    /// Fills a column of persons that can change in the course of time: each value holds from the session on where it stands.
    private mutating func fillChanging(
        _ name: String, _ column: SheetShape.Column, _ notes: inout ProposalNotes, member: (String) -> String
    ) {
        var changing = field(column)
        let changed = textsOfPersons(column).compactMap { texts -> (String, String)? in
            guard let first = texts.first, let other = texts.first(where: { member($0) != member(first) }) else {
                return nil
            }
            return (first, other)
        }
        if let example = changed.first {
            changing.merge = .last
            let isDated = table.fields.contains { $0.name == "sessions.start_date" }
            notes.doubt(
                "persons with more than one '\(column.heading)', such as '\(example.0)' and '\(example.1)': \(changed.count); "
                    + (isDated
                        ? "each holds from the session on where it stands (affiliations.csv)" : "the last one counts"),
                "أشخاص لهم أكثر من «\(column.heading)»، مثل «\(example.0)» و«\(example.1)»: \(changed.count)؛ "
                    + (isDated ? "تسري كل قيمة من الانعقاد الذي وردت فيه (affiliations.csv)" : "يُعتد بآخرها"),
                at: place(name))
        }
        fill(name, changing)
    }

    /// Makes names in Arabic and in Latin letters one member of a list, where they stand beside each other.
    mutating func joinScripts(
        of list: Int, by groups: [[String]], atLeast least: Int
    ) -> [(arabic: String, latin: String)] {
        let both = SimilarNames.inBothScripts(groups, words[list].members, atLeast: least)
        for (arabic, latin) in both {
            guard let from = words[list].members.firstIndex(where: { $0.name == arabic }),
                let to = words[list].members.firstIndex(where: { $0.name == latin })
            else { continue }
            words[list].members[to].spellings += [arabic] + words[list].members[from].spellings
            words[list].members.remove(at: from)
        }
        return both
    }

    private mutating func proposeIdentifier(_ notes: inout ProposalNotes) {
        guard let column = columns[.traineeIdentifier] else {
            notes.doubt(
                "no column has an identifier of persons; they are told apart by their names",
                "لا عمود لمعرّف الأشخاص؛ يميَّزون بأسمائهم",
                at: place("trainees.name"))
            return
        }
        hasCivilIdentifiers = CivilIdentifierWords.isCivil(column.heading)
        var identifier = field(column, as: .identifier)
        let all = Set(texts(column).map { CellText.identifier($0) })
        if Set(all.map { $0.lowercased() }).count < all.count
            || all.contains(where: { $0 != $0.uppercased() }) && all.contains(where: { $0 != $0.lowercased() })
        {
            identifier.letterCase = .ignored
            notes.doubt(
                "identifiers that differ in capitals alone are one", "المعرّفات التي لا تختلف إلا في حالة الأحرف واحدة",
                at: place("trainees.trainee_id"))
        }
        let numbers = all.filter { $0.utf8.allSatisfy(CellText.isDigit) }
        if Set(numbers.map { String($0.drop { $0 == "0" }) }).count < numbers.count,
            let width = numbers.map(\.utf8.count).max()
        {
            identifier.width = width
            notes.doubt(
                "identifiers that differ in leading zeros alone are one",
                "المعرّفات التي لا تختلف إلا في الأصفار البادئة واحدة", at: place("trainees.trainee_id"))
        }
        fill("trainees.trainee_id", identifier)
        let empty = shape.records.count - column.profile.filled
        if empty > 0 {
            notes.doubt(
                "\(empty) rows have no '\(column.heading)'; their persons are told apart by name",
                "\(empty) من الصفوف ليس فيها «\(column.heading)»؛ يميَّز أصحابها بأسمائهم",
                at: place("trainees.trainee_id"))
        }
    }

    /// The spellings of states that are not built in.
    mutating func proposeStates(_ column: SheetShape.Column, in list: String, _ notes: inout ProposalNotes) {
        let builtIn = StateSpellings(GulfState.builtIn)
        var members = GulfState.builtIn.map { WordList.Member($0.code) }
        for text in texts(column) where builtIn(text) == nil {
            let code = StateWords.code(text)
            guard let found = code ?? StateWords.nearlyNamed(text),
                let position = members.firstIndex(where: { $0.name == found })
            else {
                notes.doubt(
                    "'\(text)' is none of the six states; give it a code of three letters",
                    "«\(text)» ليست من الدول الست؛ أعطها رمزًا من ثلاثة أحرف",
                    at: "words.\(list)")
                continue
            }
            members[position].spellings.append(text)
            if code == nil {
                notes.doubt("'\(text)' is taken for \(found)", "«\(text)» عُدّت \(found)", at: "words.\(list).\(found)")
            }
        }
        members.removeAll { $0.spellings.isEmpty }
        if !members.isEmpty { words.append(WordList(list, members)) }
    }

    private mutating func proposeSexes(_ column: SheetShape.Column, _ notes: inout ProposalNotes) {
        var members = Sex.allCases.map { WordList.Member($0.rawValue) }
        for text in texts(column) where Sex(spelling: text) == nil {
            guard let sex = SexWords.sex(text), let position = members.firstIndex(where: { $0.name == sex.rawValue })
            else {
                notes.doubt("'\(text)' says no sex", "«\(text)» لا يدل على الجنس", at: place("trainees.sex"))
                continue
            }
            members[position].spellings.append(text)
        }
        members.removeAll { $0.spellings.isEmpty }
        if !members.isEmpty { words.append(WordList("trainees.sex", members)) }
    }

    /// Numbers of people, of women and men if both are there, else of all.
    mutating func proposeHeadcounts(_ notes: inout ProposalNotes) {
        var groups: [[NamedField]] = []
        let state = columns[.nationality].map { NamedField("state", field($0)) }
        if let column = columns[.nationality] { proposeStates(column, in: "state", &notes) }
        let institution = columns[.employer].map { NamedField("institution", field($0)) }
        let common = [state, institution].compactMap(\.self)
        if let women = columns[.women], let men = columns[.men] {
            groups = [(women, Sex.female), (men, .male)].map { column, sex in
                common + [NamedField("sex", Field(.text(sex.rawValue))), NamedField("participants", field(column))]
            }
            if let all = columns[.participants] {
                // A sum that the register states is held against its parts.
                value("people", Field(.sum([field(women), field(men)])))
                table.checks.append(.init(field(all), equals: "people"))
            }
            columns.drop(.completions)
        } else if let all = columns[.participants] {
            groups = [common + [NamedField("participants", field(all))]]
            if let completions = columns[.completions] {
                groups[0].append(NamedField("completions", field(completions)))
            }
            columns.drop(.women)
            columns.drop(.men)
        }
        proposeCurrency(ofCostsAt: "sessions.cost", &notes)
        if let cost = columns[.cost] { fill("sessions.cost", field(cost)) }
        table.headcounts = groups
        notes.add("a row counts the people of a session", "الصف يعدّ أشخاص الانعقاد", at: path + ".headcounts")
    }
}
