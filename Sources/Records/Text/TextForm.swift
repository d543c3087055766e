import Support

/// How the text of a table is written, where that is not plain: UTF-8 with commas.
public struct TextForm: Hashable, Sendable {
    /// An encoding of text.
    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        case windows1256 = "Windows-1256"
    }

    /// The encoding.
    public var encoding = Encoding.utf8
    /// What stands between fields.
    public var separator = UInt8(ascii: ",")
    /// Whether the first line is not of the table, but names the separator, such as `sep=;`.
    public var namesSeparator = false

    /// Whether nothing had to be converted.
    public var isPlain: Bool { self == TextForm() }

    /// What it is called, for a notice.
    public var name: BilingualText {
        var parts: [BilingualText] = []
        if encoding != .utf8 { parts.append(BilingualText(en: encoding.rawValue, ar: encoding.rawValue)) }
        if separator != UInt8(ascii: ",") { parts.append(separatorName) }
        if namesSeparator { parts.append(BilingualText(en: "a line sep=", ar: "سطر sep=")) }
        return BilingualText(
            en: parts.map(\.en).joined(separator: ", "), ar: parts.map { $0(.ar) }.joined(separator: "، "))
    }

    private var separatorName: BilingualText {
        switch separator {
        case UInt8(ascii: ";"): BilingualText(en: "semicolons between the fields", ar: "فواصل منقوطة بين الحقول")
        case UInt8(ascii: "\t"): BilingualText(en: "tabs between the fields", ar: "علامات جدولة بين الحقول")
        default:
            BilingualText(
                en: "'\(Character(Unicode.Scalar(separator)))' between the fields",
                ar: "«\(Character(Unicode.Scalar(separator)))» بين الحقول")
        }
    }

    /// What the beginning of a text, in UTF-8, says of its separator, and how many bytes are a line that names it.
    static func separator(toldBy start: ArraySlice<UInt8>) -> (separator: UInt8, lineLength: Int) {
        let lineEnd = start.firstIndex(of: UInt8(ascii: "\n"))
        if let lineEnd {
            var line = start[..<lineEnd]
            if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
            if line.count >= 2, line.first == quote, line.last == quote { line = line.dropFirst().dropLast() }
            let name = line.prefix(4).map { $0 | 0x20 }
            if line.count == 5, name == Array("sep=".utf8).map({ $0 | 0x20 }), let mark = line.last, isSeparator(mark) {
                return (mark, lineEnd + 1 - start.startIndex)
            }
        }
        return (separator(inHeader: start), 0)
    }

    private static let quote = UInt8(ascii: "\"")

    /// Whether a byte can part fields: a tab, or a mark that is none of those that headings and numbers are made of.
    private static func isSeparator(_ byte: UInt8) -> Bool { ",;|:\t".utf8.contains(byte) }

    /// The separator of the first line that is not empty: a comma if there is any outside quotes, else what there is more of.
    private static func separator(inHeader start: ArraySlice<UInt8>) -> UInt8 {
        let (comma, semicolon, tab) = (UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"))
        var (commas, semicolons, tabs) = (0, 0, 0)
        var (isQuoted, hasText) = (false, false)
        for byte in start {
            switch byte {
            case quote:
                isQuoted.toggle()
                hasText = true
            case _ where isQuoted: hasText = true
            case comma: commas += 1
            case semicolon: semicolons += 1
            case tab: tabs += 1
            case UInt8(ascii: "\n"):
                if hasText { return choice() }
                (commas, semicolons, tabs) = (0, 0, 0)
            case UInt8(ascii: " "), UInt8(ascii: "\r"): break
            default: hasText = true
            }
        }
        func choice() -> UInt8 {
            if commas > 0 || semicolons + tabs == 0 { return comma }
            return semicolons >= tabs ? semicolon : tab
        }
        return choice()
    }
}
