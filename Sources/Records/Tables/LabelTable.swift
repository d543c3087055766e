import Support
import TrainingStats

/// `labels.csv`: names of members, and which are spellings of others.
enum LabelTable: TableReading {
    static func read(
        _ rows: TableReader<LabelColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        var spellings: [String: SpellingTable] = [:]
        var seen = KeyTable()
        try rows.forEachRow {
            let dimension = rows.text(.dimension)
            let member = rows.text(.member)
            guard let dimension, let member else { return }
            checkDimension(dimension, of: rows, options: options)
            let target = rows.text(.sameAs)
            if target != nil, MemberDimension(rawValue: dimension) == nil {
                rows.report(
                    .badCode, at: .sameAs, value: target ?? "",
                    "members of '\(dimension.shortened())' have no spellings; leave same_as empty")
            }
            guard rows.accepts else { return }
            // No text holds a NUL.
            let key = dimension + "\0" + member
            guard seen.code(of: key) == nil else {
                return rows.rejectDuplicate("\(dimension), \(member)", at: .member)
            }
            _ = seen.insert(key)
            let (english, arabic) = (rows.text(.nameEn), rows.text(.nameAr))
            draft.labelRows.append(
                LabelRow(dimension: dimension, member: member, nameEn: english, nameAr: arabic, sameAs: target))
            if let target { spellings[dimension, default: SpellingTable()].insert(member, as: target) }
            if let name = english ?? arabic {
                draft.dataset.labels[dimension, default: [:]][member] = BilingualText(en: name, ar: arabic)
            }
        }
        for dimension in MemberDimension.allCases {
            if let spellings = spellings[dimension.rawValue] { draft.merge(spellings, of: dimension) }
        }
    }

    private static func checkDimension(
        _ dimension: String, of rows: TableReader<LabelColumn>, options: ReadOptions
    ) {
        guard !options.dimensions.isEmpty, !options.dimensions.contains(dimension) else { return }
        let nearest = rows.findings.nearest(to: dimension, among: options.dimensions, for: .badCode)
        rows.report(
            .badCode, at: .dimension, value: dimension,
            FindingText("'\(dimension.shortened())' is not a dimension").suggesting(nearest))
    }
}

extension DatasetDraft {
    /// Lets each spelling count as the member that it is a spelling of.
    fileprivate mutating func merge(_ spellings: SpellingTable, of dimension: MemberDimension) {
        let ends = spellings.ends()
        for text in spellings.texts.keys {
            if let target = ends(text) { dataset.spellings[dimension.rawValue, default: [:]][text] = target }
        }
        let codes = (0..<dataset[keyPath: dimension.table].count).map { code -> Int32 in
            guard let target = ends(dataset[keyPath: dimension.table][code]) else { return Int32(code) }
            let canonical = dataset[keyPath: dimension.table].insert(target)
            if canonical >= origins[dimension, default: []].count, let origins = origins[dimension],
                origins.indices.contains(code)
            {
                self.origins[dimension, default: []].append(origins[code])
            }
            return Int32(canonical)
        }
        replaceCodes(of: dimension) { Int(codes[$0]) }
        mergedMembers[dimension] = codes
    }

    /// Replaces a dimension's codes wherever they stand.
    private mutating func replaceCodes(of dimension: MemberDimension, by replacement: (Int) -> Int) {
        func replace(_ profile: inout Profile) {
            if profile.institution >= 0 { profile.institution = Int32(replacement(Int(profile.institution))) }
        }
        func replace(in property: WritableKeyPath<Session, Int?>) {
            for index in dataset.sessions.indices {
                dataset.sessions[index][keyPath: property] = dataset.sessions[index][keyPath: property].map(replacement)
            }
        }
        func replace(in property: WritableKeyPath<Trainer, Int?>) {
            for index in dataset.trainers.indices {
                dataset.trainers[index][keyPath: property] = dataset.trainers[index][keyPath: property].map(replacement)
            }
        }
        switch dimension {
        case .institution:
            for index in dataset.trainees.profiles.indices { replace(&dataset.trainees.profiles[index]) }
            for index in dataset.affiliations.indices { replace(&dataset.affiliations[index].profile) }
            for index in dataset.headcounts.indices { replace(&dataset.headcounts[index].profile) }
        case .venue: replace(in: \Session.venue)
        case .provider: replace(in: \Session.provider)
        case .programme: replace(in: \Session.programme)
        case .language: replace(in: \Session.language)
        case .trainerNationality: replace(in: \Trainer.nationality)
        case .trainerOrganisation: replace(in: \Trainer.organisation)
        }
    }
}
