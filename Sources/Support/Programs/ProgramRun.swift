import Foundation

/// A program of the system that is run to its end, with a limit of time and of what is kept of its output.
package struct ProgramRun: Sendable {
    /// How a program ended.
    package enum End: Hashable, Sendable {
        /// By itself, with this exit code.
        case exited(Int32)
        /// By this signal.
        case signalled(Int32)
        /// It was ended, since it took longer than it may.
        case timedOut
    }

    /// How it ended.
    package let end: End
    /// The beginning of what it wrote to standard output and standard error.
    package let output: String

    /// Whether it ended with exit code 0.
    package var isDone: Bool { end == .exited(0) }

    /// Runs a program; no shell reads its arguments.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: what follows its name.
    ///   - environment: its variables.
    ///   - input: the file that is its standard input; nil for none.
    ///   - limit: how long it may take.
    ///   - kept: how many bytes of its output are kept.
    /// - Throws: ``FileError`` if it cannot be started.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String], input: String? = nil,
        limit: Duration, kept: Int = 1000
    ) throws(FileError) {
        let process = Process()
        let said = KeptOutput(most: kept)
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = environment
        process.standardInput = input.flatMap { FileHandle(forReadingAtPath: $0) } ?? FileHandle.nullDevice
        process.standardOutput = said.pipe
        process.standardError = said.pipe
        guard FileManager.default.isExecutableFile(atPath: program), (try? process.run()) != nil else {
            throw FileError(
                .cannotRead, path: program,
                reason: .init(en: "the program cannot be started", ar: "يتعذر تشغيل البرنامج"))
        }
        said.beginReading()
        let deadline = ContinuousClock.now + limit
        var isLate = false
        while process.isRunning {
            if !isLate, ContinuousClock.now > deadline {
                isLate = true
                Self.end(process.processIdentifier)
            }
            usleep(10_000)
        }
        let code = process.terminationStatus
        end = isLate ? .timedOut : process.terminationReason == .exit ? .exited(code) : .signalled(code)
        // What a program has left running in the background is not waited for.
        output = said.text(waitingUntil: .now() + 1)
    }

    /// Ends a program, and with it what it has started where it leads a group of its own.
    private static func end(_ process: Int32) {
        kill(getpgid(process) == process ? -process : process, SIGKILL)
    }

    /// The path of a program, looked for in the folders that a variable `PATH` lists, the usual ones where there is no such variable; nil
    /// if it is in none of them.
    package static func path(of name: String, in folders: String?) -> String? {
        (folders ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}
