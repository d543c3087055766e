import Support
import TrainingStats

/// Makes a mapping of the shapes of sheets.
struct MappingProposer {
    private let shapes: [SheetShape]
    private let sheets: [RegisterSheet]
    /// Whether words of the register say that somebody has completed.
    private(set) var saysCompletionInWords = false

    /// A proposer for the sheets with headings among some sheets.
    init(shapes: [SheetShape], sheets: [RegisterSheet]) {
        self.shapes = shapes
        self.sheets = sheets
    }

    /// The mapping, with what is to be said of it.
    mutating func mapping(_ notes: inout ProposalNotes) -> Mapping {
        var groups: [[SheetShape]] = []
        for shape in shapes {
            if let position = groups.firstIndex(where: { Self.isSameTable($0[0], shape) }) {
                groups[position].append(shape)
            } else {
                groups.append([shape])
            }
        }
        // Legends and look-ups have headings too, but tell neither a course nor a person.
        let telling = groups.filter { Self.tellsRecords($0[0]) }
        if !telling.isEmpty { groups = telling }
        var mapping = Mapping()
        let used = Set(groups.flatMap { $0.map(\.sheet.title) })
        let left = sheets.filter { !used.contains($0.title) && !$0.rows.isEmpty }.map { $0.name ?? $0.file }
        mapping.decimalMark = Self.decimalMark(of: shapes)
        proposeTitle(of: groups.flatMap(\.self), &mapping, &notes)
        var identifiers: [Bool] = []
        for (index, group) in groups.enumerated() {
            var proposer = TableProposer(group, at: "tables[\(index)]")
            let (table, words) = proposer.table(&notes)
            mapping.tables.append(table)
            saysCompletionInWords = saysCompletionInWords || proposer.saysCompletionInWords
            proposer.hasCivilIdentifiers.map { identifiers.append($0) }
            if groups.count > 1 {
                mapping.tables[index].sheets = group.map { $0.sheet.name ?? $0.sheet.file }
            } else {
                mapping.tables[index].except = left
            }
            for list in words { Self.add(list, to: &mapping) }
            if mapping.tables[index].rows.repeats == .furthest {
                settleRepeats(of: &mapping, table: index, group, &notes)
            }
        }
        if !identifiers.isEmpty, identifiers.allSatisfy(\.self) {
            mapping.dataset.append(.init("traineeIdentifiers", .string(TraineeIdentifiers.civil.rawValue)))
            notes.add(
                "a person has one civil identifier: two are two persons, whatever their names",
                "للشخص رقم مدني واحد: فالرقمان شخصان مهما تشابه اسماهما", at: "dataset.traineeIdentifiers")
        }
        if !left.isEmpty {
            let names = Spelling.list(left, quoted: true)
            notes.doubt(
                "nothing is made of the sheets \(names.en)", "لا يؤخذ شيء من الأوراق \(names(.ar))",
                at: groups.count > 1 ? "tables" : "tables[0].except")
        }
        if mapping.decimalMark == "," {
            notes.add(
                "numbers such as 82,50 have a decimal comma", "الأعداد مثل 82,50 فاصلتها العشرية «,»",
                at: "source.decimalMark")
        }
        return mapping
    }

    /// Takes the texts above the headings for the title of the records and for who keeps them.
    private func proposeTitle(of shapes: [SheetShape], _ mapping: inout Mapping, _ notes: inout ProposalNotes) {
        let titles = [
            ("title", shapes.lazy.compactMap(\.titles.title).first),
            ("custodian", shapes.lazy.compactMap(\.titles.office).first),
        ]
        for case (let key, let text?) in titles {
            let members = [JSONNode.Member("en", .string(text.en))]
            mapping.dataset.append(
                .init(key, .object(members + (text.ar.map { [.init("ar", .string($0))] } ?? []))))
            let isOneLanguage = text.ar == nil || text.ar == text.en
            notes.doubt(
                key == "title"
                    ? "the text above the headings is taken for the title of reports"
                        + (isOneLanguage ? "; add the other language" : "")
                    : "the text above the headings is taken for the office that keeps the records"
                        + (isOneLanguage ? "; add the other language" : ""),
                key == "title"
                    ? "النص فوق العناوين عُدّ عنوان التقارير" + (isOneLanguage ? "؛ أضف اللغة الأخرى" : "")
                    : "النص فوق العناوين عُدّ الجهة التي تحفظ السجلات" + (isOneLanguage ? "؛ أضف اللغة الأخرى" : ""),
                at: "dataset.\(key)")
        }
    }

    /// Whether two sheets have the same headings, besides what runs across.
    private static func isSameTable(_ left: SheetShape, _ right: SheetShape) -> Bool {
        func fixed(_ shape: SheetShape) -> [String] {
            shape.columns.enumerated().filter { shape.across?.positions.contains($0.offset) != true }
                .map { WordIndex.key(of: $0.element.heading) }
        }
        return fixed(left) == fixed(right) && left.across?.kind == right.across?.kind
            && left.headings.rows == right.headings.rows
    }

    private static func tellsRecords(_ shape: SheetShape) -> Bool {
        let assignment = ColumnAssignment(shape)
        let person =
            assignment[.traineeIdentifier] ?? assignment[.traineeName] ?? assignment[.participants]
            ?? assignment[.lastName]
        return (person ?? assignment[.women]) != nil && !shape.records.isEmpty
    }

    /// Keeps the rule for repeats only where somebody stands in a session twice.
    private func settleRepeats(
        of mapping: inout Mapping, table index: Int, _ group: [SheetShape], _ notes: inout ProposalNotes
    ) {
        var alone = mapping
        alone.tables = [mapping.tables[index]]
        let made: ImportedDataset?
        do throws(ImportError) { made = try RegisterImport(alone).dataset(of: group.map(\.sheet)) } catch { made = nil }
        guard let repeated = made?.tally.repeated, repeated > 0 else {
            mapping.tables[index].rows.repeats = .refuse
            return
        }
        notes.doubt(
            "\(repeated) rows are of persons who stand in a session more than once; the row that went furthest counts",
            "\(repeated) من الصفوف لأشخاص تكرروا في الانعقاد نفسه؛ يُعتد بالصف الذي بلغ أبعد حالة",
            at: "tables[\(index)].rows.repeats")
    }

    private static func decimalMark(of shapes: [SheetShape]) -> Character? {
        let marks = Set(
            shapes.flatMap(\.columns).filter { $0.profile.isMostly($0.profile.allNumbers) }.compactMap(
                \.profile.marks.mark))
        return marks == [.comma] ? "," : nil
    }

    /// Adds a list, or its members to the list of its name that another table has.
    private static func add(_ list: WordList, to mapping: inout Mapping) {
        guard let position = mapping.words.firstIndex(where: { $0.name == list.name }) else {
            mapping.words.append(list)
            return
        }
        for member in list.members {
            let index = WordIndex(mapping.words[position])
            let known = ([member.name] + member.spellings).lazy.compactMap { index.member($0) }.first
            let new = ([member.name] + member.spellings).filter { index.member($0) == nil }
            if let known, let place = mapping.words[position].members.firstIndex(where: { $0.name == known }) {
                mapping.words[position].members[place].spellings += new
            } else {
                mapping.words[position].members.append(member)
            }
        }
    }
}
