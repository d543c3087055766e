import Aggregation
import Reporting
import Support
import TrainingStats
import Writers

// Values of requests. Names of measures and dimensions are checked when the description of the dataset has been read, which
// can add some; members of dimensions and periods are checked later still, because they depend on its tables and its calendar.

extension ValueKind where Value == PeriodExpression {
    /// A period, which may be relative to the reporting day.
    static var period: Self {
        Self("P") { (text, _) throws(CommandError) in
            let expression = PeriodExpression(text)
            do { try expression.checkForm() } catch { throw CommandError(error) }
            return expression
        }
    }
}

extension ValueKind where Value == [Filter] {
    /// Filters, all of which must hold.
    static var filters: Self {
        Self("D=V[,V]", .words(Catalogue.builtIn.dimensions.map { $0.id + "=" })) { (texts, _) throws(CommandError) in
            var filters: [Filter] = []
            do {
                for text in texts {
                    let parts = try Filter.list(parsing: text)
                    guard !parts.isEmpty else { throw RequestError.badFilter(text) }
                    filters += parts
                }
            } catch {
                throw CommandError(error)
            }
            return filters
        }
    }
}

extension ValueKind where Value == [String] {
    /// Identifiers of dimensions, each once.
    static func dimensions(_ placeholder: String) -> Self {
        Self(placeholder, .words(Catalogue.builtIn.dimensions.map(\.id))) { (text, _) throws(CommandError) in
            let names = commaSeparated(text)
            do {
                for (index, name) in names.enumerated() where names[..<index].contains(name) {
                    throw RequestError.repeatedDimension(name)
                }
            } catch {
                throw CommandError(error)
            }
            return names
        }
    }

    /// The fields of a key.
    static func key(_ placeholder: String) -> Self {
        Self(placeholder) { text, _ in commaSeparated(text) }
    }

    /// Identifiers of columns of a list of records, each once.
    static func recordColumns(_ placeholder: String) -> Self {
        let known = RecordColumn.fields.map(\.id) + ["place"] + Catalogue.builtIn.dimensions.map(\.id)
        return Self(placeholder, .words(known)) { (text, option) throws(CommandError) in
            let names = commaSeparated(text)
            for (index, name) in names.enumerated() where names[..<index].contains(name) {
                throw .usage(.init(en: "\(option): '\(name)' is given twice", ar: "\(option): «\(name)» مذكور مرتين"))
            }
            return names
        }
    }

    /// Identifiers of measures, each once.
    static func measures(_ placeholder: String) -> Self {
        Self(placeholder, .words(Catalogue.builtIn.measures.map(\.id))) { (text, option) throws(CommandError) in
            let names = commaSeparated(text)
            for (index, name) in names.enumerated() where names[..<index].contains(name) {
                throw .usage(.init(en: "\(option): '\(name)' is given twice", ar: "\(option): «\(name)» مذكور مرتين"))
            }
            return names
        }
    }
}

extension ValueKind where Value == String {
    /// The identifier of a measure.
    static func measure(_ placeholder: String) -> Self {
        Self(placeholder, .words(Catalogue.builtIn.measures.map(\.id)), parseText: { text, _ in text })
    }
}

extension ValueKind where Value == [FigureCondition] {
    /// Conditions on figures, all of which must hold.
    static func conditions(_ placeholder: String) -> Self {
        Self(placeholder, .words(Catalogue.builtIn.measures.map(\.id))) { (texts, _) throws(CommandError) in
            do {
                var conditions: [FigureCondition] = []
                for text in texts { conditions.append(try FigureCondition(parsing: text)) }
                return conditions
            } catch {
                throw CommandError(error)
            }
        }
    }
}

extension ValueKind where Value == RowOrder.Key {
    /// The identifier of a measure, with or without a direction.
    static func order(_ placeholder: String) -> Self {
        Self(placeholder, .words(Catalogue.builtIn.measures.map(\.id))) { (text, _) throws(CommandError) in
            do {
                return try RowOrder.Key(parsing: text)
            } catch {
                throw CommandError(error)
            }
        }
    }
}

extension ValueKind where Value == [Transform] {
    /// Names of transforms.
    static func transforms(_ placeholder: String) -> Self {
        Self(placeholder, .words(Transform.allCases.map(\.rawValue))) { (text, _) throws(CommandError) in
            var transforms: [Transform] = []
            for name in commaSeparated(text) {
                guard let transform = Transform(rawValue: name) else {
                    throw CommandError(RequestError.unknownTransform(name))
                }
                transforms.append(transform)
            }
            return transforms
        }
    }
}

extension ValueKind where Value == [ValidityList.Standing] {
    /// What can be said of persons and their certificates.
    static func standings(_ placeholder: String) -> Self {
        let known = ValidityList.Standing.allCases.map(\.rawValue)
        return Self(placeholder, .words(known)) { (text, option) throws(CommandError) in
            var standings: [ValidityList.Standing] = []
            for word in commaSeparated(text) {
                guard let standing = ValidityList.Standing(rawValue: word) else {
                    throw .usage(
                        .init(
                            en: "\(option): '\(word)' is not one of \(Spelling.list(known).en)",
                            ar: "\(option): «\(word)» ليس من \(Spelling.list(known)(.ar))"),
                        hint: Spelling.suggestion(for: word, among: known))
                }
                standings.append(standing)
            }
            return standings
        }
    }
}

extension ValueKind where Value == [Language] {
    /// Languages, each once.
    static func languages(_ placeholder: String) -> Self {
        Self(placeholder, .words(Language.allCases.map(\.rawValue))) { (text, option) throws(CommandError) in
            var languages: [Language] = []
            for word in commaSeparated(text) {
                guard let language = Language(rawValue: word), !languages.contains(language) else {
                    throw .usage(
                        .init(
                            en: "\(option): '\(text)' is not a list of languages",
                            ar: "\(option): «\(text)» ليس من اللغات"),
                        hint: .init(en: "give en, ar or en,ar", ar: "اكتب en أو ar أو en,ar"))
                }
                languages.append(language)
            }
            return languages
        }
    }
}

extension ValueKind where Value == OutputFormat {
    /// A format that a single table can be written in.
    static func tableFormat(_ placeholder: String) -> Self { choice(placeholder, among: OutputFormat.ofTables) }
}

extension ValueKind where Value == [OutputFormat] {
    /// Formats that a report pack can have.
    static func packFormats(_ placeholder: String) -> Self {
        let known = OutputFormat.ofReports.map(\.rawValue)
        return Self(placeholder, .words(known)) { (text, option) throws(CommandError) in
            var formats: [OutputFormat] = []
            for name in commaSeparated(text) {
                guard known.contains(name), let format = OutputFormat(rawValue: name) else {
                    throw .usage(
                        .init(
                            en: "\(option): a report pack has no '\(name)'",
                            ar: "\(option): ليس في حزمة التقرير «\(name)»"),
                        hint: Spelling.suggestion(for: name, among: known)
                            ?? .init(
                                en: "give some of \(Spelling.list(known).en)",
                                ar: "اختر من \(Spelling.list(known)(.ar))"))
                }
                formats.append(format)
            }
            return formats
        }
    }
}
