/// Rows without records, from their definition: which members are known, and which of them the request is about.
extension NaiveEvaluation {
    /// The members of the first row dimension that have rows where they have no records too.
    var listed: [ByteText] {
        guard let dimension = request.rows.first else { return [] }
        return known(dimension).filter { member in
            request.filters.allSatisfy { filter in
                if filter.dimension == dimension { return keeps(member, filter) }
                switch (dimension, filter.dimension) {
                case ("course", _):
                    // What courses do not say themselves is no question to them.
                    let course = records.courses.first { $0.id == member }
                    return course?.members[filter.dimension].map { keeps($0, filter) } ?? true
                case ("trainer", _):
                    return records.trainers[member]?[filter.dimension].map { keeps($0, filter) } ?? true
                case ("state", "membership"):
                    return keeps(records.states.first { $0.code == member }?.membership ?? .unknown, filter)
                default: return true
                }
            }
        }.filter { dimension != "institution" || hasPlace($0) }
    }

    /// Whether some people of an institution belong to the states and sectors that the request is about, or none is known.
    private func hasPlace(_ institution: ByteText) -> Bool {
        guard let places = records.places[institution] else { return true }
        return places.contains { place in
            request.filters.filter { ["state", "membership", "sector"].contains($0.dimension) }.allSatisfy { filter in
                keeps(place[filter.dimension] ?? .unknown, filter)
            }
        }
    }

    private func known(_ dimension: String) -> [ByteText] {
        if Names.timeDimensions.contains(dimension) { return parts(dimension) }
        switch dimension {
        case "state", "host-state": return records.states.map(\.code)
        case "topic": return records.topics
        case "course": return records.courses.map(\.id)
        case "session":
            return records.sessions.indices.filter { isInPeriod(records.sessions[$0]) && passes($0, [:]) }
                .map { records.sessions[$0].id }
        default:
            if let chosen = records.chosenBands(dimension) { return chosen }
            if let order = records.attributes.first(where: { $0.id == dimension })?.order { return order }
            let closed = Vocabulary.closed[dimension].map { $0.map(ByteText.init) }
            return closed ?? Array(records.known[dimension] ?? [])
        }
    }

    /// The parts of the calendar of each day from the first delivery to the last, or to the end of the period.
    private func parts(_ dimension: String) -> [ByteText] {
        let ends = records.sessions.filter(isDelivered).compactMap(\.end).sorted()
        guard let first = ends.first, let latest = ends.last else { return [] }
        let last = period.map { min($0.upperBound, today) } ?? latest
        var day = max(first, period?.lowerBound ?? first)
        var parts: Set<ByteText> = []
        while day <= last {
            parts.insert(ByteText(records.calendar.member(dimension, of: day)))
            day = day.next
        }
        return Array(parts)
    }
}
