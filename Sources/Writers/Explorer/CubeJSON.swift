import Reporting
import Support
import TrainingStats

/// A cube as JSON for the script of an explorer.
///
/// Members and values are numbered, keys are differences from the one before, and a column whose values are all the same is
/// that one number.
struct CubeJSON {
    private let cube: FigureCube

    init(_ cube: FigureCube) { self.cube = cube }

    /// One line for each dimension, figure and slice; no text in it can end the element that holds it.
    var text: String {
        let axes = cube.axes.map { axis in
            object([
                ("id", quoted(axis.id)), ("name", words(axis.heading)), ("ofTrainees", String(axis.isOfTrainees)),
                ("isTime", String(axis.isTime)),
                ("members", list(axis.members.map(member))), ("periods", list(periods(of: axis))),
            ])
        }
        let figures = cube.figures.map { figure in
            object([
                ("id", quoted(figure.id)), ("name", words(figure.heading)), ("definition", words(figure.definition)),
                ("countsPersons", String(figure.countsPersons)), ("isOfPlans", String(figure.isOfPlans)),
                ("upper", figure.upper.map(String.init) ?? "null"),
                ("values", list(figure.values.map(value))),
            ])
        }
        return """
            {"language":\(quoted(cube.language.rawValue)),
            "words":\(object(ExplorerPhrase.allCases.map { ("\($0)", words(cube.language($0))) })),
            "total":\(words(cube.language(Phrase.total))),
            "first":\(cube.figures.firstIndex { $0.id == cube.measureOfPersons } ?? 0),
            "axes":[\(axes.joined(separator: ",\n"))],
            "figures":[\(figures.joined(separator: ",\n"))],
            "slices":[\([cube.ofSessions, cube.ofPersons, cube.ofPlans].map(slice).joined(separator: ",\n"))]}
            """
    }

    private func slice(_ slice: FigureCube.Slice) -> String {
        let steps = zip(slice.keys, [0] + slice.keys).map { String($0 - $1) }
        let columns = slice.columns.map { column -> String in
            if let first = column.first, column.allSatisfy({ $0 == first }) { return String(first) }
            return list(column.map { String($0) })
        }
        return object([("keys", list(steps)), ("columns", list(columns))])
    }

    /// The numbers of the members of an axis of time, and between them the names of periods without records.
    private func periods(of axis: FigureCube.Axis) -> [String] {
        guard axis.isTime else { return [] }
        return axis.members.indices.flatMap { (axis.emptyPeriods[$0] ?? []).map(words) + [String($0 + 1)] }
    }

    /// A code and its name, and how it is named where it is known in part.
    private func member(_ member: FigureCube.Member) -> String {
        list([quoted(member.code), words(member.name)] + [member.nameInPart.map(words)].compactMap(\.self))
    }

    /// A value as data have it, and how people read it where that is something else.
    private func value(_ cell: Cell) -> String {
        let (data, shown) = (cell.dataText, cell.displayText(cube.digits))
        return data == shown ? quoted(data) : "[\(quoted(data)),\(quoted(shown))]"
    }

    /// Words to be read, and to stand in pictures, which are XML.
    private func words(_ text: String) -> String { quoted(cube.digits.words(text, in: cube.language).onPages) }

    private func quoted(_ text: String) -> String { JSONNode.quoted(text).replacing("<", with: "\\u003c") }

    private func list(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }
}
