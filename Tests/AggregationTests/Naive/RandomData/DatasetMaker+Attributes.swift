import TestSupport

extension DatasetMaker {
    /// Chooses bands, declares further columns of some tables of a dataset, and fills them in.
    ///
    /// What else the dataset has does not depend on it.
    static func addAttributes(to dataset: inout RandomDataset) {
        var random = SplitMix64(seed: dataset.seed &+ 700_000)
        let choices = [
            "age-band": [[30], [20, 21, 40]], "hours-band": [[1, 2], [10, 20, 30]],
            "score-band": [[100], [25, 50, 75]],
            "duration-band": [[2], [5, 15, 16]],
        ]
        for (dimension, starts) in choices.sorted(by: { $0.key < $1.key }) where random.happens(20) {
            dataset.settings.bands[dimension] = random.pick(starts)
            dataset.settings.isWritten = true
        }
        guard random.happens(60) else { return }
        for table in ["trainees", "courses", "sessions", "trainers", "headcounts", "participations"] {
            guard dataset.table(table) != nil, random.happens(table == "headcounts" ? 20 : 50) else { continue }
            var attribute = NaiveAttribute(
                id: "own-\(table)", kind: kind(&random), columns: [(table, "own_\(table)")])
            if table == "trainees", dataset.table("headcounts") != nil, random.happens(60) {
                attribute.columns.append(("headcounts", "group"))
            }
            for (table, column) in attribute.columns { dataset.fill(column, of: table, by: attribute.kind, &random) }
            if table == "trainees", random.happens(60) {
                dataset.fill("own_trainees", of: "affiliations", by: attribute.kind, &random)
            }
            dataset.settings.attributes.append(attribute)
            dataset.settings.isWritten = true
        }
    }

    private static func kind(_ random: inout SplitMix64) -> NaiveAttribute.Kind {
        random.pick([
            .codes([["maj", "Major", "Maj."], ["cap", "Captain", "نقيب"], ["zz", "Lieutenant", "Lt"]]),
            .bands(random.pick([[5, 10, 20], [0, 1, 2], [100]])), .text,
            .date(random.pick(["year", "quarter", "month"])),
        ])
    }
}

extension RandomDataset {
    /// Adds a column to a table, if there is one, with values of a kind; some fields stay empty.
    fileprivate mutating func fill(
        _ column: String, of table: String, by kind: NaiveAttribute.Kind, _ random: inout SplitMix64
    ) {
        guard let index = tables.firstIndex(where: { $0.name == table }) else { return }
        tables[index].columns.append(column)
        for row in tables[index].rows.indices where random.happens(75) {
            tables[index].rows[row][column] =
                switch kind {
                case .text: random.pick(["North", "south", "شرق", "a,b", "x\"y", "Ü"])
                case .codes(let codes): random.pick(random.pick(codes))
                case .bands: random.pick(["0", "0.5", "1", "4.999999", "5", "7", "10", "19.5", "20", "100", "-3"])
                case .date:
                    CivilDay(random.within(2016...2018), random.within(1...12), random.within(1...28)).text
                }
        }
    }
}
