/// Which measures have cells without a figure, and why, where nothing else tells it.
extension Summary {
    private var shown: [Cell] { cells.isEmpty ? [total] : cells }

    /// The measures that are not applicable in some cells because there are no records, or too few, that they could be of.
    package var measuresOfNothing: [Measure] {
        measures.indices.filter { index in
            let measure = measures[index]
            // Without a population there is no figure of it, however many records there are.
            guard measure.derivedFrom == nil, !isOnlyOfWholeSessions(measure), !measure.aggregate.isPerPopulation
            else { return false }
            return shown.contains { cell in
                let hasReason = measure.isOfCertificatesAlone && withoutValidity?.contains(cell.members) == true
                return cell.values[index] == .notApplicable && !hasReason
            }
        }.map { measures[$0] }
    }

    /// The measures that are not known in some cells because records do not state what they are made of.
    package var measuresNotStated: [Measure] {
        measures.indices.filter { index in
            measures[index].derivedFrom == nil && measures[index].fewest == nil
                && shown.contains { $0.values[index] == .unknown }
        }.map { measures[$0] }
    }
}
