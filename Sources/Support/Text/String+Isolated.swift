extension String {
    /// The text with what it does to the direction of writing kept to itself (Unicode Standard Annex 9, isolates).
    ///
    /// Texts come from records; one with an override could otherwise turn round a figure that stands beside it.
    package var isolated: String {
        guard unicodeScalars.contains(where: \.directsWriting) else { return self }
        let sound = directionsClosed(atLevel: 1)
        return sound == self && hasOuterIsolate ? self : "\u{2068}" + sound + "\u{2069}"
    }

    /// The text with isolates closed; marks of direction outside of isolates become U+FFFD, so that they are seen.
    package var directionsShown: String {
        unicodeScalars.contains(where: \.directsWriting) ? directionsClosed(atLevel: 0) : self
    }

    /// `level` is the number of isolates around the text: marks at level 0 are shown.
    private func directionsClosed(atLevel level: Int) -> String {
        var text = String.UnicodeScalarView()
        var depth = level
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x2066...0x2068:
                depth += 1
                text.append(scalar)
            case 0x2069 where depth > level:
                depth -= 1
                text.append(scalar)
            case 0x2069: text.append("\u{FFFD}")
            default: text.append(scalar.directsWriting && depth == 0 ? "\u{FFFD}" : scalar)
            }
        }
        for _ in level..<depth { text.append("\u{2069}") }
        return String(text)
    }

    private var hasOuterIsolate: Bool {
        guard let first = unicodeScalars.first, (0x2066...0x2068).contains(first.value) else { return false }
        var depth = 0
        for (index, scalar) in unicodeScalars.enumerated() {
            if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
            if scalar.value == 0x2069 { depth -= 1 }
            if depth == 0 { return index == unicodeScalars.count - 1 }
        }
        return false
    }
}

extension Unicode.Scalar {
    /// Whether it is an embedding, an override, an isolate, or the end of one.
    fileprivate var directsWriting: Bool { (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value) }
}
