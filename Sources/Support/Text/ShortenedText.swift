/// A text cut to a length that can be shown: so many characters at most, marks upon letters counted each.
package func shortened(_ text: String, to length: Int = 120) -> String {
    let scalars = text.unicodeScalars
    guard scalars.index(scalars.startIndex, offsetBy: length + 1, limitedBy: scalars.endIndex) != nil else {
        return text
    }
    return String(scalars.prefix(length - 1)) + "…"
}
