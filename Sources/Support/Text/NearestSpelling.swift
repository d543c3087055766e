/// The candidate that differs least from a text, or nil where none is near (at most a third of the letters differ, or two of four and
/// more).
///
/// Of a word of two or three letters at least two must be in the candidate, since one alone says too little. Where two of three
/// are, as in codes of states, two places may differ.
public func nearestSpelling(of text: String, among candidates: some Sequence<String>) -> String? {
    guard text.utf8.count <= 320 else { return nil }
    let sought = Array(text.lowercased().unicodeScalars)
    let limit = sought.count < 4 ? 1 : max(2, sought.count / 3)
    let isShortWord = sought.count < 4 && sought.allSatisfy { $0.properties.isAlphabetic }
    var nearest: (candidate: String, distance: Int)?
    for candidate in candidates where candidate.utf8.count <= 4 * (sought.count + limit) {
        let scalars = Array(candidate.lowercased().unicodeScalars)
        let limit = isShortWord && sought.count == 3 && scalars.count == 3 ? 2 : limit
        guard abs(scalars.count - sought.count) <= limit else { continue }
        let distance = editDistance(sought, scalars)
        guard distance <= limit, distance < nearest?.distance ?? .max else { continue }
        if !isShortWord || shared(sought, scalars) >= min(2, sought.count) { nearest = (candidate, distance) }
    }
    return nearest?.candidate
}

/// How many letters two texts have in common, wherever they stand.
private func shared(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var rest = right
    return left.count { letter in
        guard let place = rest.firstIndex(of: letter) else { return false }
        rest.remove(at: place)
        return true
    }
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
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
