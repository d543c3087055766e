import Support

/// A measure in its written form, worked out record by record as the documentation of that form says.
///
/// It shares no code with the catalogue: it reads the JSON anew, and puts every condition to every record of a cell.
struct NaiveMeasure {
    /// The forms of measures that can be named as sides of a ratio, by identifier.
    let forms: [String: JSONNode]

    /// The figure of a measure in a cell.
    func figure(_ id: String, in cell: NaiveCell) -> NaiveFigure {
        guard let form = forms[id], let made = form["is"] else { return .notApplicable }
        if cell.hasTraineeSide, isOfWholeSessions(made) { return .notApplicable }
        if cell.isWithoutValidity, isOfCertificates(made) { return .notApplicable }
        if case .object? = form["unknown"] {
            if holds(form["unknown"], in: cell) { return .unknown }
        } else if form["unknown"] == nil, onlyCountedPeople(made, in: cell) {
            return .unknown
        }
        if let fewest = form["fewest"]?.whole, (1..<fewest).contains(cases(of: made, in: cell)) { return .unknown }
        return figure(made, in: cell)
    }

    /// Of how many records a mean or share is.
    private func cases(of made: JSONNode, in cell: NaiveCell) -> Int {
        guard let set = sets(made).first else { return 0 }
        let found = records(set, in: cell)
        return made["share"] != nil ? found.count : found.filter { states(set.quantity, $0, in: cell) }.count
    }

    private func states(_ quantity: JSONNode?, _ record: NaiveRecord, in cell: NaiveCell) -> Bool {
        if let quantity, quantity["quotient"] != nil { return cell.fraction(quantity, of: record) != nil }
        return cell.number(quantity?["percent"] ?? quantity, of: record) != nil
    }

    private func figure(_ made: JSONNode, in cell: NaiveCell) -> NaiveFigure {
        if made["persons"] == nil, isUnreported(made, in: cell) { return .unknown }
        if made["count"] != nil { return .count(count(sets(made), in: cell)) }
        if made["sum"] != nil {
            return .sum(sets(made).flatMap { set in records(set, in: cell).map { cell.number(set.quantity, of: $0) } })
        }
        if let entity = made["distinct"]?.string {
            var met: [ByteText: Int] = [:]
            for record in sets(made).flatMap({ records($0, in: cell) }) {
                if let name = cell.name(entity, of: record) { met[name, default: 0] += 1 }
            }
            let least = made["atLeast"]?.whole ?? 1
            return .count(met.values.filter { $0 >= least }.count)
        }
        if let bound = made["persons"]?.string {
            if isUnreported(made, in: cell) { return .unknown }
            let bounds = bounds(made, in: cell)
            return .count(bound == "least" ? bounds.least : bounds.most)
        }
        if let condition = made["share"], let set = sets(made).first {
            let cases = records(set, in: cell)
            let those = cases.filter { cell.meets(condition, $0) }.count
            return .ratio(ExactFraction(Int128(those)), Int128(cases.count))
        }
        if case .array(let sides)? = made["ratio"], sides.count == 2 { return ratio(sides[0], sides[1], in: cell) }
        if case .array(let sides)? = made["difference"], sides.count == 2 {
            return difference(resolved(sides[0]), resolved(sides[1]), in: cell)
        }
        if let reference = made["per"]?.string, let figure = made["figure"] {
            return held(resolved(figure), against: reference, times: made["times"]?.whole ?? 1, in: cell)
        }
        return statistic(made, in: cell)
    }

    // MARK: Parts of figures

    private func count(_ sets: [NaiveSet], in cell: NaiveCell) -> Int {
        sets.reduce(0) { sum, set in
            sum + records(set, in: cell).reduce(0) { $0 + Int((cell.number(set.quantity, of: $1) ?? 0) / 1_000_000) }
        }
    }

    private func statistic(_ made: JSONNode, in cell: NaiveCell) -> NaiveFigure {
        guard let set = sets(made).first, let quantity = set.quantity else { return .notApplicable }
        let found = records(set, in: cell)
        if quantity["quotient"] != nil { return .mean(found.compactMap { cell.fraction(quantity, of: $0) }) }
        let values: CommonFractions
        if let points = quantity["percent"] {
            values = CommonFractions(
                percentages: found.compactMap { record in
                    cell.number(points, of: record).map { ($0, cell.course(of: record).maxScore) }
                })
        } else {
            values = CommonFractions(millionths: found.compactMap { cell.number(quantity, of: $0) })
        }
        if made["mean"] != nil { return .mean(values) }
        if made["deviation"] != nil { return .deviation(values) }
        guard let at = made["at"] else { return .notApplicable }
        let quarters = ["1/4": 1, "1/2": 2, "2/4": 2, "3/4": 3, "0.25": 1, "0.5": 2, "0.75": 3][
            at.string ?? at.digits ?? ""]
        return quarters.map { .quantile(values, quarters: $0) } ?? .notApplicable
    }

