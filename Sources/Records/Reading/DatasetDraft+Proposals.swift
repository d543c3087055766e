import Support
import TrainingStats

/// A row of `labels.csv`.
public struct LabelRow: Hashable, Sendable {
    /// Identifier of the dimension.
    public var dimension: String
    /// The member.
    public var member: String
    /// Its name in English.
    public var nameEn: String?
    /// Its name in Arabic.
    public var nameAr: String?
    /// The member that this one is a spelling of.
    public var sameAs: String?

    /// A row given by its fields.
    public init(dimension: String, member: String, nameEn: String? = nil, nameAr: String? = nil, sameAs: String? = nil)
    {
        self.dimension = dimension
        self.member = member
        self.nameEn = nameEn
        self.nameAr = nameAr
        self.sameAs = sameAs
    }
}

/// What `labels.csv` could say of members that are spellings of the same name, and `persons.csv` of identifiers.
extension DatasetDraft {
    /// The rows of `labels.csv` as they are, and a row for each similar member that is not yet a spelling of another: of
    /// the one that most records have, the first of several.
    ///
    /// Known when all tables have been read.
    var proposedLabels: (rows: [LabelRow], spellings: Int) {
        var rows = labelRows
        var places: [[ByteKey]: Int] = [:]
        for (index, row) in rows.enumerated() { places[[ByteKey(row.dimension), ByteKey(row.member)]] = index }
        var spellings = 0
        for dimension in MemberDimension.compared {
            let table = dataset[keyPath: dimension.table]
            let uses = uses(of: dimension, count: table.count)
            for group in similarMembers(of: dimension) {
                let most = group.max { (uses[$0], -$0) < (uses[$1], -$1) } ?? group[0]
                for code in group where code != most {
                    spellings += 1
                    if let place = places[[ByteKey(dimension.rawValue), ByteKey(table[code])]] {
                        rows[place].sameAs = table[most]
                    } else {
                        rows.append(LabelRow(dimension: dimension.rawValue, member: table[code], sameAs: table[most]))
                    }
                }
            }
        }
        return (rows, spellings)
    }

    /// The rows of `persons.csv` as they are, and a row for each person who could be an earlier one, as far as nothing is
    /// known of those who would then be one that tells them apart.
    func proposedPersons(threads: Int) -> (rows: [PersonRow], identifiers: Int) {
        let people = dataset.trainees
        var identities = identities ?? PersonIdentities(count: people.count)
        var traits: [Int: PersonTraits] = [:]
        var rows = personRows
        for (person, earlier) in repeatedPersons(among: people, except: persons, threads: threads) {
            let ends = (identities.end(of: person), identities.end(of: earlier))
            let (first, second) = (min(ends.0, ends.1), max(ends.0, ends.1))
            var joined = traits[first] ?? PersonTraits(people.profiles[first])
            let added = traits[second] ?? PersonTraits(people.profiles[second])
            if first == second || identities.areParted(first, second) || joined.conflicts(with: added) { continue }
            joined.add(added)
            traits[first] = joined
            identities.merge(second, into: first)
            rows.append(PersonRow(trainee: people.ids[second], sameAs: people.ids[first]))
        }
        return (rows, rows.count - personRows.count)
    }

    /// The codes of members that are spellings of the same name: groups of two or more, by the first of each.
    func similarMembers(of dimension: MemberDimension) -> [[Int]] {
        let merged = mergedMembers[dimension]
        return dataset[keyPath: dimension.table].similarKeys { code in
            merged.map { $0.count <= code || $0[code] == code } ?? true
        }
    }

    /// How many records have each member: sessions, or persons, affiliations and groups.
    private func uses(of dimension: MemberDimension, count: Int) -> [Int] {
        var uses = [Int](repeating: 0, count: count)
        let codes: [Int?] =
            switch dimension {
            case .venue: dataset.sessions.map(\.venue)
            case .provider: dataset.sessions.map(\.provider)
            case .programme: dataset.sessions.map(\.programme)
            default:
                (dataset.trainees.profiles + dataset.affiliations.map(\.profile) + dataset.headcounts.map(\.profile))
                    .map { Int($0.institution) }
            }
        for case let code? in codes where uses.indices.contains(code) { uses[code] += 1 }
        return uses
    }
}

extension KeyTable {
    /// The codes of keys that are spellings of the same name, of those that count: groups of two or more, by the first of each.
    func similarKeys(where counts: (Int) -> Bool = { _ in true }) -> [[Int]] {
        var groups: [[Int]] = []
        var places: [String: Int] = [:]
        for code in 0..<count where counts(code) {
            let folded = Spelling.folded(self[code])
            // A text of signs alone is no name.
            if folded.isEmpty { continue }
            if let place = places[folded] {
                groups[place].append(code)
            } else {
                places[folded] = groups.count
                groups.append([code])
            }
        }
        return groups.filter { $0.count > 1 }
    }
}
