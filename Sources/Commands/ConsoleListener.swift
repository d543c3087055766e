import Pipeline
import Records
import Reporting
import Support
import Writers

/// Writes to standard error what was found while records were read.
struct ConsoleListener: PipelineListener {
    private let isQuiet: Bool
    private let isVerbose: Bool
    private let isStrict: Bool
    private let language: Language

    /// A listener that writes as much as the options choose, in the first of their languages.
    init(_ arguments: Arguments) {
        isQuiet = arguments.isOn(.quiet)
        isVerbose = arguments.isOn(.verbose)
        isStrict = arguments.isOn(.strict)
        language = arguments.language
    }

    func hasRead(_ log: FindingLog, for figures: FiguresAskedFor, isRefused: Bool) {
        if !isQuiet { tellConverted(log, language) }
        if isRefused {
            tellFindings(log, withWarnings: isStrict, withAllErrors: true, for: nil)
        } else if !isQuiet {
            tellFindings(log, withWarnings: true, withAllErrors: false, for: isStrict ? nil : figures)
        }
    }

    func hasNotice(_ text: BilingualText) {
        guard !isQuiet else { return }
        tell(terminalText("\(language(Phrase.warning)): \(language.inSentence(text(language)))"))
    }

    /// Writes the findings that concern the figures, or all if none are given.
    ///
    /// These are three for each file and code unless all are requested, or all errors are to be corrected before anything is
    /// counted; the rest is counted.
    private func tellFindings(
        _ log: FindingLog, withWarnings: Bool, withAllErrors: Bool, for figures: FiguresAskedFor?
    ) {
        func isTold(_ code: FindingCode) -> Bool { code.severity == .error || withWarnings }
        func mark(_ code: FindingCode) -> String {
            code.severity == .error ? "" : language(Phrase.warning) + ": "
        }
        var (told, rest): ([String: Int], [String: Int]) = ([:], [:])
        for finding in log.findings where isTold(finding.code) && figures?.concern(finding) != false {
            let group = mark(finding.code) + "\(finding.file): \(finding.code.rawValue)"
            told[group, default: 0] += 1
            let isCut = !isVerbose && !(withAllErrors && finding.code.severity == .error)
            if isCut, told[group, default: 0] > 3 {
                rest[group, default: 0] += finding.rows
            } else {
                tell(mark(finding.code) + finding.text(language))
            }
        }
        for more in log.notKept where isTold(more.code) && figures?.mayConcern(more.code) != false {
            rest[mark(more.code) + "\(more.file): \(more.code.rawValue)", default: 0] += more.count
        }
        for (group, count) in rest.sorted(by: { $0.key < $1.key }) {
            tell(language(Sentence.moreListed, ["group": group, "more": language(Counted.more, count)]))
        }
    }
}

/// Writes which files were converted, and from what, and what else is to be told of the source.
func tellConverted(_ log: FindingLog, _ language: Language) {
    for (file, form) in log.convertedFiles {
        tell(language(Sentence.converted, ["file": file, "form": form.name(language)]))
    }
    for notice in log.notices { tell(terminalText(notice(language))) }
}

extension Finding {
    /// The finding in one line that starts with its place, and with how many rows it is about if these were counted.
    func text(_ language: Language) -> String {
        terminalText(
            "\(place): \(code.rawValue): " + (rows == 1 ? "" : language(Counted.rows, rows) + ": ")
                + wording(language)
                + (column.isEmpty ? "" : " " + language(Sentence.inColumn, ["column": column])))
    }

    /// The same of several rows that have the same value.
    func text(_ language: Language, ofRows count: Int) -> String {
        terminalText(
            language(
                Sentence.findingOfRows,
                [
                    "file": file, "code": code.rawValue, "value": value.isolated, "column": column,
                    "rows": language(Counted.rows, count), "place": place, "message": wording(language),
                ]))
    }
}
