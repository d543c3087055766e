/// Identifiers that SDMX allows: Latin letters, digits and a few signs.
enum SDMXIdentifier {
    /// The identifier of a table or a component.
    static func component(_ id: String) -> String { id.uppercased().replacing("-", with: "_") }

    /// The code of a member: the member itself where it can be one, else its Latin letters and digits and a digest, so that
    /// the same text has the same code everywhere and another text another one.
    static func code(_ member: String) -> String {
        guard member.wholeMatch(of: /[A-Za-z0-9_@$\-]+/) == nil else { return member }
        let words = member.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.joined(separator: "_")
        return "\(words.isEmpty ? "MEMBER" : String(words.prefix(40)))_\(digest(of: member, digits: 12))"
    }

    /// The identifier of something with a version: its kind and a digest of its content, so that the same identifier always
    /// stands for the same content.
    static func artefact(_ kind: String, content: String) -> String { "\(kind)_\(digest(of: content, digits: 8))" }

    /// A number of so many hexadecimal digits, 16 at most, made of the bytes of a text: FNV-1a, its bits mixed once more.
    private static func digest(of text: String, digits: Int) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
        let number = String(hash ^ hash >> 32, radix: 16, uppercase: true)
        return String((String(repeating: "0", count: 16 - number.count) + number).suffix(digits))
    }
}
