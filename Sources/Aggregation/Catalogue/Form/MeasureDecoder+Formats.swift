import Support
import TrainingStats

/// How values are shown, which way they are to go, and when they are not known.
extension MeasureDecoder {
    /// A format of values.
    mutating func format(_ node: JSONNode, _ path: String) -> Measure.Format? {
        if case .object = node {
            let keys: [AggregateKey] = [("places", "how many digits stand after the point, 0 to 6", true)]
            guard let places = object(node, at: path, noun: "a format", keys: keys)?["places"] else { return nil }
            return wholeNumber(places, join(path, "places"), in: 0...6).map { .number(places: $0) }
        }
        let words = Measure.Format.words
        guard let text = string(node, path) else { return nil }
        if let found = words.first(where: { $0.word == text }) { return found.format }
        problems.append(
            JSONProblem(
                path: path, message: "'\(text)' is no format; give \"count\", \"share\", \"money\" or {\"places\": 1}",
                misspelling: .init(text: text, candidates: words.map(\.word))))
        return nil
    }

    /// Which way figures are to go.
    mutating func direction(_ node: JSONNode, _ path: String) -> Measure.Direction? {
        guard let text = string(node, path) else { return nil }
        if let found = Measure.Direction(rawValue: text) { return found }
        problems.append(
            JSONProblem(
                path: path, message: "'\(text)' says not what is better; give \"more\", \"less\" or \"neither\"",
                misspelling: .init(text: text, candidates: Measure.Direction.allCases.map(\.rawValue))))
        return nil
    }

    /// A rule by which figures are not known.
    mutating func unknown(_ node: JSONNode, _ path: String) -> UnknownRule? {
        if case .string(UnknownRule.never) = node { return nil }
        guard case .object = node else {
            expect("\"never\" or {\"whereAny\": [...], \"unlessAny\": [...]}", insteadOf: node, at: path)
            return nil
        }
        let keys: [AggregateKey] = [
            ("whereAny", "records, any of which must be there", true),
            ("unlessAny", "records, any of which makes it known", false),
        ]
        guard let fields = object(node, at: path, noun: "'unknown'", keys: keys), let some = fields["whereAny"] else {
            return nil
        }
        return UnknownRule(
            whereAny: sets(some, join(path, "whereAny"), adding: .init(.records)),
            unlessAny: fields["unlessAny"].map { sets($0, join(path, "unlessAny"), adding: .init(.records)) } ?? [])
    }
}

extension Measure.Format {
    /// Why values that are made in a way cannot be shown so; nil if they can.
    func unsuited(to aggregate: Aggregate) -> String? {
        switch (self, aggregate) {
        case (.share, .ratio), (.share, .share), (.share, .intervalEnd), (.share, .per): nil
        case (.share, _): aggregate.recordSets.allSatisfy(\.quantity.isQuotient) ? nil : "it is no share of a whole"
        case (.count, .count), (.count, .distinct), (.count, .persons), (.count, .sum): nil
        case (.count, .difference) where aggregate.usualFormat == .count: nil
        case (.count, _): "it is not always a whole number"
        case (.money, .count), (.money, .distinct), (.money, .persons), (.money, .share), (.money, .intervalEnd):
            "it is no amount of money"
        case (.money, _), (.number, _): nil
        }
    }
}

extension Aggregate {
    /// How its value is shown where nothing else is said.
    var usualFormat: Measure.Format {
        switch self {
        case .count, .distinct, .persons: .count
        case .share, .intervalEnd: .share
        case .difference(let upper, let lower):
            upper.usualFormat == .count && lower.usualFormat == .count ? .count : .number(places: 1)
        case .sum, .mean, .deviation, .quantile: .number(places: 1)
        case .ratio, .per: .number(places: 2)
        }
    }
}
