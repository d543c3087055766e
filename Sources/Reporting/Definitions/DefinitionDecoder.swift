import Aggregation
import Support
import TrainingStats

/// Reads a report definition and reports everything that is wrong with it.
public struct DefinitionDecoder: JSONDecoding {
    package var problems: [JSONProblem] = []
    /// The measures and dimensions that the definition can name, measures of its own included.
    private(set) var catalogue: Catalogue
    /// Measures of its own with something wrong: it is told once, and not again wherever they are named.
    var wrongMeasures: Set<String> = []
    /// The identifiers of measures that can be named.
    var measureNames: [String] { catalogue.measures.map(\.id) + wrongMeasures.sorted() }
    /// The members that a dimension can have, where a member is none of them.
    private let membersWithout: (Dimension, String) -> [String]?
    /// Whether the dataset does not have a table.
    private let lacks: (SourceRecord.Table) -> Bool
    /// The filters that hold for all tables.
    var reportFilters: [Filter] = []
    /// All filters with their paths; their members are checked later, when the dataset is known.
    var placedFilters: [DefinitionErrors.PlacedFilter] = []

    /// A decoder for definitions with names of a catalogue.
    public init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        membersWithout = { $0.fixedMembers(without: $1) }
        lacks = { _ in false }
    }

    /// A decoder for definitions on a dataset.
    package init(on dataset: DatasetDescription) {
        catalogue = dataset.catalogue
        membersWithout = { dataset.members(of: $0, without: $1) }
        lacks = { $0 == .assignments && !dataset.has(.trainers) }
    }

    /// The definition in a file.
    ///
    /// - Throws: ``DefinitionErrors`` with all problems.
    public func decode(_ bytes: [UInt8]) throws(DefinitionErrors) -> ReportDefinition {
        let document = try DefinitionErrors.reading(bytes)
        var decoder = self
        let definition = decoder.report(document.root)
        guard decoder.problems.isEmpty, let definition else {
            throw DefinitionErrors(problems: decoder.problems, filters: decoder.placedFilters, in: document)
        }
        return definition
    }

    private mutating func report(_ node: JSONNode) -> ReportDefinition? {
        guard let fields = object(node, at: "", as: .report) else { return nil }
        var definition = ReportDefinition(parts: [])
        if let node = fields["measures"] {
            var decoder = MeasureDecoder(besides: catalogue, membersWithout: membersWithout, lacks: lacks)
            definition.measures = decoder.measures(node, at: "measures")
            problems += decoder.problems
            catalogue = catalogue.adding(definition.measures)
            wrongMeasures = Set(decoder.declared).subtracting(definition.measures.map(\.id))
        }
        definition.title = fields["title"].flatMap { bilingualText($0, "title") }
        definition.notes = fields["notes"].map { texts($0, "notes") } ?? []
        definition.definesMeasures = fields["definitions"].flatMap { bool($0, "definitions") } ?? true
        definition.filters = fields["filters"].map { filters($0, "filters") } ?? []
        reportFilters = definition.filters
        definition.period = fields["period"].flatMap { period($0, "period") }
        definition.showsIntervals = fields["intervals"].flatMap { bool($0, "intervals") } ?? false
        definition.notice = fields["within"].flatMap { days($0, "within", in: CertificateRegister.possibleNotices) }
        definition.languages = fields["languages"].map {
            names($0, at: "languages", noun: "language", known: Language.allCases.map(\.rawValue)).compactMap(
                Language.init)
        }
        definition.digits = fields["digits"].flatMap {
            name($0, at: "digits", noun: "choice of digits", known: Digits.allCases.map(\.rawValue)).flatMap(
                Digits.init)
        }
        definition.formats = fields["formats"].map {
            names($0, at: "formats", noun: "format", known: OutputFormat.ofReports.map(\.rawValue)).compactMap {
                OutputFormat(rawValue: $0)
            }
        }
        definition.profile = fields["profile"].flatMap {
            name($0, at: "profile", noun: "profile", known: WorkbookProfile.allCases.map(\.rawValue)).flatMap(
                WorkbookProfile.init)
        }
        if let tables = fields["tables"] {
            for (path, element) in list(tables, "tables") {
                guard let part = part(element, path) else { continue }
                let id = part.id
                if definition.parts.contains(where: { $0.id == id }) {
                    add(path, "there are two tables '\(id)'")
                }
                definition.parts.append(part)
            }
        }
        return definition
    }

    // MARK: Values

    /// The members of an object.
    ///
    /// Unknown and missing keys are problems.
    mutating func object(_ node: JSONNode, at path: String, as kind: DefinitionObject) -> [String: JSONNode]? {
        object(node, at: path, noun: kind.noun, keys: kind.keys.map { ($0.name, $0.meaning, $0.isRequired) })
    }

    mutating func bool(_ node: JSONNode, _ path: String) -> Bool? {
        if case .bool(let bool) = node { return bool }
        expect("true or false", insteadOf: node, at: path)
        return nil
    }

    /// Synonyms of dimensions and measures lead to them.
    package func misspelling(of name: String, noun: String, known: [String]) -> JSONProblem.Misspelling {
        switch noun {
        case "dimension":
            .init(
                text: name, candidates: known, meant: Synonyms.dimensions.meant(by: name, among: known),
                list: "tadrib list dimensions")
        case "measure":
            .init(
                text: name, candidates: known, meant: Synonyms.measures.meant(by: name, among: known),
                list: "tadrib list measures")
        default: .init(text: name, candidates: known)
        }
    }

    mutating func days(_ node: JSONNode, _ path: String, in range: ClosedRange<Int>) -> Int? {
        if case .number(let text) = node, let days = Int(text), range.contains(days) { return days }
        add(path, "a whole number of days from \(range.lowerBound) to \(range.upperBound) is expected")
        return nil
    }

    mutating func texts(_ node: JSONNode, _ path: String) -> [BilingualText] {
        var found: [BilingualText] = []
        for (path, element) in list(node, path) { found += [bilingualText(element, path)].compactMap(\.self) }
        return found
    }

    mutating func filters(_ node: JSONNode, _ path: String) -> [Filter] {
        guard case .object(let members) = node else {
            expect("an object such as {\"state\": [\"KWT\", \"QAT\"]}", insteadOf: node, at: path)
            return []
        }
        return members.flatMap { member in
            let place = join(path, member.key)
            _ = name(.string(member.key), at: place, noun: "dimension", known: catalogue.dimensions.map(\.id))
            guard case .object = member.value else {
                return [filter(on: member.key, .named, members: member.value, at: place)]
            }
            guard let fields = object(member.value, at: place, as: .filter) else { return [] }
            if fields.isEmpty { add(place, "'not' or 'contains' is expected") }
            return [("not", Filter.Choice.allBut), ("contains", .containing)].compactMap { key, choice in
                fields[key].map { filter(on: member.key, choice, members: $0, at: join(place, key)) }
            }
        }
    }

    private mutating func filter(
        on dimension: String, _ choice: Filter.Choice, members node: JSONNode, at path: String
    ) -> Filter {
        var members: [String] = []
        for (path, element) in list(node, path) {
            guard let member = string(element, path) else { continue }
            members.append(member)
            if let text = Filter(dimension: dimension, choice, members: [member]).textOfNothing {
                add(path, RequestError.badSoughtText(text).message)
            }
        }
        let filter = Filter(dimension: dimension, choice, members: members)
        placedFilters.append(.init(path: path, filter: filter))
        return filter
    }

    /// A period.
    ///
    /// Only its form is checked, because its days depend on the reporting day.
    mutating func period(_ node: JSONNode, _ path: String) -> PeriodExpression? {
        guard let text = string(node, path) else { return nil }
        let expression = PeriodExpression(text)
        do throws(PeriodError) {
            try expression.checkForm()
        } catch {
            switch error {
            case .endsBeforeStart, .hijriYear: problems.append(JSONProblem(path: path, message: error.message))
            case .unknownForm:
                problems.append(
                    JSONProblem(
                        path: path, message: error.message,
                        misspelling: .init(text: text, candidates: PeriodExpression.words)))
            }
        }
        return expression
    }
}

extension ReportDefinition.Part {
    /// Identifier of the table.
    var id: String {
        switch self {
        case .table(let definition): definition.id
        case .section(let name): name.rawValue
        }
    }
}
