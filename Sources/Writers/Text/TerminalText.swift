/// The text for a line of the terminal: line breaks and tabs become spaces, other control characters U+FFFD.
///
/// Texts come from records, and must not send commands to the terminal.
package func terminalText(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    return String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
                return scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
            }))
}
