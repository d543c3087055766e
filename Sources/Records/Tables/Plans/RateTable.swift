import Support
import TrainingStats

/// `rates.csv`: what other currencies are worth in the dataset's.
enum RateTable: TableReading {
    static func read(
        _ rows: TableReader<RateColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        let own = draft.dataset.settings.currency
        var rates: [ExchangeRate] = []
        var seen: Set<String> = []
        try rows.forEachRow {
            let currency = rows.currency(.currency)
            let from = rows.date(.from)
            let rate = rows.decimal(.rate, atLeast: 0, atMost: ExactDecimal(ExchangeRate.greatest))
            if rate == .zero {
                rows.report(.outOfRange, at: .rate, value: "0", FindingText(PlanWording.zeroRate))
            }
            if currency == own {
                rows.report(.badCode, at: .currency, value: own, FindingText(PlanWording.rateOfOwnCurrency, own))
            }
            guard rows.accepts, let currency, let from, let rate, rate > .zero, currency != own else {
                if let currency { draft.references.reject(currency, of: .rates) }
                return
            }
            guard seen.insert("\(currency), \(from)").inserted else {
                return rows.rejectDuplicate("\(currency), \(from)", at: .from)
            }
            rates.append(ExchangeRate(currency: currency, from: from, rate: rate))
        }
        draft.dataset.rates = rates.sorted { ($0.currency, $0.from) < ($1.currency, $1.from) }
        draft.rates = RateIndex(draft.dataset.rates)
    }
}

/// Finds the rate that is in force on a day.
struct RateIndex: Sendable {
    /// For each currency the positions of its rates, by their first days.
    private var positions: [String: [(from: CivilDate, position: Int)]] = [:]

    /// An index of rates that are in the order of currencies and days.
    init(_ rates: [ExchangeRate] = []) {
        for (position, rate) in rates.enumerated() {
            positions[rate.currency, default: []].append((rate.from, position))
        }
    }

    /// The currencies that have rates, in their order.
    var currencies: [String] { positions.keys.sorted() }

    /// The position of the last rate of a currency that begins on a day or before; nil if there is none.
    func position(of currency: String, on day: CivilDate) -> Int? {
        guard let rates = positions[currency] else { return nil }
        var (low, high) = (0, rates.count)
        while low < high {
            let middle = (low + high) / 2
            if rates[middle].from <= day { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : rates[low - 1].position
    }
}

extension TableReader {
    /// A currency by its ISO 4217 code, in small letters or capitals.
    func currency(_ column: Column) -> String? {
        guard let text = text(column) else { return nil }
        let code = text.uppercased()
        if code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) { return code }
        report(.badCode, at: column, value: text, FindingText(PlanWording.noCurrency, text.shortened()))
        return nil
    }
}
