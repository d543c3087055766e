extension NaiveEvaluation {
    /// The table as the tidy CSV file that the definitions call for.
    var csv: String { csv(of: lines) }

    /// Lines of the table as such a file.
    func csv(of lines: [(members: [ByteText], figures: [NaiveFigure])]) -> String {
        let heading = (request.dimensions + request.measures).joined(separator: ",") + "\n"
        return lines.reduce(into: heading) { text, line in
            let fields = line.members.map { quoted($0.description) } + line.figures.map(\.text)
            text += fields.joined(separator: ",") + "\n"
        }
    }

    private func quoted(_ field: String) -> String {
        guard field.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else { return field }
        return "\"" + field.replacing("\"", with: "\"\"") + "\""
    }
}

extension NaiveFigure {
    /// The figure in data output.
    var text: String {
        switch self {
        case .exact(let value): plainText(value.nearestDouble)
        case .root(let square): plainText(square.nearestDouble.squareRoot())
        case .unknown: "_U"
        case .notApplicable: "_Z"
        }
    }
}
