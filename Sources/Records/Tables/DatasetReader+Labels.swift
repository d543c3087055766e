import Support
import TrainingStats

/// Labels, spellings and published figures.
extension DatasetReader {
    /// The dimensions whose members are texts, so that one can be a spelling of another.
    private static var spelled: [(dimension: String, table: WritableKeyPath<Dataset, KeyTable>)] {
        [
            ("institution", \.institutions), ("venue", \.venues), ("provider", \.providers),
            ("programme", \.programmes), ("language", \.languages), ("trainer-nationality", \.nationalities),
            ("trainer-organisation", \.organisations),
        ]
    }

    func readLabels() throws(ReadError) {
        var spellings: [String: SpellingTable] = [:]
        try read(.labels) { (reader) throws(ReadError) in
            let (dimension, member) = (reader.column("dimension"), reader.column("member"))
            let (nameEn, nameAr, same) = (
                reader.column("name_en"), reader.column("name_ar"), reader.column("same_as")
            )
            var seen = KeyTable()
            try reader.forEachRow {
                let name = reader.text(dimension)
                let text = reader.text(member)
                guard let name, let text else { return }
                if !options.dimensions.isEmpty, !options.dimensions.contains(name) {
                    let nearest = reader.nearest(to: name, among: options.dimensions, for: .badCode)
                    reader.report(
                        .badCode, "dimension", name,
                        "'\(name.shortened())' is not a dimension" + Spelling.ending(suggesting: nearest))
                }
                let target = reader.text(same)
                if target != nil, !Self.spelled.contains(where: { $0.dimension == name }) {
                    reader.report(
                        .badCode, "same_as", target ?? "",
                        "members of '\(name.shortened())' have no spellings; leave same_as empty")
                }
                guard reader.accepts else { return }
                // No text holds a NUL.
                let key = name + "\0" + text
                guard seen.code(of: key) == nil else { return duplicate("\(name), \(text)", "member", reader) }
                _ = seen.insert(key)
                labelRows.append(
                    LabelRow(
                        dimension: name, member: text, nameEn: reader.text(nameEn), nameAr: reader.text(nameAr),
                        sameAs: target))
                if let target { spellings[name, default: SpellingTable()].insert(text, as: target) }
                if let english = reader.text(nameEn) ?? reader.text(nameAr) {
                    dataset.labels[name, default: [:]][text] = BilingualText(en: english, ar: reader.text(nameAr))
                }
            }
        }
        for (dimension, table) in Self.spelled {
            if let spellings = spellings[dimension] { merge(spellings, dimension, table) }
        }
    }

    /// Lets each spelling count as the member that it is a spelling of.
    private func merge(
        _ spellings: SpellingTable, _ dimension: String, _ table: WritableKeyPath<Dataset, KeyTable>
    ) {
        let ends = spellings.ends()
        for text in spellings.texts.keys {
            if let target = ends(text) { dataset.spellings[dimension, default: [:]][text] = target }
        }
        let codes = (0..<dataset[keyPath: table].count).map { code -> Int32 in
            guard let target = ends(dataset[keyPath: table][code]) else { return Int32(code) }
            let canonical = dataset[keyPath: table].insert(target)
            if canonical >= origins[dimension, default: []].count, let origin = origins[dimension]?[code] {
                origins[dimension, default: []].append(origin)
            }
            return Int32(canonical)
        }
        func moved(_ code: Int?) -> Int? { code.map { Int(codes[$0]) } }
        func moved(_ profile: inout Profile) {
            if profile.institution >= 0 { profile.institution = codes[Int(profile.institution)] }
        }
        switch dimension {
        case "institution":
            for index in dataset.trainees.profiles.indices { moved(&dataset.trainees.profiles[index]) }
            for index in dataset.affiliations.indices { moved(&dataset.affiliations[index].profile) }
            for index in dataset.headcounts.indices { moved(&dataset.headcounts[index].profile) }
        case "trainer-nationality", "trainer-organisation":
            for index in dataset.trainers.indices {
                let trainer = dataset.trainers[index]
                if dimension == "trainer-nationality" {
                    dataset.trainers[index].nationality = moved(trainer.nationality)
                } else {
                    dataset.trainers[index].organisation = moved(trainer.organisation)
                }
            }
        default:
            let property: WritableKeyPath<Session, Int?> =
                switch dimension {
                case "venue": \.venue
                case "provider": \.provider
                case "programme": \.programme
                default: \.language
                }
            for index in dataset.sessions.indices {
                dataset.sessions[index][keyPath: property] = moved(dataset.sessions[index][keyPath: property])
            }
        }
        merged[dimension] = codes
    }

    func readPublished() throws(ReadError) {
        try read(.published) { (reader) throws(ReadError) in
            let (indicator, filter) = (reader.column("indicator"), reader.column("where"))
            let (period, qualifier) = (reader.column("period"), reader.column("qualifier"))
            let (value, source) = (reader.column("value"), reader.column("source"))
            let published = reader.column("published_on")
            try reader.forEachRow {
                let name = reader.text(indicator)
                let claim = reader.code(qualifier, as: Qualifier.self)
                let number = reader.decimal(value)
                let day = reader.date(published)
                guard let name, let claim, let number else { return }
                let figure = PublishedFigure(
                    indicator: name, filter: reader.text(filter) ?? "", period: reader.text(period) ?? "",
                    qualifier: claim, value: number, source: reader.text(source), publishedOn: day, line: reader.line)
                if let problem = options.checkPublished(figure, dataset) {
                    reader.report(.badCode, problem.column, problem.value, problem.reason.shortened(to: 400))
                }
                if reader.accepts { dataset.published.append(figure) }
            }
        }
    }
}
