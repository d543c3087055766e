import Support
import TrainingStats

/// `labels.csv`: names of members, and which are spellings of others.
enum LabelTable: TableReading {
    static func read(
        _ rows: TableReader<LabelColumn>, into draft: inout DatasetDraft, options: ReadOptions
    ) throws(ReadError) {
        var spellings: [String: SpellingTable] = [:]
        var seen = KeyTable()
        let known = options.dimensions + draft.dataset.settings.attributes.map(\.id)
        try rows.forEachRow {
            let dimension = rows.text(.dimension)
            let member = rows.text(.member)
            guard let dimension, let member else { return }
            checkDimension(dimension, of: rows, among: known)
            let target = rows.text(.sameAs).map { canonical($0, in: dimension, draft) }
            if target != nil, MemberDimension(rawValue: dimension) == nil {
                rows.report(
                    .badCode, at: .sameAs, value: target ?? "",
                    FindingText(FieldWording.withoutSpellings, dimension.shortened()))
            }
            // No text holds a NUL.
            let key = dimension + "\0" + member
            guard seen.code(of: key) == nil else {
                return rows.rejectDuplicate("\(dimension), \(member)", at: .member)
            }
            if let target {
                checkTarget(target, of: member, in: dimension, rows, draft: draft)
                if !spellings[dimension, default: SpellingTable()].insert(member, as: target) {
                    rows.report(
                        .badCode, at: .sameAs, value: target,
                        FindingText(ReferenceWording.spellingsInCircle, target.shortened(), member.shortened()))
                }
            }
            guard rows.accepts else { return }
            _ = seen.insert(key)
            let (english, arabic) = (rows.text(.nameEn), rows.text(.nameAr))
            draft.labelRows.append(
                LabelRow(dimension: dimension, member: member, nameEn: english, nameAr: arabic, sameAs: target))
            if let name = english ?? arabic {
                draft.dataset.labels[dimension, default: [:]][ByteKey(member)] = BilingualText(en: name, ar: arabic)
            }
        }
        for dimension in MemberDimension.allCases {
            if let spellings = spellings[dimension.rawValue] { draft.merge(spellings, of: dimension) }
        }
    }

    /// The code of a state that is given as the nationality that another is a spelling of; any other text as it is.
    private static func canonical(_ target: String, in dimension: String, _ draft: DatasetDraft) -> String {
        guard dimension == MemberDimension.trainerNationality.rawValue else { return target }
        return draft.spellings(target).map { draft.dataset.states[$0].code } ?? target
    }

    /// Reports a spelling of what no record has, where records have the spelling.
    private static func checkTarget(
        _ target: String, of member: String, in dimension: String, _ rows: TableReader<LabelColumn>,
        draft: DatasetDraft
    ) {
        guard let dimension = MemberDimension(rawValue: dimension) else { return }
        let known = draft.dataset[keyPath: dimension.table]
        let isState = dimension == .trainerNationality && draft.spellings(target) != nil
        guard known.code(of: member) != nil, known.code(of: target) == nil, !isState else { return }
        let nearest = known.count <= 5_000 ? rows.findings.nearest(to: target, among: known.keys, for: .badCode) : nil
        rows.report(
            .badCode, at: .sameAs, value: target,
            FindingText(
                nearest == nil ? ReferenceWording.unknownMember : .misspeltMember, target.shortened()
            ).suggesting(nearest))
    }

    private static func checkDimension(
        _ dimension: String, of rows: TableReader<LabelColumn>, among known: [String]
    ) {
        guard !known.isEmpty, !known.contains(dimension) else { return }
        let nearest = rows.findings.nearest(to: dimension, among: known, for: .badCode)
        rows.report(
            .badCode, at: .dimension, value: dimension,
            FindingText(FieldWording.notDimension, dimension.shortened()).suggesting(nearest))
    }
}

extension DatasetDraft {
    /// Lets each spelling count as the member that it is a spelling of.
    fileprivate mutating func merge(_ spellings: SpellingTable, of dimension: MemberDimension) {
        var spellings = spellings
        for text in spellings.texts.keys {
            if let target = spellings.end(of: text) {
                dataset.spellings[dimension.rawValue, default: [:]][ByteKey(text)] = target
            }
        }
        let codes = (0..<dataset[keyPath: dimension.table].count).map { code -> Int32 in
            guard let target = spellings.end(of: dataset[keyPath: dimension.table][code]) else { return Int32(code) }
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
        case .evaluationItem:
            for index in dataset.evaluations.indices {
                dataset.evaluations[index].item = Int32(replacement(Int(dataset.evaluations[index].item)))
            }
        }
    }
}
