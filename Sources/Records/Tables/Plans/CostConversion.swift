import Support
import TrainingStats

/// In which currency the amounts of a session are stated.
enum StatedCurrency: Hashable, Sendable {
    /// In that of the dataset.
    case own
    /// In one that the rate at a position converts.
    case converted(rate: Int)
    /// In one without a rate: amounts are not known in the dataset's currency.
    case withoutRate

    /// The position of the rate, if one converts.
    var rate: Int? { if case .converted(let rate) = self { rate } else { nil } }
}

extension DatasetDraft {
    /// The currency of the amounts of a session whose days are known; a finding tells a rate that is missing.
    func currency(of session: Session, _ rows: TableReader<SessionColumn>) -> StatedCurrency {
        guard rows.field(.currency) != nil else { return .own }
        guard let currency = rows.currency(.currency) else { return .withoutRate }
        if currency == dataset.settings.currency { return .own }
        let table = references.names[.rates] ?? RecordTable.rates.fileName
        guard let day = session.end ?? session.start else {
            // A day that cannot be read is told already.
            if rows.field(.startDate) == nil, rows.field(.endDate) == nil {
                rows.report(
                    .missingRate, at: .currency, value: currency, FindingText(PlanWording.noDayOfRate, currency))
            }
            return .withoutRate
        }
        if let position = rates.position(of: currency, on: day) { return .converted(rate: position) }
        if references.isLost(currency, of: .rates) {
            rows.findings.rejectReference(column: SessionColumn.currency.name, value: currency, to: table)
        } else {
            let known = rates.currencies
            let nearest = known.contains(currency) ? nil : Spelling.nearest(to: currency, among: known)
            rows.report(
                .missingRate, at: .currency, value: currency,
                FindingText(PlanWording.noRate, currency, day, table).suggesting(nearest))
        }
        return .withoutRate
    }

    /// The currency of the amounts of a session that was read.
    func currency(ofSession session: Int) -> StatedCurrency {
        if sessionsWithoutRate.contains(session) { return .withoutRate }
        return dataset.sessions[session].rate.map { .converted(rate: $0) } ?? .own
    }

    /// An amount in the dataset's currency; nil where it is not known.
    func amount(_ amount: ExactDecimal?, in currency: StatedCurrency) -> ExactDecimal? {
        switch currency {
        case .own: amount
        case .converted(let rate): amount.map { dataset.rates[rate].converted($0) }
        case .withoutRate: nil
        }
    }
}

/// Converts the costs of participations to the dataset's currency, block by block, on all threads.
struct CostConversion: Sendable {
    private let currencies: [StatedCurrency]
    private let rates: [ExchangeRate]

    /// The conversion of the amounts of a dataset; nil if all are in its currency.
    init?(_ draft: DatasetDraft) {
        currencies = draft.dataset.sessions.indices.map { draft.currency(ofSession: $0) }
        rates = draft.dataset.rates
        guard currencies.contains(where: { $0 != .own }) else { return nil }
    }

    /// Converts the costs of the participations in a block, which keeps them as they are stated, too.
    func convert(_ block: inout ParticipationBlock) {
        var areKept = false
        for row in block.sessions.indices {
            switch currencies[Int(block.sessions[row])] {
            case .own: continue
            case .withoutRate: block[.cost].set(nil, at: row)
            case .converted(let rate):
                guard let cost = block[.cost][row] else { continue }
                if !areKept { block.keepStatedCosts() }
                areKept = true
                block[.cost].set(rates[rate].converted(cost), at: row)
            }
        }
    }
}
