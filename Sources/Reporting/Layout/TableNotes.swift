import Aggregation
import Support
import TrainingStats

/// The notes under a table: why a total differs from the sum of its cells, how many records state a value, what the
/// measures mean.
public struct TableNotes: Sendable {
    let summary: Summary
    let language: Language

    /// Notes on a summary.
    public init(_ summary: Summary, _ language: Language) {
        self.summary = summary
        self.language = language
    }

    /// The notes on the figures, the most important first.
    public var remarks: [String] {
        rowsShown + emptyRows + bridges + perTrainer + shares + limits + undated + absent + coverage
            + namedAlone + answered + followUps + tooFew + withoutInterval + conversions
    }

    /// What the numbers of persons and participations leave open: bounds, and sessions that nobody reported.
    public var limits: [String] { bounds + reports }

    /// How many of the rows are shown, where conditions leave some out, and what the totals are of.
    private var rowsShown: [String] {
        guard let shown = summary.rowsShown else { return [] }
        let conditions = shown.conditions.map { $0.words(shown.headings, language) }
        let rows = language(
            NoteSentence.rowsShown,
            [
                "shown": grouped(shown.count), "all": grouped(shown.all),
                "conditions": conditions.joined(separator: language(Phrase.listSemicolon)),
            ])
        let hasTotals = summary.cells.contains { $0.members.contains(.total) }
        return [hasTotals ? rows + " " + language(NoteSentence.totalsOfAllRows) : rows]
    }

    /// Whether rows without records are left out.
    private var emptyRows: [String] { summary.lacksEmptyRows ? [language(NoteSentence.tooManyEmptyRows)] : [] }

    /// For each count whose cells do not add up to its total: the difference, and the reason.
    ///
    /// Nothing is said of rows that do not show all cells.
    public var bridges: [String] {
        guard summary.rowsShown == nil else { return [] }
        let inner = summary.cells.filter { !$0.members.contains(.total) }
        guard inner.count < summary.cells.count else { return [] }
        return summary.measures.enumerated().compactMap { index, measure in
            guard measure.format == .count, !countsForEachTrainer(measure), !measure.takesEvaluations || !isByTrainers,
                case .count(let total) = summary.total.values[index]
            else { return nil }
            let sum = inner.reduce(0) { sum, cell in
                if case .count(let count) = cell.values[index] { sum + count } else { sum }
            }
            guard sum != total else { return nil }
            let gap = sum - total
            if summary.total.isOpen(index), gap > 0 {
                return language(
                    NoteSentence.overlapOpen,
                    [
                        "measure": measure.heading(language), "sum": grouped(sum), "gap": grouped(gap),
                        "total": grouped(total),
                    ])
            }
            // The sum is larger if persons count in several cells. It is smaller if a measure such as repeat attendance is met
            // only across cells: a person who came twice, each time in another cell, counts in the total only.
            return language(
                gap > 0 ? NoteSentence.overlap : .across,
                [
                    "measure": measure.heading(language), "sum": grouped(sum), "gap": grouped(abs(gap)),
                    "total": grouped(total),
                ])
        }
    }

    /// Whether cells of a measure have the same participants, since these count for each trainer of their session.
    private func countsForEachTrainer(_ measure: Measure) -> Bool {
        measure.isOfParticipants && isByTrainers
    }

    /// What figures of participants, and of evaluations, are by trainers: one note for all of them.
    private var perTrainer: [String] {
        let isOfAnswers = summary.measures.contains { $0.takesEvaluations && isByTrainers }
        return (summary.measures.contains(where: countsForEachTrainer) ? [language(NoteSentence.forEachTrainer)] : [])
            + (isOfAnswers ? [language(NoteSentence.answersForEachTrainer)] : [])
    }

    private var isByTrainers: Bool { summary.dimensions.contains { $0.side == .trainer } }

