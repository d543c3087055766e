import Support
import TrainingStats

/// The sums of all cells, each kind in a column of its own; only what the measures need is kept.
struct CellColumns: Sendable {
    private let ingredients: Measure.Ingredients
    var counts: [RecordCounts] = []
    var hours: [StatedSum] = []
    var participantCost: [StatedSum] = []
    var preScores: [Moments] = []
    var postScores: [Moments] = []
    var gains: [Moments] = []
    var ratings: [Moments] = []
    var normalisedGains: [QuotientSum] = []
    var scores: [ScoreCounts] = []

    init(_ ingredients: Measure.Ingredients) { self.ingredients = ingredients }

    /// Whether a score before or after is needed at all.
    var needsScores: Bool { !ingredients.isDisjoint(with: [.preScores, .postScores, .gains, .normalisedGains]) }

    /// Makes room for so many cells.
    mutating func grow(to count: Int) {
        let added = count - counts.count
        guard added > 0 else { return }
        func extend<Value>(_ column: inout [Value], _ value: Value, _ needed: Measure.Ingredients = []) {
            guard ingredients.isSuperset(of: needed) else { return }
            column.append(contentsOf: repeatElement(value, count: added))
        }
        extend(&counts, RecordCounts())
        extend(&hours, StatedSum(), .hours)
        extend(&participantCost, StatedSum(), .cost)
        extend(&preScores, Moments(), .preScores)
        extend(&postScores, Moments(), .postScores)
        extend(&gains, Moments(), .gains)
        extend(&ratings, Moments(), .ratings)
        extend(&normalisedGains, QuotientSum(), .normalisedGains)
        extend(&scores, ScoreCounts(), .postScores)
    }

    /// Takes in the sums of other columns, each of whose cells is another one here.
    mutating func merge(_ other: CellColumns, cells: [Int]) {
        for (index, cell) in cells.enumerated() {
            counts[cell].merge(other.counts[index])
            if ingredients.contains(.hours) { hours[cell].merge(other.hours[index]) }
            if ingredients.contains(.cost) { participantCost[cell].merge(other.participantCost[index]) }
            if ingredients.contains(.preScores) { preScores[cell].merge(other.preScores[index]) }
            if ingredients.contains(.postScores) {
                postScores[cell].merge(other.postScores[index])
                scores[cell].merge(other.scores[index])
            }
            if ingredients.contains(.gains) { gains[cell].merge(other.gains[index]) }
            if ingredients.contains(.ratings) { ratings[cell].merge(other.ratings[index]) }
            if ingredients.contains(.normalisedGains) { normalisedGains[cell].merge(other.normalisedGains[index]) }
        }
    }

    /// The same cells, several of them counting as one group.
    func grouped(_ groups: [Int], count: Int) -> CellColumns {
        var result = CellColumns(ingredients)
        result.grow(to: count)
        result.merge(self, cells: groups)
        return result
    }

    /// The figures of a cell, without its distinct counts.
    func figures(of cell: Int) -> Figures {
        var figures = Figures()
        figures.counts = counts[cell]
        if ingredients.contains(.hours) { figures.hours = hours[cell] }
        if ingredients.contains(.cost) { figures.participantCost = participantCost[cell] }
        if ingredients.contains(.preScores) { figures.preScores = preScores[cell] }
        if ingredients.contains(.postScores) {
            figures.postScores = postScores[cell]
            figures.scores = scores[cell]
        }
        if ingredients.contains(.gains) { figures.gains = gains[cell] }
        if ingredients.contains(.ratings) { figures.ratings = ratings[cell] }
        if ingredients.contains(.normalisedGains) { figures.normalisedGains = normalisedGains[cell] }
        return figures
    }
}
