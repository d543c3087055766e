import Support

/// Which column of a sheet holds what, by headings first and by values where those leave it open.
struct ColumnAssignment {
    private(set) var columns: [RegisterColumn: SheetShape.Column] = [:]
    /// Columns that nothing is made of.
    private(set) var unused: [SheetShape.Column] = []
    /// Columns whose headings are not known, with what their values look like.
    private(set) var guessed: [(column: SheetShape.Column, as: RegisterColumn)] = []

    /// The assignment of the columns of a sheet that do not run across.
    init(_ shape: SheetShape) {
        var rest: [SheetShape.Column] = []
        for (position, column) in shape.columns.enumerated() {
            if shape.across?.positions.contains(position) != true, !column.heading.isEmpty { rest.append(column) }
        }
        var candidates = rest.map { column in
            (column: column, of: HeadingIndex.columns(for: column.heading).filter { Self.fits(column.profile, $0) })
        }
        // A heading that says one thing only comes before one that can say several.
        candidates.sort {
            ($0.of.count == 0 ? .max : $0.of.count, $0.column.index) < (
                $1.of.count == 0 ? .max : $1.of.count, $1.column.index
            )
        }
        for (column, options) in candidates {
            if let free = options.first(where: { columns[$0] == nil && !Self.isOfNoUse($0) }) {
                columns[free] = column
            } else if options.isEmpty, HeadingIndex.columns(for: column.heading).isEmpty,
                let guess = guess(column.profile)
            {
                columns[guess] = column
                guessed.append((column, guess))
            } else {
                unused.append(column)
            }
        }
        assignTitlesInBothScripts()
        unused.sort { $0.index < $1.index }
    }

    /// Of two columns with the names of courses, one in Arabic and one not, both are taken.
    private mutating func assignTitlesInBothScripts() {
        guard let title = columns[.courseTitle], columns[.courseTitleArabic] == nil else { return }
        let isArabic = title.profile.isMostly(title.profile.arabic)
        let other = unused.first { column in
            HeadingIndex.columns(for: column.heading).contains(.courseTitle) && column.profile.filled > 0
                && column.profile.isMostly(column.profile.arabic) != isArabic
        }
        guard let other else { return }
        use(other)
        (columns[.courseTitle], columns[.courseTitleArabic]) = isArabic ? (other, title) : (title, other)
    }

    /// The column that holds something.
    subscript(_ column: RegisterColumn) -> SheetShape.Column? { columns[column] }

    /// Leaves a column out after all.
    mutating func drop(_ column: RegisterColumn) {
        if let dropped = columns.removeValue(forKey: column) { unused.append(dropped) }
    }

    /// Takes a column out of those that nothing is made of.
    mutating func use(_ column: SheetShape.Column) { unused.removeAll { $0.index == column.index } }

    /// Columns that are known, and of which a dataset has nothing.
    private static func isOfNoUse(_ column: RegisterColumn) -> Bool {
        switch column {
        case .serial, .remarks, .contact, .secret, .expiresOn, .budget, .trainerCount, .absences, .share, .maximumScore,
            .rank,
            .attendedDays,
            .email, .traineeNameArabic:
            true
        default: false
        }
    }

    /// What the values of a column with an unknown heading look like.
    private func guess(_ profile: ColumnProfile) -> RegisterColumn? {
        guard profile.filled >= 3 else { return nil }
        if columns[.nationality] == nil, profile.isNearlyAll(profile.states) { return .nationality }
        if columns[.sex] == nil, profile.isNearlyAll(profile.sexes), profile.texts.count > 1 { return .sex }
        if profile.isNearlyAll(profile.allDates) {
            if columns[.startDate] == nil { return .startDate }
            if columns[.endDate] == nil { return .endDate }
        }
        if columns[.status] == nil, profile.isNearlyAll(profile.statuses) { return .status }
        return nil
    }

    /// Whether values can be what a heading says.
    private static func fits(_ profile: ColumnProfile, _ column: RegisterColumn) -> Bool {
        guard profile.filled > 0 else { return isOfNoUse(column) || column == .certificate }
        switch column {
        case .startDate, .endDate, .period, .enrolledOn, .completedOn, .month, .certifiedOn:
            return profile.isMostly(profile.allDates)
        case .certificateNumber:
            // Yes and no say that there is one, and nothing of its number.
            return profile.isMostly(profile.withDigits)
                && !profile.isMostly(max(profile.answers, profile.dateCells))
        case .score, .preScore, .cost, .rating, .participants, .women, .men, .completions, .capacity, .days:
            return profile.isMostly(profile.allNumbers)
        case .validMonths: return profile.isMostly(profile.allNumbers + profile.validities)
        case .hours: return profile.isMostly(profile.allNumbers + profile.durations)
        case .duration: return profile.isMostly(profile.durations) || profile.isMostly(profile.allNumbers)
        case .nationality: return profile.isMostly(profile.states)
        case .sex: return profile.isMostly(profile.sexes)
        case .status, .completionStatus, .result: return profile.isMostly(max(profile.statuses, profile.answers))
        case .attendance: return profile.isMostly(max(profile.statuses, profile.answers, profile.dayMarks))
        case .sessionStatus: return profile.isMostly(profile.statuses)
        case .rank, .courseTitle, .topic, .kind, .venue, .trainer, .employer:
            return !profile.isMostly(profile.allNumbers + profile.allDates)
        case .birthYear: return profile.isMostly(profile.allDates + profile.allNumbers)
        default: return true
        }
    }
}
