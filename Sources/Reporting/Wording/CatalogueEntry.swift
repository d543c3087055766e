import Support
import TrainingStats

/// An entry of the catalogue of texts: everything that reports and commands say, except the texts of measures, dimensions,
/// states, topics and findings, which are declared with them.
package protocol CatalogueEntry: CaseIterable, Sendable {
    /// The entry in both languages; `{name}` stands for a value.
    var wording: (en: String, ar: String) { get }
}

extension CatalogueEntry {
    /// The entry as a text in both languages.
    package var text: BilingualText { BilingualText(en: wording.en, ar: wording.ar) }
}

extension Language {
    /// The text of an entry.
    package func callAsFunction(_ entry: some CatalogueEntry) -> String {
        self == .ar ? entry.wording.ar : entry.wording.en
    }

    /// The text of an entry, with values in place of `{name}`.
    package func callAsFunction(_ entry: some CatalogueEntry, _ values: KeyValuePairs<String, String>) -> String {
        fill(self(entry), values)
    }

    /// A text with values in place of `{name}`.
    func fill(_ template: String, _ values: KeyValuePairs<String, String>) -> String {
        var text = ""
        var rest = template[...]
        while let opening = rest.firstIndex(of: "{"), let closing = rest[opening...].firstIndex(of: "}") {
            let name = rest[rest.index(after: opening)..<closing]
            let value = values.first { $0.key == name }?.value
            text += rest[..<opening] + (value ?? String(rest[opening...closing]))
            rest = rest[rest.index(after: closing)...]
        }
        return text + rest
    }

    /// A count with its noun in the right grammatical form.
    package func callAsFunction(_ counted: Counted, _ count: Int) -> String {
        let forms = counted.forms
        let form =
            switch self {
            case .en: count == 1 ? forms.en.one : forms.en.other
            case .ar: forms.ar[ArabicPlural(count)]
            }
        return form.replacing("#", with: grouped(count))
    }

    /// Words joined by commas.
    package func list(_ words: [String]) -> String { words.joined(separator: self(Phrase.listComma)) }

    /// Words joined by commas, the last one by "and"; in Arabic, all are joined by "and".
    package func listWithAnd(_ words: [String]) -> String {
        guard self != .ar, let last = words.last, words.count > 1 else {
            return words.joined(separator: self(Phrase.listAnd))
        }
        return list(words.dropLast()) + self(Phrase.listAnd) + last
    }

    /// Counts beside each other: joined by commas, in Arabic by "and".
    package func tally(_ counts: [String]) -> String { self == .ar ? listWithAnd(counts) : list(counts) }

    /// A heading as it is written within a sentence; abbreviations such as CBRN keep their capitals.
    package func inSentence(_ heading: String) -> String {
        let begins = heading.prefix(2)
        guard begins.count < 2 || begins.last?.isUppercase == false else { return heading }
        return heading.prefix(1).lowercased() + heading.dropFirst()
    }

    /// A text that begins with a capital letter.
    package func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

/// A whole number with commas between groups of three digits.
func grouped(_ number: Int) -> String {
    var digits = String(number.magnitude)
    var groups: [String] = []
    while digits.count > 3 {
        groups.insert(String(digits.suffix(3)), at: 0)
        digits.removeLast(3)
    }
    return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
}

/// A number with commas between groups of three digits, and all digits after the point.
func grouped(_ number: ExactDecimal) -> String {
    let parts = number.description.split(separator: ".")
    let whole = parts.first.flatMap { Int($0.drop { $0 == "-" }) }.map(grouped) ?? ""
    return (number < .zero ? "-" : "") + whole + parts.dropFirst().map { "." + $0 }.joined()
}
