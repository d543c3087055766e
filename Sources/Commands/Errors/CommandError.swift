import Aggregation
import Importing
import Records
import Pipeline
import Releases
import Stores
import Support
import TrainingStats
import Writers

/// The reason why a command fails, in both languages.
struct CommandError: Error {
    let code: ExitCode
    var message: BilingualText
    /// What the user can do, in one line.
    var hint: BilingualText?
    /// Further problems, one line each.
    var further: [BilingualText] = []

    static func usage(_ message: BilingualText, hint: BilingualText? = nil) -> CommandError {
        CommandError(code: .usage, message: message, hint: hint)
    }
}

extension CommandError {
    /// The problem and what to do, in one line.
    var text: BilingualText { message.followed(by: hint) }

    /// The error as a message and an exit code; this is the only place that decides them.
    init(_ error: any Error) {
        switch error {
        case let error as CommandError: self = error
        case let error as ReadError:
            let code: ExitCode =
                switch error {
                case .missing, .unreadable, .noDataset: .noInput
                case .failedMidway: .inputOutput
                case .unavailable: .unavailable
                case .refused: .noPermission
                case .badSettings: .configuration
                }
            self.init(code: code, lines: error.texts)
        case let error as RequestError: self = .usage(error.text, hint: error.suggestion)
        case let error as PeriodError: self = .usage(error.text, hint: error.suggestion)
        case let error as PipelineError: self.init(error)
        case let error as UngroupedRequest: self.init(error)
        case is ChangedMeanwhile: self = .changedMeanwhile
        case let error as DefinitionFileError: self.init(code: .configuration, lines: error.lines)
        case let error as FileError:
            let code: ExitCode =
                switch error.kind {
                case .cannotRead: .noInput
                case .cannotCreate: .cannotCreate
                case .readingFailed, .writingFailed, .readerGone: .inputOutput
                }
            self.init(code: code, message: error.text)
        case let error as ReleaseError: self.init(error)
        case let error as UndeliveredRelease:
            let code: ExitCode =
                switch error.failure.kind {
                case .denied: .noPermission
                case .unreadable: .noInput
                case .later, .unreachable, .refused, .uncertain: .unavailable
                }
            self.init(code: code, message: error.entry.undeliveredText(of: error.report))
        case let error as ImportError:
            let code: ExitCode =
                switch error {
                case .unreadable: .noInput
                case .badMapping: .configuration
                case .refused: .data
                case .occupied: .cannotCreate
                }
            self.init(code: code, lines: error.texts)
        case let error as StoreError:
            let code: ExitCode =
                switch error.kind {
                case .unusable: .noInput
                case .busy: .locked
                case .cannotCreate: .cannotCreate
                case .failed: .inputOutput
                case .unavailable: .unavailable
                case .refused: .noPermission
                case .records: .data
                }
            self.init(code: code, message: error.text)
        case let error as WriteError: self.init(code: .inputOutput, message: error.text)
        default:
            self.init(
                code: .fault,
                message: .init(
                    en: "unexpected: \(error); please report this", ar: "خطأ غير متوقع: \(error)؛ نرجو الإبلاغ عنه"))
        }
    }

    /// An error with several lines, at least one.
    init(code: ExitCode, lines: [BilingualText]) {
        self.init(code: code, message: lines.first ?? .init(en: ""), further: Array(lines.dropFirst()))
    }

    private init(_ error: ReleaseError) {
        switch error {
        case .locked:
            self.init(
                code: .locked, message: error.text,
                hint: .init(en: "--wait SECONDS waits for it", ar: "ينتظره --wait SECONDS"))
        case .file(let file):
            self.init(code: file.kind == .cannotCreate ? .cannotCreate : .inputOutput, message: error.text)
        case .noRelease, .badManifest, .changed, .badJournal: self.init(code: .noInput, message: error.text)
        }
    }
}
