import Aggregation
import Support
import TrainingStats

/// The kinds of objects in a report definition, each with its keys.
///
/// The decoder and the schema derive from them.
enum DefinitionObject: String, CaseIterable {
    case report, table, section, measure, filter, chart, decisive, text, ownMeasure

    /// A key of an object.
    struct Key {
        let name: String
        let meaning: String
        let schema: JSONNode
        var isRequired = false

        init(_ name: String, meaning: String, schema: JSONNode, isRequired: Bool = false) {
            self.name = name
            self.meaning = meaning
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// Its name in messages.
    var noun: String {
        switch self {
        case .report: "a report"
        case .table, .section: "a table"
        case .measure, .ownMeasure: "a measure"
        case .filter: "a filter"
        case .chart: "a chart"
        case .decisive: "'decisive'"
        case .text: "a text"
        }
    }

    /// Its keys.
    var keys: [Key] {
        switch self {
        case .report:
            [
                Key("$schema", meaning: "where the schema is, for editors", schema: Schema.string),
                Key("title", meaning: "title of the report; else that of the dataset", schema: Schema.reference(.text)),
                Key(
                    "notes", meaning: "what readers must know, one paragraph each",
                    schema: Schema.list(Schema.reference(.text))),
                Key(
                    "definitions", meaning: "whether the notes define the measures (default true)", schema: Schema.bool),
                Key(
                    "measures", meaning: "measures of its own, as in measures.json",
                    schema: Schema.list(Schema.reference(.ownMeasure))),
                Key("filters", meaning: "members that are kept, by dimension", schema: Schema.filters),
                Key("period", meaning: "period of all tables that name none, as in --period", schema: Schema.string),
                Key(
                    "intervals", meaning: "whether the 95 % interval (Wilson) follows each rate of counted cases",
                    schema: Schema.bool),
                Key(
                    "within",
                    meaning: "days within which a certificate lapses that is due (default 90), as in --within",
                    schema: .object(["type": .string("integer"), "minimum": .number("0")])),
                Key(
                    "languages", meaning: "languages of the report",
                    schema: Schema.list(Schema.choice(Language.allCases))),
                Key(
                    "digits", meaning: "digits of the report (default: arab in Arabic, latn in English)",
                    schema: Schema.choice(Digits.allCases)),
                Key("formats", meaning: "formats of the report", schema: Schema.list(Schema.string)),
                Key("profile", meaning: "profile of workbooks", schema: Schema.string),
                Key(
                    "tables", meaning: "the tables in their order",
                    schema: Schema.list(
                        .object(["anyOf": .array([Schema.reference(.table), Schema.reference(.section)])])),
                    isRequired: true),
            ]
        case .section:
            [
                Key(
                    "section", meaning: "a table that is no plain summary",
                    schema: Schema.choice(NamedSection.allCases),
                    isRequired: true)
            ]
        case .table:
            [
                Key(
                    "id", meaning: "names the CSV file and the sheet: small letters, digits and hyphens",
                    schema: .object(["type": .string("string"), "pattern": .string("^[a-z][a-z0-9-]*$")]),
                    isRequired: true),
                Key("title", meaning: "title", schema: Schema.reference(.text), isRequired: true),
                Key("rows", meaning: "dimensions in the rows", schema: Schema.list(Schema.dimension), isRequired: true),
                Key("columns", meaning: "dimensions in the columns", schema: Schema.list(Schema.dimension)),
                Key(
                    "measures", meaning: "measures",
                    schema: Schema.list(.object(["anyOf": .array([Schema.measure, Schema.reference(.measure)])])),
                    isRequired: true),
                Key(
                    "transforms", meaning: "what is made of each measure, in columns behind it",
                    schema: Schema.list(Schema.choice(Transform.allCases))),
                Key("filters", meaning: "members that are kept, by dimension", schema: Schema.filters),
                Key("period", meaning: "its own period, as in --period", schema: Schema.string),
                Key(
                    "sort",
                    meaning:
                        "the measure by which people see the rows, the largest first; with :asc the smallest first",
                    schema: Schema.order),
                Key(
                    "top", meaning: "so many members of the first row dimension, the rest as _O",
                    schema: .object(["type": .string("integer"), "minimum": .number("1")])),
                Key(
                    "bottom", meaning: "so many members with the least, the rest as _O",
                    schema: .object(["type": .string("integer"), "minimum": .number("1")])),
                Key(
                    "intervals", meaning: "whether the 95 % interval follows each rate of counted cases",
                    schema: Schema.bool),
                Key(
                    "includeEmpty", meaning: "whether known members have rows without records too (default false)",
                    schema: Schema.bool),
                Key(
                    "persons", meaning: "the condition that persons must meet to be counted, such as participations>=3",
                    schema: Schema.string),
                Key(
                    "having", meaning: "the condition that rows meet, such as fill-rate<0.5 and sessions>=3",
                    schema: Schema.string),
                Key("chart", meaning: "the picture that the table gives", schema: Schema.reference(.chart)),
                Key(
                    "compare", meaning: "measures worth comparing down the column", schema: Schema.list(Schema.measure)),
                Key("notes", meaning: "what must be known to read it", schema: Schema.list(Schema.reference(.text))),
                Key(
                    "needs", meaning: "what a dataset must have for it",
                    schema: Schema.list(Schema.choice(Need.allCases))),
                Key(
                    "decisive", meaning: "measures without any value of which it is left out",
                    schema: Schema.reference(.decisive)),
                Key(
                    "memberless", meaning: "what is said in place of it where no member of its rows is known",
                    schema: Schema.reference(.text)),
            ]
        case .measure:
            [
                Key("measure", meaning: "the measure", schema: Schema.measure, isRequired: true),
                Key(
                    "needs", meaning: "what a dataset must have for it", schema: Schema.choice(Need.allCases),
                    isRequired: true),
                Key("instead", meaning: "the measure that stands in where it lacks that", schema: Schema.measure),
            ]
        case .filter:
            [
                Key("not", meaning: "members that are left out", schema: Schema.list(Schema.string)),
                Key(
                    "contains", meaning: "texts, one of which the code or name of a member contains",
                    schema: Schema.list(Schema.string)),
            ]
        case .chart:
            [
                Key(
                    "of", meaning: "cells, row-totals or column-totals of a cross-tabulation, or measures of a list",
                    schema: .object([
                        "anyOf": .array([Schema.choice(ChartBasis.allCases), Schema.list(Schema.measure)])
                    ]),
                    isRequired: true),
                Key(
                    "as", meaning: "map: one measure of states, on a map of the six states",
                    schema: Schema.choice(ChartLook.allCases)),
                Key(
                    "title", meaning: "title; {measure} stands for what is drawn (default: the table's)",
                    schema: Schema.reference(.text)
                ),
            ]
        case .decisive:
            [
                Key(
                    "measures", meaning: "measures of the table", schema: Schema.list(Schema.measure), isRequired: true),
                Key(
                    "reason", meaning: "what is said in place of the table", schema: Schema.reference(.text),
                    isRequired: true),
            ]
        case .ownMeasure:
            MeasureDecoder.keys.map { key in
                Key(key.name, meaning: key.meaning, schema: Schema.ofMeasure(key.name), isRequired: key.isRequired)
            }
        case .text:
            [
                Key("en", meaning: "English", schema: Schema.string, isRequired: true),
                Key("ar", meaning: "Arabic", schema: Schema.string, isRequired: true),
            ]
        }
    }
}

/// Which figures of a cross-tabulation a chart shows.
enum ChartBasis: String, CaseIterable {
    case cells
    case rowTotals = "row-totals"
    case columnTotals = "column-totals"
}

/// How a chart is to be drawn, if not in the usual way.
enum ChartLook: String, CaseIterable {
    case map
}