    /// For shares that add up to more than the whole: by how much, and why.
    private var shares: [String] {
        guard summary.rowsShown == nil else { return [] }
        return summary.measures.indices.compactMap { index in
            let measure = summary.measures[index]
            let dimensions = summary.dimensions.count
            guard let transform = Transform(of: measure),
                let summed = transform.dimensionsOfWhole(rows: summary.rowCount, of: dimensions)
            else { return nil }
            var sums: [[Summary.Member]: Double] = [:]
            for cell in summary.cells where !cell.members[summed].contains(.total) {
                var whole = cell.members
                whole.removeSubrange(summed)
                sums[whole, default: 0] += cell.values[index].number ?? 0
            }
            // In tenths of a percent: what rounds to the whole is the whole.
            let most = ((sums.values.max() ?? 0) * 1_000).rounded()
            guard most > 1_000 else { return nil }
            return language(
                measure.countsPersons ? NoteSentence.sharesOfPersons : .sharesOfOthers,
                [
                    "measure": measure.heading(language),
                    "sum": ExactDecimal(millionths: Int128(most) * 100_000).description,
                ])
        }
    }

    /// The bounds of the number of trainees, if headcounts make it uncertain.
    public var bounds: [String] {
        return summary.measures.indices.compactMap { index in
            guard let upper = summary.upperBound(of: index, in: summary.total),
                case .count(let lower) = summary.total.values[index]
            else { return nil }
            return language(NoteSentence.bounds, ["lower": grouped(lower), "upper": grouped(upper)])
        }
    }

    /// How many of the sessions are reported, where some are and some are not.
    private var reports: [String] {
        ReportedSessions.allCases.compactMap { kind in
            guard let coverage = summary.reports[kind], coverage.stated > 0, coverage.stated < coverage.applicable
            else {
                return nil
            }
            return language(
                kind == .training ? NoteSentence.reportedTraining : .reportedSessions,
                [
                    "reported": grouped(coverage.stated),
                    "sessions": language(Counted.ofSessions, coverage.applicable),
                ])
        }
    }

    /// How many sessions a period keeps out, because nobody knows when they end.
    var undated: [String] {
        summary.undatedSessions == 0 ? [] : [language(Counted.undatedSessions, summary.undatedSessions)]
    }

    private var coverage: [String] {
        let ofMeasures = zip(summary.measures, summary.coverage).compactMap { measure, coverage -> String? in
            guard let coverage, !summary.isOnlyOfWholeSessions(measure) else { return nil }
            return note(
                on: measure.heading(language), coverage,
                properties: measure.dimensionsOfCases.map { $0.heading(language) })
        }
        return ofMeasures + summary.partCoverage.compactMap { note(on: heading(of: $0.sum), $0.coverage) }
    }

    /// How many records state what a measure sums up, as a sentence beside its figure; nil if all do.
    func coverage(of measure: Int) -> String? {
        guard let coverage = summary.coverage[measure], coverage.stated < coverage.applicable,
            let noun = coverage.unit.words?.noun
        else { return nil }
        return language(
            NoteSentence.statedBy,
            ["stated": grouped(coverage.stated), "records": language(noun, coverage.applicable)])
    }

    /// How many records state a value; nil if all do.
    private func note(on heading: String, _ coverage: Coverage, properties: [String] = []) -> String? {
        guard coverage.stated < coverage.applicable, let (sentence, noun) = coverage.unit.words else { return nil }
        return language(
            sentence,
            [
                "measure": heading, "stated": grouped(coverage.stated), "records": language(noun, coverage.applicable),
                "properties": language.inSentence(language.listWithAnd(properties)),
            ])
    }

    /// What a sum in a ratio is called: as the measure that is this sum, else as the ratios.
    private func heading(of sum: Aggregate) -> String {
        let known = Catalogue.builtIn.measures.first { $0.aggregate == sum && $0.derivedFrom == nil }
        let ratios = summary.measures.filter { $0.derivedFrom == nil && $0.aggregate.summedParts.contains(sum) }
        return known.map { $0.heading(language) } ?? language.listWithAnd(ratios.map { $0.heading(language) })
    }

