import Foundation
import TrainingStats

/// What the program is surrounded by: streams, variables, folder and clock; nothing else reads them.
public struct Surroundings {
    /// Environment variables.
    public var environment: [String: String]
    /// The working folder.
    public var workingFolder: String
    /// Whether standard output is a terminal, and how wide it is.
    public var terminalWidth: Int?
    /// Whether standard error is a terminal.
    public var errorsGoToTerminal: Bool
    /// Seconds since 1970.
    public var now: Date

    /// The surroundings of this process.
    public static var process: Surroundings {
        Surroundings(
            environment: ProcessInfo.processInfo.environment,
            workingFolder: FileManager.default.currentDirectoryPath, terminalWidth: widthOfTerminal(),
            errorsGoToTerminal: isatty(STDERR_FILENO) == 1, now: Date())
    }

    /// How many threads read large tables: what `TADRIB_THREADS` says, else as many as there are processors.
    func threads() throws(CommandError) -> Int {
        guard let text = environment["TADRIB_THREADS"], !text.isEmpty else {
            return ProcessInfo.processInfo.activeProcessorCount
        }
        guard let count = Int(text), (1...256).contains(count) else {
            throw .usage("TADRIB_THREADS: '\(text)' is not a number from 1 to 256")
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

/// Writes a text to standard error.
func tell(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        // Nobody is left to be told that standard error is closed.
        guard count >= 0 || errno == EINTR else { return }
        written += max(0, count)
    }
}

/// Writes bytes to standard output in full.
///
/// - Throws: ``OutputError`` where the other end is closed or the disk is full.
func print(bytes: [UInt8]) throws(OutputError) { try write(bytes, to: STDOUT_FILENO, named: "standard output") }

/// Writes bytes to a device or a pipe in full.
func print(bytes: [UInt8], toDeviceAt path: String) throws(OutputError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .creation(path: path, reason: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    try write(bytes, to: descriptor, named: path)
}

/// Writes bytes to an open file in full.
func write(_ bytes: [UInt8], to descriptor: Int32, named path: String) throws(OutputError) {
    var written = 0
    while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else {
            if errno == EPIPE { throw .readerGone }
            throw .midway(path: path, reason: String(cString: strerror(errno)))
        }
        written += count
    }
}
