import Records
import Support
import TrainingStats

/// The states and topics of a template: those of the dataset, and the built-in ones that it does not override, since cells
/// are chosen from them.
struct TemplateCatalogue {
    /// A sheet of states or topics: a text for each column of the contract, and for each further one of the dataset.
    struct Rows {
        /// The headings of the further columns.
        var others: [String] = []
        /// The rows.
        var texts: [[String]] = []
        /// How many of them the dataset has.
        var recorded = 0
        /// Which columns of the contract the dataset has, by position.
        var columns: Set<Int> = []

        /// Adds a row that is built in.
        mutating func add(_ texts: [String]) { self.texts.append(texts + others.map { _ in "" }) }

        /// Fills in a field that is empty.
        mutating func complete(row: Int, column: Int, _ text: String) {
            if texts[row][column].isEmpty { texts[row][column] = text }
        }
    }

    /// The states, as spellings find them.
    private(set) var states: [GulfState] = []
    /// The topics.
    private(set) var topics: [Topic] = []
    /// The sheet of states.
    private(set) var stateRows = Rows()
    /// The sheet of topics.
    private(set) var topicRows = Rows()

    init(of contents: SourceContents, _ settings: DatasetSettings) throws {
        stateRows = try Self.rows(of: .states, in: contents, settings)
        let builtIn = StateSpellings(GulfState.builtIn)
        var used: Set<Int> = []
        for index in stateRows.texts.indices {
            let code = stateRows.texts[index][0]
            let known = builtIn(code)
            if let known {
                used.insert(known)
                let state = GulfState.builtIn[known]
                stateRows.complete(row: index, column: 2, state.name.ar ?? "")
                // An empty field of a column that is there means that nothing is known.
                if !stateRows.columns.contains(3) {
                    stateRows.complete(row: index, column: 3, state.membership?.rawValue ?? "")
                }
            }
            let texts = stateRows.texts[index]
            var state = known.map { GulfState.builtIn[$0] } ?? GulfState(code: code, name: .init(en: texts[1]))
            state.name = BilingualText(en: texts[1], ar: texts[2].isEmpty ? nil : texts[2])
            states.append(state)
        }
        for (index, state) in GulfState.builtIn.enumerated() where !used.contains(index) {
            states.append(state)
            stateRows.add([state.code, state.name.en, state.name.ar ?? "", state.membership?.rawValue ?? "", ""])
        }
        topicRows = try Self.rows(of: .topics, in: contents, settings)
        let known = Dictionary(Topic.builtIn.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        for index in topicRows.texts.indices {
            topicRows.complete(row: index, column: 2, known[topicRows.texts[index][0]]?.name.ar ?? "")
            let texts = topicRows.texts[index]
            topics.append(
                Topic(code: texts[0], name: BilingualText(en: texts[1], ar: texts[2].isEmpty ? nil : texts[2])))
        }
        let codes = Set(topics.map(\.code))
        for topic in Topic.builtIn where !codes.contains(topic.code) {
            topics.append(topic)
            topicRows.add([topic.code, topic.name.en, topic.name.ar ?? ""])
        }
    }

    private static func rows(
        of table: RecordTable, in contents: SourceContents, _ settings: DatasetSettings
    ) throws -> Rows {
        var result = Rows()
        guard let rows = try RecordRows(of: table, in: contents, settings: settings) else { return result }
        let others = rows.otherColumns
        result.others = others.map { rows.headings[$0] }
        result.columns = Set(rows.columns.compactMap(\.self))
        let places = table.fields.indices.map { rows.columns.firstIndex(of: $0) }
        let wrong = try rows.forEach { row in
            result.texts.append(places.map { $0.map { row.fields[$0] } ?? "" } + others.map { row.fields[$0] })
        }
        if let wrong { throw PipelineError(rowWithoutFields: wrong) }
        result.recorded = result.texts.count
        return result
    }
}
