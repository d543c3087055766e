import Records
import Support

/// In which currency the rows of each session state their amounts: a session has one, so that nothing is mixed.
struct SessionCurrencies {
    /// What a row says of the currency of its session.
    struct Statement {
        /// The code; that of the dataset where none is stated beside an amount.
        var currency: String
        /// Whether the row states it.
        var isStated: Bool
        /// Where it stands.
        var place: String

        /// In what its amounts are.
        var words: BilingualText {
            isStated
                ? .init(en: "in \(currency)", ar: "بعملة \(currency)")
                : .init(en: "in no stated currency (read as \(currency))", ar: "بلا عملة مذكورة (تُقرأ \(currency))")
        }
    }

    /// The currency of the dataset.
    let own: String
    private var statements: [String: Statement] = [:]

    /// Sessions in a dataset of a currency, nothing known of them.
    init(own: String) { self.own = own }

    /// Notes what a row says; gives what an earlier row of the session says, if that is another currency.
    ///
    /// An empty currency beside an amount says that it is the dataset's; without an amount it says nothing.
    mutating func conflict(
        with currency: String?, hasAmount: Bool, in session: String, at place: String
    ) -> Statement? {
        guard currency != nil || hasAmount else { return nil }
        let stated = Statement(currency: currency ?? own, isStated: currency != nil, place: place)
        guard let earlier = statements[session] else {
            statements[session] = stated
            return nil
        }
        return earlier.currency == stated.currency ? nil : earlier
    }
}

extension DatasetBuilder {
    /// Whether the amounts of a record are in the currency of all others of its session.
    mutating func hasOneCurrency(
        _ entries: [RecordTable: [EntityTable.Entry]], _ groups: [[String: String]], of session: String,
        in row: RowReader, shared: SharedReading
    ) -> Bool {
        let stated = entries[.sessions]?.first { $0.column == "currency" }
        let amounts = [RecordTable.sessions, .participations].flatMap { entries[$0] ?? [] }
        let earlier = currencies.conflict(
            with: stated?.text,
            hasAmount: amounts.contains { $0.column == "cost" } || groups.contains { $0["cost"] != nil },
            in: session, at: stated?.place ?? row.place())
        guard let earlier else { return true }
        let here = SessionCurrencies.Statement(
            currency: stated?.text ?? currencies.own, isStated: stated != nil, place: row.place()
        ).words
        let there = earlier.words
        let remedy =
            stated != nil && earlier.isStated
            ? BilingualText(en: "correct it", ar: "صحّحها") : .init(en: "state it in each row", ar: "اذكرها في كل صف")
        let name = session.shortened(to: 60)
        shared.log.add(
            .error, at: stated?.place ?? row.place(),
            .init(
                en:
                    "the amounts of session \(name) are \(here.en) here and \(there.en) at \(earlier.place); a session has one "
                    + "currency: \(remedy.en), or make two sessions of it (\"keys\")",
                ar:
                    "مبالغ الانعقاد \(name.isolated) \(here(.ar)) هنا و\(there(.ar)) في \(earlier.place.isolated)؛ للانعقاد عملة "
                    + "واحدة: \(remedy(.ar)) أو اجعله انعقادين (\"keys\")"))
        return false
    }
}
