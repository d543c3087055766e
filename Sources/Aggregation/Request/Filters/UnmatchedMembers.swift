import Support
import TrainingStats

/// Members that a filter names and no record has, and what was meant.
public struct UnmatchedMembers: Hashable, Sendable {
    /// Identifier of the dimension.
    public let dimension: String
    /// Which members the filter keeps.
    public let choice: Filter.Choice
    /// The members as the filter names them, several if they are one member that its own commas cut; or a text that no
    /// member contains.
    public let members: [String]
    /// The member of the records that was meant; nil if none is near.
    public let nearest: String?

    /// What is meant by the members of these filters that no record has, filter by filter.
    ///
    /// `unmatched` is what a summary says of them.
    package static func all(
        _ unmatched: [Filter], of filters: [Filter], on dataset: Dataset, in catalogue: Catalogue
    ) -> [UnmatchedMembers] {
        var lookups = SharedLookups(catalogue)
        return unmatched.flatMap { missing -> [UnmatchedMembers] in
            guard let dimension = catalogue.dimension(missing.dimension) else { return [] }
            let profiles = lookups.profiles(of: dataset)
            let known = lookups.codes(of: dimension, in: dataset, profiles: profiles).members
            return all(missing, in: filters, known: known)
        }
    }

    /// What is meant by the members of one of some filters that no record has, where a dimension has known members.
    static func all(_ missing: Filter, in filters: [Filter], known: [String]) -> [UnmatchedMembers] {
        guard missing.choice != .containing else {
            return missing.members.map { .init(of: missing, members: [$0], nearest: nil) }
        }
        let alike = filters.filter { $0.dimension == missing.dimension && $0.choice == missing.choice }
        return all(missing, in: alike.map(\.members), known: known)
    }

    private init(of filter: Filter, members: [String], nearest: String?) {
        (dimension, choice) = (filter.dimension, filter.choice)
        self.members = members
        self.nearest = nearest
    }

    private static func all(_ missing: Filter, in lists: [[String]], known: [String]) -> [UnmatchedMembers] {
        var found: [UnmatchedMembers] = []
        // Members are other ones where their bytes are, also where texts look the same.
        var explained: Set<ByteKey> = []
        for text in missing.members where !explained.contains(ByteKey(text)) {
            let list = lists.first { $0.holds(text) } ?? [text]
            if let (cut, member) = memberCut(around: text, in: list, known: known) {
                found.append(UnmatchedMembers(of: missing, members: cut, nearest: member))
                explained.formUnion(cut.map { ByteKey($0) })
            } else {
                found.append(
                    UnmatchedMembers(
                        of: missing, members: [text],
                        nearest: memberWithPart(text, known) ?? Spelling.nearest(to: text, among: known)))
            }
        }
        return found
    }

    /// The longest run of a list around a text that, joined by commas, is a known member: the parts, and the member.
    private static func memberCut(
        around text: String, in list: [String], known: [String]
    ) -> (parts: [String], member: String)? {
        guard let place = list.place(of: text) else { return nil }
        // A filter has no spaces around its parts, whatever the member has.
        func words(_ text: String) -> [[[UInt8]]] {
            text.utf8.split(separator: 0x2C, omittingEmptySubsequences: false).map { part in
                part.split(separator: 0x20).map(Array.init)
            }
        }
        let known = Dictionary(known.map { (words($0), $0) }) { first, _ in first }
        var best: (parts: [String], member: String)?
        for first in 0...place {
            for last in place..<list.count where last > first && last - first < 8 {
                let parts = Array(list[first...last])
                if let member = known[words(parts.joined(separator: ","))], parts.count > best?.parts.count ?? 1 {
                    best = (parts, member)
                }
            }
        }
        return best
    }

    /// A known member that has the text between two of its commas.
    private static func memberWithPart(_ text: String, _ known: [String]) -> String? {
        func trimmed(_ bytes: Substring.UTF8View) -> [UInt8] {
            Array(bytes.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed())
        }
        let sought = trimmed(text[...].utf8)
        return known.first { member in
            member.utf8.contains(0x2C)
                && member.utf8.split(separator: 0x2C).contains { trimmed($0) == sought }
        }
    }
}
