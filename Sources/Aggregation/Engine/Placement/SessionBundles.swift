/// In which cells the participants of each session count where a request is by trainers: in those of all assignments to it.
///
/// Where it is by evaluations too, each answer is looked at in place of each session.
///
/// Sessions whose assignments fall in the same cells are a bundle. Participants are taken in by bundles, each once. A group
/// of cells takes in a bundle once, however many of the bundle's cells it has: so a total counts everybody once, though
/// everybody counts for each trainer.
struct SessionBundles: Sendable {
    /// The bundle of each session, or of each answer, -1 where no assignment counts; empty where nobody asks.
    private(set) var numbers: [Int32] = []
    /// The cells of each bundle, in ascending order.
    private(set) var cells: [[Int]] = []

    /// No bundles: what is taken in falls in cells.
    static let none = SessionBundles()

    private init() {}

    /// The bundles of sessions, or of answers, that count in these cells.
    init(_ cellsOfEach: [Set<Int>]) {
        var known: [[Int]: Int32] = [:]
        numbers = cellsOfEach.map { found in
            guard !found.isEmpty else { return -1 }
            let key = found.sorted()
            if let bundle = known[key] { return bundle }
            let bundle = Int32(cells.count)
            known[key] = bundle
            cells.append(key)
            return bundle
        }
    }

    /// Whether participants fall in cells, and not in bundles.
    var isEmpty: Bool { numbers.isEmpty }

    /// The groups of each bundle where cells are brought together: in each layer one group of each bundle, or -1.
    ///
    /// A bundle has -1 where it has no further group, and so has a cell that is in none.
    func layers(_ target: [Int]) -> [[Int]] {
        let groups = cells.map { Set($0.map { target[$0] }).subtracting([-1]).sorted() }
        let most = groups.lazy.map(\.count).max() ?? 0
        return (0..<most).map { layer in groups.map { layer < $0.count ? $0[layer] : -1 } }
    }
}
