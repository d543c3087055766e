/// Which deliveries somebody means: all, those of a report, of one of its deliveries, or one of a release.
package struct DeliverySelection: Hashable, Sendable {
    /// The word for all of them.
    package static let all = "all"

    /// Report, delivery and release, as far as they are given; none of them means all.
    private let names: [Substring]

    /// The deliveries that a text names: `all`, `REPORT`, `REPORT/DELIVERY` or `REPORT/DELIVERY/RELEASE`; nil for other texts.
    package init?(_ text: String) {
        let names = text.split(separator: "/", omittingEmptySubsequences: false)
        guard (1...3).contains(names.count), !names.contains("") else { return nil }
        self.names = text == Self.all ? [] : names
    }

    /// Whether it holds a delivery of a report's release.
    func holds(_ entry: DeliveryJournal.Entry, of report: ScheduledReport) -> Bool {
        zip(names, [report.name, entry.delivery, entry.release]).allSatisfy { $0 == $1 }
    }

    /// What it names and a schedule does not have; nil if there is nothing of that kind.
    package func unknownName(in schedule: Schedule) -> (name: String, candidates: [String])? {
        guard let report = names.first else { return nil }
        guard let found = schedule.reports.first(where: { $0.name == report }) else {
            return (String(report), schedule.reports.map(\.name))
        }
        guard names.count > 1, !found.deliveries.contains(where: { $0.name == names[1] }) else { return nil }
        return (String(names[1]), found.deliveries.map(\.name))
    }
}

/// What somebody asks for about deliveries that are told of and otherwise left alone.
package struct DeliveryWishes: Hashable, Sendable {
    /// Those that are delivered again.
    package var resent: [DeliverySelection]
    /// Those that are settled: they are told of no more, and not delivered.
    package var acknowledged: [DeliverySelection]

    /// Wishes; none unless given.
    package init(resent: [DeliverySelection] = [], acknowledged: [DeliverySelection] = []) {
        self.resent = resent
        self.acknowledged = acknowledged
    }
}