    /// A side of a quotient: an open number of persons is not known there, nor what is unknown by itself.
    private func side(_ made: JSONNode, in cell: NaiveCell) -> NaiveFigure {
        if made["persons"] != nil, isOpen(made, in: cell) { return .unknown }
        return figure(made, in: cell)
    }

    private func ratio(_ first: JSONNode, _ second: JSONNode, in cell: NaiveCell) -> NaiveFigure {
        let (upper, lower) = (resolved(first), resolved(second))
        guard case .exact(let divisor) = side(lower, in: cell) else {
            // Who divides by persons of whom the number is not known does not know the result; else it cannot be.
            return lower["persons"] != nil ? .unknown : .notApplicable
        }
        if divisor.isZero { return .notApplicable }
        if onlyCountedPeople(upper, in: cell) { return .unknown }
        guard case .exact(let dividend) = side(upper, in: cell) else { return .unknown }
        return .exact(dividend / divisor)
    }

    private func difference(_ first: JSONNode, _ second: JSONNode, in cell: NaiveCell) -> NaiveFigure {
        guard !onlyCountedPeople(first, in: cell), !onlyCountedPeople(second, in: cell),
            case .exact(let upper) = side(first, in: cell), case .exact(let lower) = side(second, in: cell)
        else { return .unknown }
        return .exact(upper + lower * ExactFraction(-1))
    }

    private func held(
        _ figure: JSONNode, against reference: String, times: Int, in cell: NaiveCell
    ) -> NaiveFigure {
        let divisor: ExactFraction
        if reference == "population" {
            guard let population = cell.population, population > 0 else { return .notApplicable }
            if onlyCountedPeople(figure, in: cell) { return .unknown }
            divisor = .millionths(population)
        } else {
            divisor = .millionths(cell.records.hoursPerDay)
        }
        guard case .exact(let dividend) = side(figure, in: cell) else { return .unknown }
        return .exact(dividend * ExactFraction(Int128(times)) / divisor)
    }

    /// The bounds of a number of persons: those who are named, and those who were counted.
    private func bounds(_ made: JSONNode, in cell: NaiveCell, ofAll: Bool = false) -> (least: Int, most: Int) {
        let condition = ofAll ? made["where"].flatMap { $0.withoutKnown } : made["where"]
        func set(_ key: String, _ usual: String) -> NaiveSet {
            var set = NaiveSet(made[key] ?? .string(usual), usual: key == "counted" ? .people : .records)
            if let condition { set.conditions.append(condition) }
            return set
        }
        let named = records(set("named", "trained-participations"), in: cell)
        let counted = records(set("counted", "training-headcounts"), in: cell)
        func heads(_ groups: [NaiveRecord]) -> Int {
            groups.reduce(0) { $0 + Int((cell.number(.string("participants"), of: $1) ?? 0) / 1_000_000) }
        }
        func persons(_ parts: [NaiveRecord]) -> Int { Set(parts.compactMap { cell.name("trainee", of: $0) }).count }
        var least = persons(named)
        for session in Set(counted.map(\.session)) {
            let here = heads(counted.filter { $0.session == session })
            if here > 0 { least = max(least, persons(named.filter { $0.session == session }) + here) }
        }
        return (least, persons(named) + heads(counted))
    }

    private func isOpen(_ made: JSONNode, in cell: NaiveCell) -> Bool {
        let bounds = bounds(made, in: cell, ofAll: true)
        return bounds.least != bounds.most
    }

    /// The form behind the name of a measure.
    private func resolved(_ made: JSONNode) -> JSONNode {
        if case .string(let id) = made { forms[id]?["is"] ?? made } else { made }
    }

    // MARK: Records

    /// The sets of records of an aggregate that has them beside it.
    func sets(_ made: JSONNode) -> [NaiveSet] {
        let records = made["count"] ?? made["of"]
        let nodes: [JSONNode] =
            switch records {
            case .array(let nodes): nodes
            case let node?: [node]
            case nil: []
            }
        let shared = made["sum"] ?? made["mean"] ?? made["deviation"] ?? made["quantile"]
        return nodes.map { node in
            var set = NaiveSet(node, usual: made["count"] != nil ? .people : .records, shared: shared)
            if let condition = made["where"] { set.conditions.append(condition) }
            return set
        }
    }

    func records(_ set: NaiveSet, in cell: NaiveCell) -> [NaiveRecord] {
        cell.records(of: set.table).filter { record in set.conditions.allSatisfy { cell.meets($0, record) } }
    }

    // MARK: What is not known

    private func holds(_ rule: JSONNode?, in cell: NaiveCell) -> Bool {
        func isThere(_ key: String) -> Bool {
            guard case .array(let nodes)? = rule?[key] else { return false }
            return nodes.contains { !records(NaiveSet($0, usual: .records), in: cell).isEmpty }
        }
        return isThere("whereAny") && !isThere("unlessAny")
    }

