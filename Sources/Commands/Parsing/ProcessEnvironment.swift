import Support
import Foundation
import TrainingStats

/// The environment of the process: variables, working folder, terminal and clock.
///
/// Nothing else reads them, so that tests and schedules can replace them.
public struct ProcessEnvironment {
    /// Environment variables.
    public var variables: [String: String]
    /// The working folder.
    public var workingFolder: String
    /// The width of the terminal that standard output goes to; nil if it goes elsewhere.
    public var terminalWidth: Int?
    /// Whether standard error is a terminal.
    public var errorsGoToTerminal: Bool
    /// The current time.
    public var now: Date
    /// The name of the user, as the system knows it.
    var user: String { NSUserName() }

    /// The environment of the running process.
    public static var current: ProcessEnvironment {
        ProcessEnvironment(
            variables: ProcessInfo.processInfo.environment,
            workingFolder: FileManager.default.currentDirectoryPath, terminalWidth: widthOfTerminal(),
            errorsGoToTerminal: isatty(STDERR_FILENO) == 1, now: Date())
    }

    /// How many threads read large tables: the value of `TADRIB_THREADS`, else the number of processors.
    func threads() throws(CommandError) -> Int {
        guard let text = variables["TADRIB_THREADS"], !text.isEmpty else {
            return ProcessInfo.processInfo.activeProcessorCount
        }
        guard let count = Int(text), (1...256).contains(count) else {
            throw .usage(
                .init(
                    en: "TADRIB_THREADS: '\(text)' is not a number from 1 to 256",
                    ar: "TADRIB_THREADS: «\(text)» ليس عدداً من 1 إلى 256"))
        }
        return count
    }

    private static func widthOfTerminal() -> Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }

    /// The current date in a time zone.
    func today(in zone: String) -> CivilDate {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: now)
        return CivilDate(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
            ?? CivilDate(day: 0)
    }
}
