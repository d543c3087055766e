import Support
import TrainingStats

/// What is wrong with a record and how to fix it: words of the program, and what the record says between them.
///
/// It is written as an interpolated text. Its words are the key under which `FindingWording` has the Arabic text, so that
/// both languages say the same of the same values.
public struct FindingText: Hashable, Sendable, ExpressibleByStringInterpolation {
    /// The words, with `{}` for each value.
    private(set) var template: String
    /// What stands in the places of `{}`.
    private(set) var values: [String]
    /// The known word that was meant; nil if none is near.
    var nearest: String?

    /// Words without values.
    public init(stringLiteral words: String) {
        template = words
        values = []
    }

    /// Words and values in their order.
    public init(stringInterpolation parts: StringInterpolation) {
        template = parts.template
        values = parts.values
    }

    /// Takes an interpolated text apart.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var values: [String] = []

        /// No part yet.
        public init(literalCapacity: Int, interpolationCount: Int) { values.reserveCapacity(interpolationCount) }

        /// Adds words.
        public mutating func appendLiteral(_ words: String) { template += words }

        /// Adds a value.
        public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            template += "{}"
            values.append(value.description.isolated)
        }
    }

    /// One text behind another.
    static func + (left: FindingText, right: FindingText) -> FindingText {
        var text = left
        text.template += right.template
        text.values += right.values
        text.nearest = left.nearest ?? right.nearest
        return text
    }

    /// The same with the known word that was meant.
    func suggesting(_ nearest: String?) -> FindingText {
        var text = self
        text.nearest = nearest
        return text
    }

    /// The text in English.
    public var english: String { filled(template) + Spelling.ending(suggesting: nearest) }

    /// The text in a language; nil if it has no wording there.
    public func wording(_ language: Language) -> String? {
        guard language == .ar else { return english }
        guard let arabic = FindingWording.arabic[template] else { return nil }
        return filled(arabic) + (nearest.map { "؛ هل تقصد «\($0)»؟" } ?? "")
    }

    /// A template with the values in their places.
    ///
    /// A text may name the places in another order, as `{1}`; `{}` is the next one.
    private func filled(_ template: String) -> String {
        var text = ""
        var next = 0
        var rest = template[...]
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            text += rest[..<opening]
            let place = Int(rest[rest.index(after: opening)..<closing]) ?? next
            text += values.indices.contains(place) ? values[place] : ""
            next = place + 1
            rest = rest[rest.index(after: closing)...]
        }
        return text + rest
    }
}
