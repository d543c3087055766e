import TrainingStats

/// Which persons and which courses a table of certificates is about, and by what they are grouped.
///
/// Persons are those of `trainees.csv`, with the properties that they have on the reporting day; courses those that state how
/// long their completion is valid.
package struct ValidityQuestion: Sendable {
    /// Identifiers of the dimensions in the rows.
    package var rows: [String]
    /// Filters, all of which must hold.
    package var filters: [Filter]
    /// Whether there is a row for all of them.
    package var totals: Bool

    /// A question given by its parts.
    package init(rows: [String], filters: [Filter], totals: Bool) {
        self.rows = rows
        self.filters = filters
        self.totals = totals
    }

    /// Finds out whether all dimensions are properties of persons or of courses.
    ///
    /// - Throws: ``RequestError`` for unknown names and for other dimensions.
    package func validate(in catalogue: Catalogue) throws(RequestError) {
        for id in rows + filters.map(\.dimension) {
            guard try catalogue.requestedDimension(id).isOfCourseOrPerson else { throw .dimensionOfRecords(id) }
        }
        for (index, id) in rows.enumerated() where rows[..<index].contains(id) { throw .repeatedDimension(id) }
    }
}

extension Dimension {
    /// Whether it is a property of courses, or one that a person has on any day.
    fileprivate var isOfCourseOrPerson: Bool { side == .course || rule.codedEntity == .profile }
}

/// The persons and courses of a question, in groups.
struct ValidityScope {
    let dimensions: [Dimension]
    let coded: [DimensionCodes]
    /// For each identifier of `trainees.csv` the group of persons, or -1 where it is not asked about or counts as another.
    let persons: MemberCombinations
    /// For each course its group, or -1 where it is not asked about.
    let courses: MemberCombinations
    /// Members that a filter names and nobody has.
    private(set) var unmatched: [Filter] = []

    /// The scope of a question on a dataset; `isPerson` says which identifiers count, `isWanted` which courses there are.
    ///
    /// - Throws: ``RequestError`` for unknown names and members.
    init(
        _ question: ValidityQuestion, of dataset: Dataset, asOf today: CivilDate, isPerson: [Bool], isWanted: [Bool],
        in catalogue: Catalogue
    ) throws(RequestError) {
        try question.validate(in: catalogue)
        let profiles = dataset.trainees.ids.keys.indices.map { dataset.profile(of: $0, on: today) }
        // Codes of courses are those of sessions: one session of each course gives each course a code.
        var withCourses = dataset
        withCourses.sessions = dataset.courses.indices.map { Session(id: "", course: $0) }
        func codes(_ dimension: Dimension) -> DimensionCodes {
            DimensionCodes(dimension, of: withCourses, profiles: profiles)
        }
        dimensions = try question.rows.map(catalogue.requestedDimension)
        coded = dimensions.map(codes)
        var (isPerson, isWanted) = (isPerson, isWanted)
        for filter in question.filters {
            let coded = codes(try catalogue.requestedDimension(filter.dimension))
            let (admitted, missing) = try coded.admitted(filter, of: dataset) {
                MemberLabels(of: dataset, in: catalogue)
            }
            if !missing.isEmpty {
                unmatched.append(Filter(dimension: filter.dimension, filter.choice, members: missing))
            }
            if coded.dimension.side == .course {
                for course in isWanted.indices where !admitted.contains(coded.codes[course]) {
                    isWanted[course] = false
                }
            } else {
                for person in isPerson.indices where !admitted.contains(coded.codes[person]) {
                    isPerson[person] = false
                }
            }
        }
        persons = MemberCombinations(coded.filter { $0.dimension.side != .course }, isKept: isPerson)
        courses = MemberCombinations(coded.filter { $0.dimension.side == .course }, isKept: isWanted)
    }

    /// The codes of a group of persons and one of courses, one for each dimension.
    func codes(persons person: Int, courses course: Int) -> [Int32] {
        var ofPerson = persons.members[person].makeIterator()
        var ofCourse = courses.members[course].makeIterator()
        return dimensions.map { dimension in
            (dimension.side == .course ? ofCourse.next() : ofPerson.next()) ?? DimensionCodes.unknown
        }
    }
}
