import Support

/// Identifiers that SDMX allows: Latin letters, digits and a few signs.
enum SDMXIdentifier {
    /// How many hexadecimal digits of a SHA-256 digest an identifier ends in: 64 bits.
    ///
    /// Two of a million contents share 64 bits with a probability of 3 in 100 million; identifiers stay short enough to read.
    private static let digestLength = 16

    /// The identifier of a table or a component.
    static func component(_ id: String) -> String { id.uppercased().replacing("-", with: "_") }

    /// The code of a member: the member itself if SDMX allows it as a code, else its Latin letters and digits and a digest, so
    /// that the same text has the same code in every file and another text another one.
    static func code(_ member: String) -> String {
        let isCode = !member.isEmpty && member.utf8.allSatisfy { $0.isASCIILetterOrDigit || "_@$-".utf8.contains($0) }
        guard !isCode else { return member }
        let words = member.utf8.split { !$0.isASCIILetterOrDigit }.map { String(decoding: $0, as: UTF8.self) }
            .joined(separator: "_")
        return "\(words.isEmpty ? "MEMBER" : String(words.prefix(40)))_\(digest(of: member))"
    }

    /// The identifier of something with a version: its kind and a digest of its content, so that the same identifier always
    /// stands for the same content.
    static func artefact(_ kind: String, content: String) -> String { "\(kind)_\(digest(of: content))" }

    private static func digest(of text: String) -> String {
        String(SHA256.hexadecimal(of: Array(text.utf8)).prefix(digestLength)).uppercased()
    }
}
