import Aggregation
import Support
import TrainingStats

/// The identifiers of persons as a view: whom each names, and of which kind he or she is from which day on.
///
/// A kind is what no question of a piece of work tells apart, so that a question adds a short list of kinds and not one of all
/// persons.
struct PersonsSQL: Sendable {
    /// The name of the view.
    let view: String
    /// The statement that makes it.
    let statement: String
    /// How many rows it has.
    let count: Int
    /// The kind of each profile.
    private let kinds: [Int32]
    private let kindCount: Int
    private let key: ListKey
    private let dependsOnDay: Bool

    /// The view for some questions.
    init(
        named view: String, of identifiers: [(text: String, person: Int)], in dataset: Dataset,
        for questions: [GroupQuestion]
    ) {
        self.view = view
        dependsOnDay = !dataset.affiliations.isEmpty
        let positions = dataset.trainees.count + dataset.affiliations.count
        var kinds = [Int32](repeating: 0, count: positions)
        var kindCount = 1
        var seen: Set<ClassMap> = []
        for map in questions.compactMap(\.persons) where seen.insert(map).inserted {
            var known: [UInt64: Int32] = [:]
            for position in 0..<positions {
                let number = map.number(of: position, in: dataset)
                let pair = UInt64(UInt32(bitPattern: kinds[position])) << 32 | UInt64(UInt32(bitPattern: number))
                let kind = known[pair] ?? Int32(known.count)
                known[pair] = kind
                kinds[position] = kind
            }
            kindCount = known.count
        }
        (self.kinds, self.kindCount) = (kinds, kindCount)
        let key = ListKey(identifiers.map(\.text))
        self.key = key
        var affiliations: [Int: [Int]] = [:]
        for (index, affiliation) in dataset.affiliations.enumerated() {
            affiliations[affiliation.trainee, default: []].append(index)
        }
        let isOfDays = dependsOnDay
        let rows = identifiers.lazy.flatMap { identifier -> [[String]] in
            let start = [key.text(identifier.text), String(identifier.person)]
            guard isOfDays else { return [start + [String(kinds[identifier.person])]] }
            var rows: [[String]] = []
            var (from, kind) = (Int(Int32.min), kinds[identifier.person])
            // Of two that begin on one day the later row counts.
            for index in affiliations[identifier.person] ?? [] {
                let begin = Int(dataset.affiliations[index].from.day)
                if begin > from { rows.append(start + [String(kind), String(from), String(begin)]) }
                (from, kind) = (begin, kinds[dataset.trainees.count + index])
            }
            return rows + [start + [String(kind), String(from), String(Int32.max)]]
        }
        let list = ListSQL(rows, width: isOfDays ? 5 : 3)
        count = list.count
        let days = isOfDays ? ", cast(f3 AS int) AS f3, cast(f4 AS int) AS f4" : ""
        statement = "CREATE OR REPLACE TEMPORARY VIEW \(view) AS SELECT f0, f1, f2\(days) FROM (\(list.query))"
    }

    /// What joins a row with its person.
    func condition(_ trainee: String) -> String {
        let isSame = "p.f0 = " + key.expression(trainee)
        return dependsOnDay ? isSame + " AND cast(s.f2 AS int) >= p.f3 AND cast(s.f2 AS int) < p.f4" : isSame
    }

    /// The class of each kind that a question does not leave out, as a list.
    func classes(_ map: ClassMap, in dataset: Dataset) -> ListSQL {
        var numbers = [Int32](repeating: -1, count: kindCount)
        for position in kinds.indices { numbers[Int(kinds[position])] = map.number(of: position, in: dataset) }
        return ListSQL(
            numbers.enumerated().lazy.filter { $0.element >= 0 }.map { [String($0.offset), String($0.element)] },
            width: 2)
    }
}

extension ClassMap {
    /// The class of a profile; where affiliations make no difference, that of the person.
    fileprivate func number(of position: Int, in dataset: Dataset) -> Int32 {
        if position < numbers.count { return numbers[position] }
        return numbers[dataset.affiliations[position - dataset.trainees.count].trainee]
    }
}
