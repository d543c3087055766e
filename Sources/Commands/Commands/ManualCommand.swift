import Support
import TrainingStats

extension Command {
    static let manual = Command(
        name: "manual", summary: "the page that man tadrib shows: all commands, options, measures and dimensions",
        synopsis: "[--today DATE]",
        operands: .nothing,
        examples: [
            Example("tadrib manual | man -l -", "the page, where it is not installed")
        ],
        options: [Option.today] + OptionGroup.general,
        run: runManual)

    /// Prints the manual page, dated with the reporting day.
    private static func runManual(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        if let word = arguments.operands.first {
            throw CommandError.usage(
                .init(en: "no name is expected, and got '\(word)'", ar: "لا يُذكر هنا اسم، والمذكور «\(word)»"),
                hint: .init(en: "tadrib explain takes names", ar: "الأسماء لأمر tadrib explain"))
        }
        let day = arguments[.today] ?? process.today(in: "UTC")
        try print(bytes: Array(ManualPage.text(of: day).utf8))
        return .done
    }
}
