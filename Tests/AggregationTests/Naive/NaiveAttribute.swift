/// A property that a dataset declares itself, each of its columns with its table.
struct NaiveAttribute: Sendable {
    /// What its fields hold.
    enum Kind: Sendable {
        case text
        /// Codes, each with all that records call it, the code first.
        case codes([[String]])
        /// Numbers in bands that begin at these.
        case bands([Int])
        /// Days, in parts of the calendar.
        case date(String)
    }

    var id: String
    var kind: Kind
    var columns: [(table: String, column: String)]

    /// Whether it is a property of persons and groups.
    var isOfTrainees: Bool {
        columns.contains { ["trainees", "participations", "headcounts"].contains($0.table) }
    }
    /// Whether it is a property of trainers.
    var isOfTrainers: Bool { columns.contains { $0.table == "trainers" } }

    /// Its members in their order; nil where they come from the records.
    var order: [ByteText]? {
        switch kind {
        case .codes(let codes): codes.map { ByteText($0[0]) }
        case .bands(let starts):
            [ByteText("under-\(starts[0])")]
                + starts.indices.map { index in
                    guard index + 1 < starts.count else { return ByteText("\(starts[index])-over") }
                    let (first, last) = (starts[index], starts[index + 1] - 1)
                    return ByteText(first == last ? "\(first)" : "\(first)-\(last)")
                }
        case .text, .date: nil
        }
    }

    /// Whether its fields are numbers.
    var isNumber: Bool { if case .bands = kind { true } else { false } }

    /// The number that a row of a table states, in millionths.
    func number(in row: [String: String], of table: String) -> Int128? {
        guard isNumber, let column = column(of: table) else { return nil }
        return row[column].flatMap { Scaled.parse($0) }
    }

    /// The name of its column in a table, if that states it.
    func column(of table: String) -> String? { columns.first { $0.table == table }?.column }

    /// The member that a row of a table states.
    func member(in row: [String: String], of table: String, _ calendar: NaiveCalendar) -> ByteText {
        guard let column = column(of: table), let text = row[column], !text.isEmpty else { return .unknown }
        switch kind {
        case .text: return ByteText(text)
        case .codes(let codes):
            for spellings in codes where spellings.contains(text) { return ByteText(spellings[0]) }
            return .unknown
        case .date(let part): return CivilDay(text).map { ByteText(calendar.member(part, of: $0)) } ?? .unknown
        case .bands(let starts):
            guard let number = Scaled.parse(text) else { return .unknown }
            var reached = starts.filter { Int128($0) * 1_000_000 <= number }
            guard let first = reached.popLast() else { return ByteText("under-\(starts[0])") }
            guard let next = starts.first(where: { $0 > first }) else { return ByteText("\(first)-over") }
            return ByteText(next == first + 1 ? "\(first)" : "\(first)-\(next - 1)")
        }
    }

    /// Its declarations in `dataset.json`.
    var declarations: [String] {
        columns.enumerated().map { index, place in
            let start = #"{"table": "\#(place.table)", "column": "\#(place.column)", "id": "\#(id)""#
            guard index == 0 else { return start + "}" }
            let name = #", "name": {"en": "Own \#(id)", "ar": "خاصية \#(id)"}"#
            switch kind {
            case .text: return start + name + "}"
            case .bands(let starts): return start + name + #", "kind": "number", "bands": \#(starts)}"#
            case .date(let part): return start + name + #", "kind": "date", "bands": "\#(part)"}"#
            case .codes(let codes):
                let list = codes.map { #"{"code": "\#($0[0])", "en": "\#($0[1])", "also": ["\#($0[2])"]}"# }
                return start + name + #", "kind": "codes", "codes": [\#(list.joined(separator: ", "))]}"#
            }
        }
    }
}
