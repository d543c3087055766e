/// Finds the word that somebody meant, and says so in one form everywhere.
package enum Spelling {
    /// The candidate that differs least from a text, or nil if none is near: at most a third of the letters may differ, or
    /// two in words of four letters and more.
    ///
    /// Of a word of two or three letters at least two must be in the candidate, since one alone says too little. Where two
    /// of three are, as in codes of states, two places may differ.
    package static func nearest(to text: String, among candidates: some Sequence<String>) -> String? {
        guard text.utf8.count <= 320 else { return nil }
        let sought = Array(text.lowercased().unicodeScalars)
        let limit = sought.count < 4 ? 1 : max(2, sought.count / 3)
        let isShortWord = sought.count < 4 && sought.allSatisfy { $0.properties.isAlphabetic }
        var nearest: (candidate: String, distance: Int)?
        for candidate in candidates where candidate.utf8.count <= 4 * (sought.count + limit) {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let limit = isShortWord && sought.count == 3 && scalars.count == 3 ? 2 : limit
            guard abs(scalars.count - sought.count) <= limit else { continue }
            let distance = editDistance(from: sought, to: scalars)
            guard distance <= limit, distance < nearest?.distance ?? .max else { continue }
            if !isShortWord || commonLetters(of: sought, and: scalars) >= min(2, sought.count) {
                nearest = (candidate, distance)
            }
        }
        return nearest?.candidate
    }

    /// The question after a misspelt word, such as `did you mean 'state'?`; nil if there is no near candidate.
    package static func suggestion(for text: String, among candidates: some Sequence<String>) -> BilingualText? {
        suggestion(of: nearest(to: text, among: candidates).map { [$0] } ?? [])
    }

    /// The question after a word that means others: `did you mean 'state' or 'trainer-nationality'?`; nil of none.
    package static func suggestion(of names: [String]) -> BilingualText? {
        guard !names.isEmpty else { return nil }
        let english = names.map { "'\($0)'" }.joined(separator: " or ")
        let arabic = names.map { "«\($0)»" }.joined(separator: " أو ")
        return BilingualText(en: "did you mean \(english)?", ar: "هل تقصد \(arabic)؟")
    }

    /// The question after a misspelt word that stands without quotes: `did you mean --title?` for `--title`.
    package static func didYouMean(_ word: String) -> BilingualText {
        BilingualText(en: "did you mean \(word)?", ar: "هل تقصد \(word)؟")
    }

    /// The end of a message about a misspelt word, such as `; did you mean 'state'?`; empty if no candidate is near.
    package static func ending(suggesting nearest: String?, _ language: Language) -> String {
        guard let nearest else { return "" }
        return language == .ar ? "؛ هل تقصد «\(nearest)»؟" : "; did you mean '\(nearest)'?"
    }

    /// Codes, names or other texts as a list for a message in either language: of many the first.
    ///
    /// Texts of people stand in quotes; each language has its own.
    package static func list(_ texts: [String], quoted: Bool = false) -> BilingualText {
        let shown = texts.prefix(24).map { $0.shortened() }
        let english = shown.map { quoted ? "'\($0)'" : $0 }.joined(separator: ", ")
        let arabic = shown.map { quoted ? "«\($0.isolated)»" : $0 }.joined(separator: "، ")
        guard texts.count > 24 else { return BilingualText(en: english, ar: arabic) }
        let more = texts.count - 24
        return BilingualText(en: "\(english) and \(more) more", ar: "\(arabic)، وغيرها (\(more))")
    }
}

/// How many letters two texts have in common, wherever they stand.
private func commonLetters(of left: [Unicode.Scalar], and right: [Unicode.Scalar]) -> Int {
    var rest = right
    return left.count { letter in
        guard let place = rest.firstIndex(of: letter) else { return false }
        rest.remove(at: place)
        return true
    }
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other.
private func editDistance(from left: [Unicode.Scalar], to right: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let isSame = left[row] == right[column]
            var best = min(last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                best = min(best, beforeLast[column - 1] + 1)
            }
            current.append(best)
        }
        beforeLast = last
        last = current
    }
    return last[right.count]
}
