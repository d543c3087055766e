import Records
import Support
import TrainingStats

/// What a unit of another currency is worth in the dataset's, from a day on: a row of `rates.csv`.
package struct MappedRate: Hashable, Sendable {
    /// ISO 4217 code of the other currency.
    package var currency: String
    /// The first day of the rate.
    package var from: CivilDate
    /// Units of the dataset's currency for one unit of the other.
    package var rate: ExactDecimal

    /// A rate given by its parts.
    package init(_ currency: String, from: CivilDate, rate: ExactDecimal) {
        self.currency = currency
        self.from = from
        self.rate = rate
    }

    /// The rate as a JSON value.
    var json: JSONNode {
        .object([
            "currency": .string(currency), "from": .string(from.description), "rate": .number(rate.description),
        ])
    }
}

extension EntityTable {
    /// The rows of `rates.csv`.
    init(_ rates: [MappedRate]) {
        self.init()
        for (position, rate) in rates.enumerated() {
            self["\(rate.currency)\u{0}\(rate.from)"] = .init(
                fields: [
                    "currency": rate.currency, "from": rate.from.description, "rate": rate.rate.description,
                ],
                place: JSONDocument.path(ofElement: position, in: "rates"))
        }
    }
}

/// Rates.
extension MappingDecoder {
    /// The rates of a mapping, each currency with one for a day, and none for the currency of the dataset.
    mutating func rates(_ node: JSONNode, _ path: String, ofDataset dataset: [JSONNode.Member]) -> [MappedRate] {
        var own = DatasetSettings().currency
        if case .string(let text)? = dataset.first(where: { $0.key == "currency" })?.value { own = text.uppercased() }
        var rates: [MappedRate] = []
        for (path, node) in list(node, path) {
            guard let rate = rate(node, path) else { continue }
            if rate.currency == own {
                add(join(path, "currency"), "\(own) is the currency of the dataset and needs no rate; take it out")
            } else if rates.contains(where: { $0.currency == rate.currency && $0.from == rate.from }) {
                add(path, "there is a rate of \(rate.currency) from \(rate.from) already; take one of them out")
            } else {
                rates.append(rate)
            }
        }
        return rates
    }

    private mutating func rate(_ node: JSONNode, _ path: String) -> MappedRate? {
        let keys: [Key] = [
            ("currency", "the other currency, such as USD", true), ("from", "the first day of the rate", true),
            ("rate", "what a unit of it is worth in the dataset's currency", true),
        ]
        guard let fields = object(node, at: path, noun: "a rate", keys: keys) else { return nil }
        let currency = fields["currency"].flatMap { string($0, join(path, "currency")) }?.uppercased()
        if let currency, !CurrencyWords.isCode(currency) {
            add(join(path, "currency"), "'\(currency.shortened())' is not an ISO 4217 code such as USD")
            return nil
        }
        let from = fields["from"].flatMap { string($0, join(path, "from")) }
        let day = from.flatMap { CivilDate($0) }
        if let from, day == nil {
            add(join(path, "from"), "'\(from.shortened())' is no date such as 2024-01-31")
        }
        var rate: ExactDecimal?
        switch fields["rate"] {
        case nil: break
        case .number(let text):
            rate = ExactDecimal(text).flatMap { $0 > .zero && $0 <= ExactDecimal(ExchangeRate.greatest) ? $0 : nil }
            if rate == nil { fallthrough }
        default:
            add(
                join(path, "rate"),
                "a plain number above 0 and up to \(ExchangeRate.greatest), with at most six digits after the point, is "
                    + "expected, such as 0.3075")
        }
        guard let currency, let day, let rate else { return nil }
        return MappedRate(currency, from: day, rate: rate)
    }
}
