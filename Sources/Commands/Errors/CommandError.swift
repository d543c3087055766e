import Aggregation
import Importing
import Records
import Pipeline
import Releases
import Support
import TrainingStats
import Writers

/// The reason why a command fails.
struct CommandError: Error {
    let code: ExitCode
    var message: String
    /// What the user can do, in one line.
    var hint: String?
    /// Further problems, one line each.
    var further: [String] = []

    static func usage(_ message: String, hint: String? = nil) -> CommandError {
        CommandError(code: .usage, message: message, hint: hint)
    }
}

extension CommandError {
    /// The problem and what to do, in one line.
    var text: String { terminalText(message + (hint.map { "; " + $0 } ?? "")) }

    /// The error as a message and an exit code; this is the only place that decides them.
    init(_ error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as ReadError:
            let code: ExitCode =
                switch error {
                case .missing, .unreadable, .noDataset: .noInput
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
        case let error as ImportError:
            let code: ExitCode =
                switch error {
                case .unreadable: .noInput
                case .badMapping: .configuration
                case .refused: .data
                case .occupied: .cannotCreate
                }
            self.init(code: code, message: error.messages.first ?? "", further: Array(error.messages.dropFirst()))
        case let error as WriteError:
            self.init(code: .inputOutput, message: error.message)
        default:
            self.init(code: .fault, message: "unexpected: \(error); please report this")
        }
    }
}
