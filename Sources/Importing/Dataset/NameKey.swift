import Support

/// Identifiers that are made of names.
///
/// A name is folded, so that its spellings give one identifier. Arabic letters become Latin ones, which everybody can read,
/// type and put into a command; since several of them become the same letter, a few digits of a digest keep names apart.
enum NameKey {
    /// The identifier of a name: `portsecurity`, `amnalmwany-3f2a`.
    static func key(of name: String) -> String {
        let folded = WordIndex.key(of: name)
        guard folded.unicodeScalars.contains(where: { letters[$0] != nil }) else { return folded }
        var latin = ""
        for scalar in folded.unicodeScalars {
            if let letter = letters[scalar] { latin += letter } else { latin.unicodeScalars.append(scalar) }
        }
        return latin + "-" + SHA256.hexadecimal(of: Array(folded.utf8)).prefix(4)
    }

    /// What each letter becomes that a folded name can have, and the further letters of Persian and the Gulf.
    private static let letters: [Unicode.Scalar: String] = [
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
        "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
        "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
        "پ": "p", "چ": "ch", "ژ": "zh", "ڤ": "v", "گ": "g", "ک": "k", "ی": "y",
    ]
}
