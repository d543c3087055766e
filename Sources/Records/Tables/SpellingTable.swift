import Support
import TrainingStats

/// Which text is a spelling of which other, as `labels.csv` has it; texts compare as bytes.
struct SpellingTable {
    /// All texts that are spellings or have some.
    private(set) var texts = KeyTable()
    /// For each text the one that it is a spelling of, or itself.
    private var targets: [Int] = []

    /// Takes in that a text is a spelling of another.
    mutating func insert(_ text: String, as target: String) {
        let (from, to) = (code(of: text), code(of: target))
        targets[from] = to
    }

    private mutating func code(of text: String) -> Int {
        let code = texts.insert(text)
        if code == targets.count { targets.append(code) }
        return code
    }

    /// The text at the end of each chain of spellings, or nil for a text that is no spelling of another.
    ///
    /// A circle of spellings has no end: its texts, and those that lead to it, stay what they are.
    ///
    /// - Complexity: O(texts).
    func ends() -> (String) -> String? {
        var ends = [Int?](repeating: nil, count: targets.count)
        for start in targets.indices where ends[start] == nil {
            var path: [Int] = []
            var isOnPath: Set<Int> = []
            var code = start
            while ends[code] == nil, targets[code] != code, isOnPath.insert(code).inserted {
                path.append(code)
                code = targets[code]
            }
            let isCircle = isOnPath.contains(code) || ends[code] == -1
            let end = isCircle ? -1 : ends[code] ?? code
            ends[code] = end
            for step in path { ends[step] = end }
        }
        return { text in
            guard let code = texts.code(of: text), let end = ends[code], end >= 0, end != code else { return nil }
            return texts[end]
        }
    }
}
