/// The candidate that differs least from a text, or nil where none is near (at most a third of the letters differ, or two of four and
/// more).
public func nearestSpelling(of text: String, among candidates: some Sequence<String>) -> String? {
    guard text.count <= 80 else { return nil }
    let limit = text.count < 4 ? 1 : max(2, text.count / 3)
    let scored = candidates.map { (candidate: $0, distance: editDistance(text.lowercased(), $0.lowercased())) }
    return scored.filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.candidate
}

/// How many insertions, deletions, replacements and swaps of neighbours lead from one text to the other.
private func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
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
