import Foundation
import Records
import TestSupport
import TrainingStats
import Testing

@testable import Aggregation
@testable import Commands

/// How words become operands and typed values.
struct ArgumentsTests {
    private func arguments(
        _ words: String..., of command: Command = .table, variables: [String: String] = [:], file: String? = nil
    ) throws -> Arguments {
        let folder = try TemporaryFolder(file.map { ["tadrib.json": $0] } ?? [:])
        return try Arguments(words, accepting: command.options, environment(variables, folder.path))
    }

    private func message(
        _ words: String..., of command: Command = .table, variables: [String: String] = [:]
    ) throws -> String {
        do {
            _ = try Arguments(words, accepting: command.options, environment(variables, "/nowhere"))
            return ""
        } catch {
            #expect(error.code == .usage)
            return error.text.en
        }
    }

    private func environment(_ variables: [String: String], _ folder: String) -> ProcessEnvironment {
        ProcessEnvironment(
            variables: variables, workingFolder: folder, terminalWidth: nil, errorsGoToTerminal: false, now: Date())
    }

    @Test func longShortAndAttachedValuesAreTheSame() throws {
        for words in [["--format", "csv"], ["--format=csv"], ["-f", "csv"], ["-fcsv"]] {
            let arguments = try Arguments(words, accepting: Command.table.options, environment([:], "/nowhere"))
            #expect(arguments[.format] == .csv)
            #expect(arguments.isGiven(.format) && arguments.operands.isEmpty)
        }
        #expect(try arguments("--where=state=KWT")[.where] == [Filter(dimension: "state", members: ["KWT"])])
        #expect(try arguments("--output=")[.output] == "")
    }

    @Test func otherWordsAreOperands() throws {
        #expect(
            try arguments("a", "-q", "b", "-", "--", "--rows", "-q", "c").operands == [
                "a", "b", "-", "--rows", "-q", "c",
            ])
        #expect(try arguments("--", "--").operands == ["--"])
    }

    @Test func switchesAreOnOrOff() throws {
        #expect(try arguments("-q").isOn(.quiet))
        #expect(try arguments("-q", "--quiet").isOn(.quiet))
        #expect(try !arguments().isOn(.quiet))
        for word in ["false", "0", "no", "No"] {
            #expect(try !arguments(variables: ["TADRIB_QUIET": word]).isOn(.quiet))
        }
        #expect(try arguments("-q", variables: ["TADRIB_QUIET": "false"]).isOn(.quiet))
        #expect(try !arguments(variables: ["TADRIB_QUIET": ""]).isOn(.quiet))
        #expect(try message("--quiet=yes") == "--quiet takes no value, and got 'yes'")
        #expect(try message("-qv") == "-q takes no value, and got 'v'")
    }

    @Test func valuesAreTyped() throws {
        let arguments = try arguments(
            "--today", "2019-12-31", "--rows", "state, year", "--top", "3", "--transforms", "share,rank",
            "--max-rejects", "5%",
            "--period", "last-month")
        #expect(arguments[.today] == CivilDate(year: 2019, month: 12, day: 31))
        #expect(arguments[.rows] == ["state", "year"])
        #expect(arguments[.columns] == nil)
        #expect(arguments[.top] == 3)
        #expect(arguments[.transforms] == [.share, .rank])
        #expect(arguments[.maxRejects] == RejectionLimit("5%"))
        #expect(arguments[.period] == PeriodExpression("last-month"))
    }

    @Test func onlyFiltersAreRepeated() throws {
        let filters = try arguments("--where", "state=KWT;sex=F", "--where", "year=2019")[.where] ?? []
        #expect(filters.map(\.dimension) == ["state", "sex", "year"])
        #expect(try message("--top", "1", "--top", "2") == "--top is given twice")
        #expect(try message("-o", "a", "--output", "b") == "--output is given twice")
    }

    @Test func aMissingValueIsTold() throws {
        #expect(try message("--rows") == "--rows needs a value: --rows D[,D]")
        #expect(try message("-o") == "-o needs a value: -o PATH")
        // An option of the same command is no value; any other word is one.
        #expect(
            try message("--rows", "--measures", "trainees")
                == "--rows needs a value: --rows D[,D]; if '--measures' is the value, give --rows=--measures")
        for word in ["--format", "--format=csv", "-f", "-fcsv", "-q", "--quiet", "-h", "--"] {
            #expect(
                try message("-o", word)
                    == "-o needs a value: -o PATH; if '\(word)' is the value, give --output=\(word)")
            #expect(try arguments("--output=" + word)[.output] == word)
            #expect(try arguments("-o" + word)[.output] == word)
        }
        for word in ["-", "--seed", "--formats", "-x", "---", "./--format=csv"] {
            #expect(try arguments("-o", word)[.output] == word)
        }
    }

    @Test func anUnknownOptionIsTold() throws {
        #expect(try message("--row", "state") == "there is no option --row here; did you mean --rows?")
        #expect(try message("--xyzzy") == "there is no option --xyzzy here")
        #expect(try message("-x") == "there is no option -x here")
        #expect(try message("--seed", "1") == "there is no option --seed here")
    }

    @Test(arguments: [
        ("period", "20x9"), ("period", "2019..2017"), ("where", "state"), ("where", ""),
        ("today", "2019-02-30"), ("rows", "state,state"), ("columns", "year,year"),
        ("measures", "trainees,trainees"), ("top", "0"), ("top", "many"), ("transforms", "shares"),
        ("layout", "broad"), ("format", "docx"), ("profile", "reader"), ("labels", "all"), ("lang", "en,ar"),
        ("max-rejects", "-1"), ("max-rejects", "101%"), ("progress", "always"),
    ])
    func aWrongValueIsToldFromWhereverItComes(name: String, value: String) throws {
        let told = try message("--" + name, value)
        #expect(!told.isEmpty)
        guard !value.isEmpty else { return }
        let variable = "TADRIB_" + name.uppercased().replacing("-", with: "_")
        #expect(try message(variables: [variable: value]) == told)
    }

    @Test func reportsTakeSeveralLanguagesAndFormats() throws {
        let arguments = try arguments("--lang", "en,ar", "-f", "csv,md", of: .report)
        #expect(arguments[.languages] == [.en, .ar])
        #expect(arguments[.packFormats] == [.csv, .md])
        #expect(try message("--lang", "en,en", of: .report).contains("is not a list of languages"))
        #expect(try message("-f", "csv,xslx", of: .report).contains("did you mean 'xlsx'?"))
    }

    @Test func theDatasetIsTheOperandOrTheUsualOne() throws {
        #expect(try arguments("records/").dataset() == "records")
        #expect(try arguments("a", variables: ["TADRIB_DATASET": "b"], file: #"{"dataset": "c"}"#).dataset() == "a")
        #expect(try arguments(variables: ["TADRIB_DATASET": "b"], file: #"{"dataset": "c"}"#).dataset() == "b")
        #expect(try arguments(file: #"{"dataset": "c"}"#).dataset() == "c")
        #expect(throws: CommandError.self) { try arguments().dataset() }
        #expect(throws: CommandError.self) { try arguments("a", "b").dataset() }
    }
}
