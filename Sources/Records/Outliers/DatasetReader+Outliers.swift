import Support
import TrainingStats

/// Values that are far from the others of their course.
extension DatasetReader {
    /// The search for values that are far from those of the first reading, groups and sessions included.
    ///
    /// Where the search is worthwhile, the participations are to be read once more into it.
    public func outlierSearch(after sampling: OutlierSampling) -> OutlierSearch {
        let dataset = draft.dataset
        var samples = sampling.samples
        for group in dataset.headcounts {
            guard let cost = group.costAHead else { continue }
            samples.add(cost, of: .costAHead, inCourse: dataset.sessions[group.session].course)
        }
        for (session, count) in attendances {
            samples.add(ExactDecimal(count), of: .participants, inCourse: dataset.sessions[session].course)
        }
        return OutlierSearch(for: samples.outliers, in: dataset)
    }

    /// Tells all values that a search is for, those of participations as it found them.
    public func tellOutliers(_ search: OutlierSearch) {
        let dataset = draft.dataset
        func tell(
            _ value: ExactDecimal, of quantity: OutlierQuantity, inCourse course: Int, in table: RecordTable, line: Int,
            column: String
        ) {
            let values = search.outliers.values(of: quantity, inCourse: course)
            guard let score = values.scores[value] else { return }
            let input = contents.tables[table]
            log.add(
                Finding(
                    file: input?.name ?? table.fileName, line: line, column: column, code: .outlier, value: "\(value)",
                    message: FindingText(
                        RecordWording.outlier, value, ExactDecimal(rounding: values.median), values.count,
                        quantity.name, dataset.courses[course].id, ExactDecimal(rounding: score, places: 1)),
                    place: input?.place(ofRow: line, column: column)))
        }
        for found in search.found.sorted(by: { ($0.line, $0.quantity.rawValue) < ($1.line, $1.quantity.rawValue) }) {
            tell(
                found.value, of: found.quantity, inCourse: found.course, in: .participations, line: found.line,
                column: found.quantity.value?.column ?? "")
        }
        for group in dataset.headcounts {
            guard let cost = group.costAHead else { continue }
            tell(
                cost, of: .costAHead, inCourse: dataset.sessions[group.session].course, in: .headcounts,
                line: group.line, column: HeadcountColumn.cost.name)
        }
        for (session, count) in attendances {
            tell(
                ExactDecimal(count), of: .participants, inCourse: dataset.sessions[session].course, in: .sessions,
                line: dataset.sessions[session].line, column: SessionColumn.sessionID.name)
        }
    }

    /// The reported sessions that were held, each with its attendances.
    private var attendances: [(session: Int, count: Int)] {
        draft.dataset.sessions.indices.compactMap { session in
            guard draft.dataset.sessions[session].status == .held, draft.attendance.isReported[session] else {
                return nil
            }
            return (session, draft.attendance.attendances(of: session))
        }
    }
}

extension Headcount {
    /// The cost of a participant of the group, to a millionth; nil where cost or number is not known, or nobody came.
    fileprivate var costAHead: ExactDecimal? {
        guard let cost, let participants, participants > 0 else { return nil }
        return ExactDecimal(millionths: cost.millionths / Int128(participants))
    }
}

extension ExactDecimal {
    /// A number to so many places, for a message.
    fileprivate init(rounding number: Double, places: Int = 6) {
        let unit = Int128(1_000_000) / (0..<places).reduce(1) { product, _ in product * 10 }
        let scaled = (number * 1e6 / Double(unit)).rounded()
        self.init(millionths: (Int128(exactly: scaled) ?? 0) * unit)
    }
}
