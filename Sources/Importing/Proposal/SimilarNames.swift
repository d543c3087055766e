import Support

/// Names that look like spellings of one, such as Crisis Mgmt and Crisis Management.
///
/// Each word of one has to be that of the other, an abbreviation of it, or a slip of a letter or two in a long word. A number
/// or a single letter that differs makes another name: Course A and Course B, Office 1 and Office 2.
struct SimilarNames {
    /// A name with its other spellings.
    struct Member {
        var name: String
        var spellings: [String]
    }

    /// The names in the order of their first appearance, each with the spellings that look like it.
    private(set) var members: [Member] = []
    /// The spellings that were taken for another name by their looks.
    var doubtful: [(spelling: String, name: String)] {
        members.flatMap { member in member.spellings.map { ($0, member.name) } }
    }

    /// Names that begin with all words of another one, and are left apart: Customs and Customs Authority.
    var longer: [(long: String, short: String)] {
        members.flatMap { long in
            members.filter { Self.begins(long.name, with: $0.name) }.map { (long.name, $0.name) }
        }
    }

    /// The names of some texts; spellings that fold to the same are one without question.
    ///
    /// The first spelling is the name, unless it is cut short and another one is not. Of hundreds of names none are compared.
    init(_ texts: [String]) {
        var keys: Set<String> = []
        // A tatweel only stretches a word.
        let names = texts.filter { keys.insert(WordIndex.key(of: $0)).inserted }.map {
            $0.replacing("\u{640}", with: "")
        }
        for name in names {
            let position = names.count > 300 ? nil : members.firstIndex { Self.areSimilar($0.name, name) }
            guard let position else {
                members.append(Member(name: name, spellings: []))
                continue
            }
            let isFuller = members[position].name.contains(".") && !name.contains(".")
            members[position].spellings.append(isFuller ? members[position].name : name)
            if isFuller { members[position].name = name }
        }
    }

    /// Whether two names look like spellings of one.
    static func areSimilar(_ left: String, _ right: String) -> Bool {
        let (lefts, rights) = (words(of: left), words(of: right))
        guard lefts.count == rights.count, !lefts.isEmpty else { return false }
        return zip(lefts, rights).allSatisfy { areSameWord($0, $1) }
    }

    /// A word as it is folded, and whether a point ends it.
    private struct Word: Equatable {
        var text: String
        var hasPoint: Bool

        static func == (left: Word, right: Word) -> Bool { left.text == right.text }
    }

    private static func words(of text: String) -> [Word] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "." }.flatMap { part in
            part.split(separator: ".").map { word in
                Word(text: Spelling.folded(String(word)), hasPoint: word.endIndex < part.endIndex)
            }
        }.filter { !$0.text.isEmpty }
    }

    /// Whether a name has all words of another one and more, none of which is a number or a letter alone.
    private static func begins(_ long: String, with short: String) -> Bool {
        let (longs, shorts) = (words(of: long), words(of: short))
        guard shorts.count < longs.count, longs.starts(with: shorts) else { return false }
        return longs.dropFirst(shorts.count).allSatisfy { word in
            word.text.count >= 3 && !word.text.utf8.contains(where: CellText.isDigit)
        }
    }

    private static func areSameWord(_ left: Word, _ right: Word) -> Bool {
        guard left != right else { return true }
        let (short, long) = left.text.count < right.text.count ? (left, right) : (right, left)
        let hasDigits = (short.text + long.text).utf8.contains(where: CellText.isDigit)
        guard !hasDigits, short.text.count >= 3, short.text.first == long.text.first else { return false }
        if isAbbreviation(short, of: long.text) { return true }
        return short.text.count >= 6 && long.text.count - short.text.count <= 1 && differsLittle(short.text, long.text)
    }

    /// Whether a word is cut short, or has only consonants of another one, as `min` of ministry and `mgmt` of management.
    private static func isAbbreviation(_ short: Word, of long: String) -> Bool {
        guard long.count >= short.text.count + 2 else { return false }
        if short.hasPoint, long.hasPrefix(short.text) { return true }
        guard short.text.last == long.last, !short.text.dropFirst().contains(where: { "aeiou".contains($0) }),
            short.text.utf8.allSatisfy({ $0 < 0x80 })
        else { return false }
        var rest = short.text[...]
        for letter in long where letter == rest.first { rest.removeFirst() }
        return rest.isEmpty
    }

    /// Whether at most one letter differs, or is missing.
    private static func differsLittle(_ short: String, _ long: String) -> Bool {
        let (lefts, rights) = (Array(short), Array(long))
        var start = 0
        while start < lefts.count, lefts[start] == rights[start] { start += 1 }
        var end = 0
        while end < lefts.count - start, lefts[lefts.count - 1 - end] == rights[rights.count - 1 - end] { end += 1 }
        return rights.count - start - end <= 1
    }

    /// Names in Arabic with those in Latin letters beside which they stand most, where so many groups and more have both.
    static func inBothScripts(
        _ groups: some Sequence<[String]>, _ members: [WordList.Member], atLeast least: Int
    ) -> [(arabic: String, latin: String)] {
        let index = WordIndex(WordList("", members))
        var counts: [String: [String: Int]] = [:]
        for texts in groups {
            let names = Set(texts.compactMap { index.member($0) })
            let arabic = names.filter(\.hasArabic)
            for name in arabic {
                for other in names where !other.hasArabic { counts[name, default: [:]][other, default: 0] += 1 }
            }
        }
        return members.compactMap { member in
            let ranked = (counts[member.name] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            guard let best = ranked.first, best.value >= least, ranked.count == 1 || ranked[1].value < best.value else {
                return nil
            }
            return (member.name, best.key)
        }
    }
}
