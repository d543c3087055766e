import Aggregation
import Support
import TrainingStats

/// The objects that a report definition is made of, each with its keys: the decoder and the schema derive from it.
enum DefinitionObject: String, CaseIterable {
    case report, table, section, measure, chart, decisive, text

    /// A key of an object.
    struct Key {
        let name: String
        let meaning: String
        let schema: JSONNode
        var isRequired = false

        init(_ name: String, _ meaning: String, _ schema: JSONNode, isRequired: Bool = false) {
            self.name = name
            self.meaning = meaning
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    /// What it is called in messages.
    var noun: String {
        switch self {
        case .report: "a report"
        case .table, .section: "a table"
        case .measure: "a measure"
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
                Key("$schema", "where the schema is, for editors", Schema.string),
                Key("title", "title of the report; else that of the dataset", Schema.reference(.text)),
                Key("notes", "what readers must know, one paragraph each", Schema.list(Schema.reference(.text))),
                Key("definitions", "whether the notes define the measures (default true)", Schema.bool),
                Key("filters", "members that are kept, by dimension", Schema.filters),
                Key("period", "period of all tables that name none, as in --period", Schema.string),
                Key("languages", "languages of the report", Schema.list(Schema.choice(Language.allCases))),
                Key("formats", "formats of the report", Schema.list(Schema.string)),
                Key("profile", "profile of workbooks", Schema.string),
                Key(
                    "tables", "the tables in their order",
                    Schema.list(.object(["anyOf": .array([Schema.reference(.table), Schema.reference(.section)])])),
                    isRequired: true),
            ]
        case .section:
            [
                Key(
                    "section", "a table that is no plain summary", Schema.choice(NamedSection.allCases),
                    isRequired: true)
            ]
        case .table:
            [
                Key(
                    "id", "names the CSV file and the sheet: small letters, digits and hyphens",
                    .object(["type": .string("string"), "pattern": .string("^[a-z][a-z0-9-]*$")]), isRequired: true),
                Key("title", "title", Schema.reference(.text), isRequired: true),
                Key("rows", "dimensions in the rows", Schema.list(Schema.dimension), isRequired: true),
                Key("columns", "dimensions in the columns", Schema.list(Schema.dimension)),
                Key(
                    "measures", "measures",
                    Schema.list(.object(["anyOf": .array([Schema.measure, Schema.reference(.measure)])])),
                    isRequired: true),
                Key(
                    "transforms", "what is made of each measure, in columns behind it",
                    Schema.list(Schema.choice(Transform.allCases))),
                Key("filters", "members that are kept, by dimension", Schema.filters),
                Key("period", "its own period, as in --period", Schema.string),
                Key("sort", "the measure by which people see the rows, the largest first", Schema.measure),
                Key(
                    "top", "so many members of the first row dimension, the rest as _O",
                    .object(["type": .string("integer"), "minimum": .number("1")])),
                Key("chart", "the picture that the table gives", Schema.reference(.chart)),
                Key("compare", "measures worth comparing down the column", Schema.list(Schema.measure)),
                Key("notes", "what must be known to read it", Schema.list(Schema.reference(.text))),
                Key("needs", "what a dataset must have for it", Schema.list(Schema.choice(Need.allCases))),
                Key("decisive", "measures without any value of which it is left out", Schema.reference(.decisive)),
                Key(
                    "memberless", "what is said in place of it where no member of its rows is known",
                    Schema.reference(.text)),
            ]
        case .measure:
            [
                Key("measure", "the measure", Schema.measure, isRequired: true),
                Key("needs", "what a dataset must have for it", Schema.choice(Need.allCases), isRequired: true),
                Key("instead", "the measure that stands in where it lacks that", Schema.measure),
            ]
        case .chart:
            [
                Key(
                    "of", "cells, row-totals or column-totals of a cross-tabulation, or measures of a list",
                    .object(["anyOf": .array([Schema.choice(ChartBasis.allCases), Schema.list(Schema.measure)])]),
                    isRequired: true),
                Key(
                    "title", "title; {measure} stands for what is drawn (default: the table's)", Schema.reference(.text)
                ),
            ]
        case .decisive:
            [
                Key("measures", "measures of the table", Schema.list(Schema.measure), isRequired: true),
                Key("reason", "what is said in place of the table", Schema.reference(.text), isRequired: true),
            ]
        case .text:
            [
                Key("en", "English", Schema.string, isRequired: true),
                Key("ar", "Arabic", Schema.string, isRequired: true),
            ]
        }
    }
}

/// Which figures of a cross-tabulation a picture shows.
enum ChartBasis: String, CaseIterable {
    case cells
    case rowTotals = "row-totals"
    case columnTotals = "column-totals"
}
