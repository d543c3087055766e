/// The digits of texts and figures for people; data have Latin ones whatever is chosen.
///
/// The names are those of numbering systems in Unicode's CLDR.
public enum Digits: String, Sendable, CaseIterable {
    /// Arabic-Indic digits, ٠ to ٩, with ٬ between groups, ٫ before the fraction, and ٪.
    case arab
    /// Latin digits.
    case latn

    /// The digits that a language has if none are chosen.
    public static func usual(in language: Language) -> Digits { language.isRightToLeft ? .arab : .latn }

    /// A number, a date or another text without Latin words, in these digits.
    package func figure(_ text: String) -> String {
        guard hasForeign(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            result.append(
                self == .arab ? Self.arabic(scalar, at: index, of: scalars) : Self.latin(scalar, at: index, of: scalars)
            )
        }
        return String(result)
    }

    /// Running text or the name of something, in these digits.
    ///
    /// Digits in a word with Latin letters stay as they are, since they belong to identifiers and names of files; so do
    /// numbers of versions, and in Arabic a number behind a Latin word: `SHA-256`, `report-2.csv`, `tadrib 0.1.0`, `ISO 8601`.
    package func words(_ text: String, in language: Language) -> String {
        guard hasForeign(text) else { return text }
        guard self == .arab else { return figure(text) }
        var isAfterLatin = false
        var isAfterFigure = false
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
            let belongsToLatin =
                isAfterLatin && language.isRightToLeft && word.unicodeScalars.first?.isLatinDigit == true
            isAfterLatin = word.unicodeScalars.first?.isLatinLetter == true
            if isAfterFigure, word.first == "%" { return "\u{66A}" + word.dropFirst() }
            let isKept =
                belongsToLatin || word.unicodeScalars.contains(where: \.isLatinLetter)
                || word.prefixMatch(of: /[0-9]+\.[0-9]+\.[0-9]/) != nil
            isAfterFigure = !isKept && word.unicodeScalars.last?.isLatinDigit == true
            return isKept ? String(word) : figure(String(word))
        }
        return words.joined(separator: " ")
    }

    private static let groupMark: (latn: Unicode.Scalar, arab: Unicode.Scalar) = (",", "\u{66C}")
    private static let point: (latn: Unicode.Scalar, arab: Unicode.Scalar) = (".", "\u{66B}")
    private static let percent: (latn: Unicode.Scalar, arab: Unicode.Scalar) = ("%", "\u{66A}")

    /// Whether a byte can be part of a digit of the other kind: these begin with 0xD9 (Arabic-Indic) or 0xDB (Persian).
    private func hasForeign(_ text: String) -> Bool {
        let bytes = text.utf8.span
        switch self {
        case .arab: for index in bytes.indices where (0x30...0x39).contains(bytes[index]) { return true }
        case .latn: for index in bytes.indices where bytes[index] == 0xD9 || bytes[index] == 0xDB { return true }
        }
        return false
    }

    private static func arabic(
        _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
    ) -> Unicode.Scalar {
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].isLatinDigit }
        switch scalar {
        case "0"..."9": return Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar
        case groupMark.latn:
            let isBetweenGroups =
                isDigit(index - 1) && (1...3).allSatisfy { isDigit(index + $0) } && !isDigit(index + 4)
            return isBetweenGroups ? groupMark.arab : scalar
        case point.latn: return isDigit(index - 1) && isDigit(index + 1) ? point.arab : scalar
        case percent.latn: return isDigit(index - 1) ? percent.arab : scalar
        default: return scalar
        }
    }

    private static func latin(
        _ scalar: Unicode.Scalar, at index: Int, of scalars: [Unicode.Scalar]
    ) -> Unicode.Scalar {
        func isDigit(_ index: Int) -> Bool { scalars.indices.contains(index) && scalars[index].arabicDigit != nil }
        if let digit = scalar.arabicDigit { return Unicode.Scalar(UInt8(0x30 + digit)) }
        for mark in [groupMark, point, percent] where scalar == mark.arab && isDigit(index - 1) { return mark.latn }
        let isApart = scalar == percent.arab && index > 0 && scalars[index - 1] == " " && isDigit(index - 2)
        return isApart ? percent.latn : scalar
    }
}

extension Unicode.Scalar {
    fileprivate var isLatinDigit: Bool { ("0"..."9").contains(self) }

    fileprivate var isLatinLetter: Bool { ("A"..."Z").contains(self) || ("a"..."z").contains(self) }

    /// The value of an Arabic-Indic digit, or of a Persian one.
    fileprivate var arabicDigit: UInt32? {
        switch value {
        case 0x660...0x669: value - 0x660
        case 0x6F0...0x6F9: value - 0x6F0
        default: nil
        }
    }
}
