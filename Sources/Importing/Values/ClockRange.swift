import Support

/// A part of a day: `9 AM to 2 PM`, `09:00 - 14:00`, `من ٩ ص إلى ٢ م`.
package struct ClockRange: Hashable, Sendable {
    /// When it begins, in minutes after midnight.
    package var start: Int
    /// When it ends, later than it begins.
    package var end: Int

    /// How long it is.
    package var hours: ExactDecimal { ExactDecimal(millionths: Int128(end - start) * ExactDecimal.scale / 60) }

    /// The range of a text; nil if it is none.
    ///
    /// Both ends have minutes, or at least one of them says before or after noon: `9 - 2` says too little.
    package init?(_ text: String) {
        guard text.utf8.count <= 80 else { return nil }
        var times: [(minutes: Int, half: Int?, hasMinutes: Bool)] = []
        let tokens = ValueToken.tokens(of: Self.withoutPointsOfHalves(text))
        var index = 0
        while index < tokens.count {
            switch tokens[index] {
            case .number:
                guard let hour = tokens[index].whole, hour <= 24 else { return nil }
                var minutes = 0
                let hasMinutes = index + 1 < tokens.count && [.sign(":"), .sign(".")].contains(tokens[index + 1])
                if hasMinutes {
                    guard index + 2 < tokens.count, case .number(let digits) = tokens[index + 2],
                        digits.utf8.count == 2,
                        let number = Int(digits), number < 60
                    else { return nil }
                    minutes = number
                    index += 2
                }
                times.append((hour * 60 + minutes, nil, hasMinutes))
            case .word(let word):
                if let half = Self.halves[word] {
                    guard let last = times.indices.last, times[last].half == nil,
                        (1...12).contains(times[last].minutes / 60)
                    else {
                        return nil
                    }
                    times[last].half = half
                    times[last].minutes = times[last].minutes % 720 + half
                } else if !Self.fillers.contains(word) {
                    return nil
                }
            case .sign(let sign):
                guard "-–—".unicodeScalars.contains(sign) else { return nil }
            }
            index += 1
        }
        guard times.count == 2, times.allSatisfy({ $0.hasMinutes || $0.half != nil }) || times[1].half != nil else {
            return nil
        }
        var start = times[0].minutes
        let end = times[1].minutes
        // 9 - 2 PM begins before noon; 1 - 3 PM after.
        if times[0].half == nil, let half = times[1].half, start + half < end, start < 720 { start += half }
        guard start < end, end <= 1_440 else { return nil }
        (self.start, self.end) = (start, end)
    }

    /// A text with AM for a.m.
    private static func withoutPointsOfHalves(_ text: String) -> String {
        text.lowercased().replacing("a.m.", with: "am").replacing("p.m.", with: "pm")
    }

    private static let halves = ["am": 0, "ص": 0, "صباحا": 0, "pm": 720, "م": 720, "مساء": 720, "ظهرا": 720]
    private static let fillers: Set<String> = ["to", "from", "till", "until", "من", "الي", "حتي", "الساعه", "hrs", "h"]
}
