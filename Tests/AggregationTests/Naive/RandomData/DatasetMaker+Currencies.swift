import TestSupport

extension DatasetMaker {
    /// Lets sessions of some datasets state their amounts in other currencies, with a table of rates.
    ///
    /// It has chance of its own, so that the rest of the dataset stays as it is.
    static func addCurrencies(to dataset: inout RandomDataset) {
        var random = SplitMix64(seed: dataset.seed &+ 40_000)
        guard random.happens(35), let place = dataset.tables.firstIndex(where: { $0.name == "sessions" }) else {
            return
        }
        let currencies = random.some(of: ["USD", "EUR", "JPY"], count: random.within(1...3))
        var rates: [[String: String]] = []
        for currency in currencies {
            var days = [CivilDay(2015, 1, 1)]
            for _ in 0..<random.within(0...4) {
                let day = CivilDay(2016, 1, 1).advanced(by: random.below(1900))
                if !days.contains(day) { days.append(day) }
            }
            for day in days {
                let rate = random.pick(["0.3075", "0.306125", "3.25", "1", "0.000001", "0.333333", "1000000", "12.5"])
                rates.append(["currency": currency, "from": day.text, "rate": rate])
            }
        }
        for row in dataset.tables[place].rows.indices {
            let session = dataset.tables[place].rows[row]
            let isDated = session["start_date"] != nil || session["end_date"] != nil
            if isDated, random.happens(60) {
                dataset.tables[place].rows[row]["currency"] = random.pick(currencies + ["KWD"])
            }
        }
        dataset.tables[place].columns.append("currency")
        dataset.tables.append(
            DatasetTable(name: "rates", columns: ["currency", "from", "rate"], rows: random.shuffled(rates)))
    }
}
