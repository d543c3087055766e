import Records
import Support
import Writers

/// The columns of a sheet of a template: which there are, how they are formatted, what may be typed.
struct TemplateColumns {
    /// The fields, in the order of the columns.
    let fields: [TableField]
    /// The columns as they are written.
    let columns: [FormColumn]

    /// The columns of a table.
    ///
    /// Of other columns those that the dataset declares have a field, and are filled in like those of the contract.
    /// A table that has records keeps its columns, since a column that is missing can mean something else than an empty one.
    init(
        of table: RecordTable, having kept: Set<Int>?, others: [(heading: String, field: TableField?)], isHijri: Bool,
        request: TemplateRequest
    ) {
        let fields = table.fields.enumerated().filter { index, field in
            field.isRequired || (kept?.contains(index) ?? true)
        }.map(\.element)
        self.fields = fields
        columns =
            fields.map { field in
                FormColumn(
                    heading: request.text(field.heading), format: Self.format(of: field, isHijri: isHijri),
                    isNeeded: field.isFilledInEveryRow,
                    rule: Self.rule(of: field, in: fields, isHijri: isHijri, request: request))
            }
            + others.map { heading, field in
                if let field {
                    return FormColumn(
                        heading: request.text(field.heading), format: Self.format(of: field, isHijri: isHijri),
                        isNeeded: false, rule: Self.rule(of: field, in: fields, isHijri: isHijri, request: request))
                }
                let rule = FormRule(
                    check: .anything, title: heading, message: request.prose(TemplateWording.otherColumn), refusal: "")
                return FormColumn(heading: heading, format: .text, isNeeded: false, rule: rule)
            }
    }

    private static func format(of field: TableField, isHijri: Bool) -> FormColumn.Format {
        switch field.content {
        case .identifier, .reference, .text, .code, .state, .topic: .text
        // Spreadsheets know the days of the Gregorian calendar alone.
        case .date: isHijri ? .text : .day
        case .number: .number
        }
    }

    private static func rule(
        of field: TableField, in fields: [TableField], isHijri: Bool, request: TemplateRequest
    ) -> FormRule {
        let titles = request.text(field.heading, by: " · ")
        let title = titles.utf16.count <= FormRule.titleLimit ? titles : field.heading(request.language)
        var message = request.prose(field.meaning)
        let content = request.prose(TemplateWording.content(of: field.content, isHijri: isHijri))
        if !content.isEmpty { message += "\n" + content }
        let refusal = request.prose(TemplateWording.refusal(of: field.content))
        return FormRule(
            check: check(field.content, in: fields, isHijri: isHijri, request.language), title: title,
            message: message, refusal: refusal)
    }

    private static func check(
        _ content: FieldContent, in fields: [TableField], isHijri: Bool, _ language: Language
    ) -> FormRule.Check {
        switch content {
        case .identifier, .text: .anything
        case .reference(let table): .list(TemplateList.identifiers(of: table))
        case .state: .list(TemplateList.states)
        case .topic: .list(TemplateList.topics)
        case .code(let codes): .words(codes.map { $0.name(language) })
        case .date(let other):
            isHijri ? .anything : .day(notBefore: other.flatMap { name in fields.firstIndex { $0.name == name } })
        case .number(let bounds):
            .number(least: bounds.least, greatest: bounds.greatest, isWhole: bounds.isWhole)
        }
    }
}

/// The names of the lists of a template.
enum TemplateList {
    static let states = "state_names"
    static let topics = "topic_names"

    /// The list of the identifiers of a table.
    static func identifiers(of table: RecordTable) -> String { "\(table.rawValue)_ids" }

    /// All lists, with the tables and columns that they show.
    static func all(_ request: TemplateRequest) -> [FormList] {
        func list(_ name: String, of table: RecordTable, names column: String) -> FormList {
            let fields = table.fields
            let key = fields.firstIndex { $0.content == .identifier } ?? 0
            return FormList(
                name: name, sheet: request.name(of: .records(table)),
                column: fields.firstIndex { $0.name == column } ?? key, countedColumn: key)
        }
        let name = request.language == .ar ? "name_ar" : "name_en"
        return [list(states, of: .states, names: name), list(topics, of: .topics, names: name)]
            + [RecordTable.courses, .sessions, .trainers, .trainees].map {
                list(identifiers(of: $0), of: $0, names: "")
            }
    }
}
