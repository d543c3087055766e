import Support

/// The text for a line of the terminal: line breaks and tabs become spaces, other control characters U+FFFD.
///
/// Texts come from records, and must neither send commands to the terminal nor turn round what stands beside them: marks of
/// direction outside of isolates are shown too.
package func terminalText(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
        return text.directionsShown
    }
    return withoutControls(text).directionsShown
}

/// Lines of data as a terminal may have them: each control character but tabs and ends of lines is shown as `U+FFFD`.
package func terminalLines(_ text: String) -> String {
    func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
    }
    guard !text.unicodeScalars.allSatisfy(isHarmless) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isHarmless($0) ? $0 : "\u{FFFD}" }))
}

/// The text of a cell, which ``TextLayout`` isolates line by line: of a very long one the beginning, and a mark.
func terminalCell(_ text: String) -> String {
    let text = text.shortened(to: 500)
    return text.unicodeScalars.contains { $0.properties.generalCategory == .control } ? withoutControls(text) : text
}

private func withoutControls(_ text: String) -> String {
    String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
                return scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
            }))
}
