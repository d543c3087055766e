/// Text that stays on its line and cannot command the terminal: control characters are replaced.
package func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else { return text }
    return String(
        String.UnicodeScalarView(
            text.unicodeScalars.map { scalar in
                if scalar == "\n" || scalar == "\t" || scalar == "\r" { return " " }
                return scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
            }))
}