    /// For how many of the participations figures of named persons alone speak: one note for all of them.
    private var namedAlone: [String] {
        let named = zip(summary.measures, summary.coverage).filter { $1?.unit == .named }
        guard let coverage = named.first?.1, coverage.stated > 0, coverage.stated < coverage.applicable else {
            return []
        }
        return [
            language(
                NoteSentence.namedAlone,
                [
                    "measures": language.listWithAnd(named.map { $0.0.heading(language) }),
                    "stated": grouped(coverage.stated),
                    "records": language(Counted.ofParticipations, coverage.applicable),
                ])
        ]
    }

    /// Which of the shares have no interval, where others have one: one note for all of them.
    private var withoutInterval: [String] {
        let shares = summary.measures.filter(\.isShareWithoutInterval)
        guard !shares.isEmpty, summary.measures.contains(where: \.isIntervalEnd) else { return [] }
        return [
            language(
                NoteSentence.withoutInterval, ["measures": language.listWithAnd(shares.map { $0.heading(language) })])
        ]
    }

    /// Which currencies were converted, and by which rates.
    private var conversions: [String] {
        var byCurrency: [(currency: String, rates: [ExchangeRate])] = []
        for rate in summary.rates {
            if byCurrency.last?.currency != rate.currency { byCurrency.append((rate.currency, [])) }
            byCurrency[byCurrency.count - 1].rates.append(rate)
        }
        return byCurrency.map { currency, rates in
            func words(_ rate: ExchangeRate) -> String {
                language(
                    NoteSentence.rateFrom, ["rate": rate.rate.description, "day": language.day(rate.from)])
            }
            guard rates.count > Self.mostRates else {
                return language(
                    NoteSentence.amountsConverted,
                    [
                        "currency": language.currency(currency),
                        "rates": rates.map(words).joined(separator: language(Phrase.listSemicolon)),
                    ])
            }
            return language(
                NoteSentence.amountsConvertedByMany,
                [
                    "currency": language.currency(currency), "count": grouped(rates.count),
                    "first": words(rates[0]), "last": words(rates[rates.count - 1]),
                ])
        }
    }

    /// How many rates of a currency a note lists.
    private static let mostRates = 6

    /// The definition of each measure.
    public var definitions: [Definition] { summary.measures.map { Definition($0, language) } }
}

extension Coverage.Unit {
    /// The sentence about a measure, and the noun of what could state its value; nil where it is told otherwise.
    fileprivate var words: (sentence: NoteSentence, noun: Counted)? {
        switch self {
        case .records: (.coverage, .ofRecords)
        case .participations: (.coverage, .ofParticipations)
        case .base: (.unknownInBase, .ofRecords)
        case .baseOfPersons: (.unknownInBase, .ofPersons)
        case .persons: (.coverage, .ofPersons)
        case .sessionsWithSeats: (.seatsReported, .ofSessions)
        case .named, .sessions, .answers, .followUps: nil
        }
    }
}

extension Summary {
    /// The value of a measure over all records, or nil if it was not requested.
    func total(_ measure: String) -> Value? {
        measures.firstIndex { $0.id == measure }.map { total.values[$0] }
    }
}

extension Definition {
    /// The definition of a measure, which says so where the dataset or the report declares the measure.
    init(_ measure: Measure, _ language: Language) {
        let text = measure.definition(language)
        let isOwn = measure.derivedFrom == nil && Catalogue.builtIn.measure(measure.id) == nil
        self.init(
            id: measure.id, term: measure.heading(language),
            text: isOwn
                ? language(
                    measure.source == nil ? NoteSentence.ownMeasure : .ownMeasureFrom,
                    ["definition": text, "source": measure.source ?? ""]) : text,
            adds: language(measure.additivity.phrase))
    }
}