    /// Whether people were only counted in training where named persons alone can give a figure.
    private func onlyCountedPeople(_ made: JSONNode, in cell: NaiveCell) -> Bool {
        if made["per"]?.string == "hours-per-day", let figure = made["figure"] {
            return onlyCountedPeople(resolved(figure), in: cell)
        }
        let isRepeated = made["distinct"]?.string == "trainee" && (made["atLeast"]?.whole ?? 1) > 1
        guard made["count"] != nil || made["sum"] != nil || isRepeated else { return false }
        let sets = sets(made)
        guard
            sets.allSatisfy({ $0.table == "participations" && $0.says(.string("training")) && !$0.asksWhatIsStated })
        else { return false }
        let groups = cell.records(of: "headcounts").filter {
            cell.meets(.string("training"), $0) && cell.meets(.string("attends"), $0)
        }
        guard !groups.isEmpty else { return false }
        let attends = sets[0].says(.string("attends"))
        return !cell.records(of: "participations").contains {
            cell.meets(.string("training"), $0) && (!attends || cell.meets(.string("attends"), $0))
        }
    }

    /// Whether nobody reported what a figure of participants is made of; for the persons of a cell also which sessions they
    /// attended.
    private func isUnreported(_ made: JSONNode, in cell: NaiveCell) -> Bool {
        if made["per"]?.string == "hours-per-day", let figure = made["figure"] {
            return isUnreported(resolved(figure), in: cell)
        }
        let sets: [NaiveSet]
        if made["persons"] != nil {
            sets = [
                NaiveSet(made["named"] ?? .string("trained-participations"), usual: .records),
                NaiveSet(made["counted"] ?? .string("training-headcounts"), usual: .people),
            ].map { set in
                var set = set
                if let condition = made["where"] { set.conditions.append(condition) }
                return set
            }
        } else {
            guard made["count"] != nil || made["sum"] != nil || made["distinct"] != nil else { return false }
            sets = self.sets(made)
        }
        let isOfSessions = sets.allSatisfy { ["sessions", "assignments"].contains($0.table) }
        let isOfParticipants = sets.allSatisfy { ["participations", "headcounts"].contains($0.table) }
        func isTraining(_ sets: [NaiveSet]) -> Bool { sets.allSatisfy { $0.says(.string("training")) } }
        if isOfSessions { return cell.hasTraineeSide && cell.hasOnlyGroupsWithoutNumber(inTraining: isTraining(sets)) }
        guard isOfParticipants, made["persons"] != nil || !sets.contains(where: \.asksWhatIsStated) else {
            return false
        }
        if cell.hasTraineeSide {
            let takesNumbers = sets.allSatisfy {
                $0.table != "headcounts" || $0.quantity == .number("1") || $0.quantity == .string("participants")
            }
            return takesNumbers && cell.hasOnlyGroupsWithoutNumber(inTraining: isTraining(sets))
        }
        // Which sessions it is about: those of a kind, and of members that all sets ask for.
        let shared = (sets.first?.statements ?? []).filter { statement in
            cell.isOnSessionMembers(statement) && sets.allSatisfy { $0.says(statement) }
        }
        let sessions = cell.records(of: "sessions").filter { session in
            (isTraining(sets) ? cell.meets(.string("training"), session) : cell.meets(.string("delivered"), session))
                && shared.allSatisfy { cell.meets($0, session) }
        }
        return !sessions.isEmpty && !sessions.contains { cell.records.reported.contains($0.session) }
    }

    /// Whether it is made of records with a certificate alone.
    private func isOfCertificates(_ made: JSONNode) -> Bool {
        if case .array(let sides)? = made["ratio"] { return sides.contains { isOfCertificates(resolved($0)) } }
        if case .array(let sides)? = made["difference"] { return sides.allSatisfy { isOfCertificates(resolved($0)) } }
        if let figure = made["figure"] { return isOfCertificates(resolved(figure)) }
        let sets = sets(made)
        return !sets.isEmpty
            && sets.allSatisfy { set in
                set.statements.contains { statement in
                    statement["certificate-status"].map { !$0.elements.contains(.string("_U")) } ?? false
                }
            }
    }

    /// Whether it adds up what sessions state as a whole, or is about sessions that nobody can have attended.
    private func isOfWholeSessions(_ made: JSONNode) -> Bool {
        for key in ["ratio", "difference"] {
            if case .array(let sides)? = made[key] { return sides.contains { isOfWholeSessions(resolved($0)) } }
        }
        if let figure = made["figure"] { return isOfWholeSessions(resolved(figure)) }
        return sets(made).contains { set in
            guard set.table == "sessions" else { return false }
            if made["sum"] != nil { return true }
            return !set.says(.string("delivered")) && !set.says(.string("training"))
        }
    }
}
