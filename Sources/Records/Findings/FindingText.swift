import Support
import TrainingStats

/// What is wrong with a record and how to fix it: a wording of the program, and what the record says in its places.
public struct FindingText: Hashable, Sendable {
    /// The words in both languages, with `{}` for each value.
    let words: BilingualText
    /// What stands in the places; most values are the same in both languages.
    let values: [BilingualText]
    /// The known word that was meant; nil if none is near.
    var nearest: String?

    /// A wording with values in the order of its places in English.
    init(_ wording: some FindingWording, _ values: any FindingValue...) {
        words = BilingualText(en: wording.words.en, ar: wording.words.ar)
        self.values = values.map { value in
            let text = value.text
            return BilingualText(en: text.en.isolated, ar: text.ar?.isolated)
        }
    }

    /// A text from its parts, as they were taken from one.
    init(_ words: BilingualText, _ values: [BilingualText], nearest: String?) {
        self.words = words
        self.values = values
        self.nearest = nearest
    }

    /// The same with the known word that was meant.
    func suggesting(_ nearest: String?) -> FindingText {
        var text = self
        text.nearest = nearest
        return text
    }

    /// The text in a language.
    public func callAsFunction(_ language: Language) -> String {
        filled(language) + Spelling.ending(suggesting: nearest, language)
    }

    /// The text in both languages.
    var text: BilingualText { BilingualText(en: self(.en), ar: self(.ar)) }

    /// The words with the values in their places.
    ///
    /// A text may name the places in another order, as `{1}`; `{}` is the next one.
    private func filled(_ language: Language) -> String {
        var text = ""
        var next = 0
        let template = words(language)
        var rest = template[...]
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            text += rest[..<opening]
            let place = Int(rest[rest.index(after: opening)..<closing]) ?? next
            text += values.indices.contains(place) ? values[place](language) : ""
            next = place + 1
            rest = rest[rest.index(after: closing)...]
        }
        return text + rest
    }
}

/// A text of findings in both languages: findings are told in no other words, so that none lacks its Arabic.
///
/// A test compares the places for values of all cases.
protocol FindingWording: CaseIterable, Sendable {
    /// The words; `{}` stands for a value, and `{1}` for the second one where the order is another.
    var words: (en: String, ar: String) { get }
}

/// What can stand in a place of a wording.
protocol FindingValue {
    /// The value as a text.
    var text: BilingualText { get }
}

extension FindingValue where Self: CustomStringConvertible {
    var text: BilingualText { BilingualText(en: description) }
}

extension String: FindingValue {}
extension Int: FindingValue {}
extension Int16: FindingValue {}
extension Int32: FindingValue {}
extension ExactDecimal: FindingValue {}
extension CivilDate: FindingValue {}
extension BilingualText: FindingValue { var text: BilingualText { self } }
