import TrainingStats

extension Command {
    /// The manual page, of the reporting day.
    func manual(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        if let word = arguments.operands.first {
            throw CommandError.usage("no name is expected, and got '\(word)'", hint: "tadrib explain takes names")
        }
        let day = try arguments.date(.today) ?? process.today(in: "UTC")
        try print(bytes: Array(ManualPage.text(of: day).utf8))
        return .done
    }
}
