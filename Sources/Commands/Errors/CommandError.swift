import Aggregation
import Records
import Pipeline
import Releases
import Support
import TrainingStats
import Writers

/// Why a command ends without having done its work.
struct CommandError: Error {
    let code: ExitCode
    var message: String
    /// A line on what to do.
    var hint: String?
    /// What else is wrong, one line each.
    var further: [String] = []

    static func usage(_ message: String, hint: String? = nil) -> CommandError {
        CommandError(code: .usage, message: message, hint: hint)
    }
}

extension CommandError {
    /// What is wrong and what to do, on one line.
    var text: String { terminalText(message + (hint.map { "; " + $0 } ?? "")) }

    /// The one place where an error becomes text and an exit code.
    init(_ error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as ReadError:
            let code: ExitCode =
                switch error {
                case .missing, .unreadable: .noInput
                case .failedMidway: .inputOutput
                case .badSettings: .configuration
                }
            self.init(code: code, message: error.message, further: Array(error.messages.dropFirst()))
        case let error as RequestError: self.init(code: .usage, message: error.message, hint: error.suggestion)
        case let error as PeriodError: self.init(code: .usage, message: error.message, hint: error.suggestion)
        case let error as PipelineError:
            switch error {
            case .missingFile(let message, let hint): self.init(code: .noInput, message: message, hint: hint)
            case .badRequest(let message, let hint): self.init(code: .usage, message: message, hint: hint)
            case .refusedRecords(let message, let hint): self.init(code: .data, message: message, hint: hint)
            }
        case let error as DefinitionFileError:
            let lines = error.lines
            self.init(code: .configuration, message: lines.first ?? "", further: Array(lines.dropFirst()))
        case let error as FileError:
            let code: ExitCode =
                switch error.kind {
                case .cannotRead: .noInput
                case .cannotCreate: .cannotCreate
                case .readingFailed, .writingFailed, .readerGone: .inputOutput
                }
            self.init(code: code, message: error.message)
        case let error as ReleaseError:
            let code: ExitCode =
                switch error {
                case .locked: .locked
                case .file(let error): error.kind == .cannotCreate ? .cannotCreate : .inputOutput
                case .noRelease, .badManifest: .noInput
                }
            self.init(code: code, message: error.message)
        case let error as WriteError:
            self.init(code: .inputOutput, message: error.message)
        default:
            self.init(code: .fault, message: "unexpected: \(error); please report this")
        }
    }
}
