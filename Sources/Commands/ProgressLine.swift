import Foundation
import Pipeline
import Support
import Synchronization

/// A line on a terminal that shows how much of the records has been read, for work that takes more than a second.
final class ProgressLine: ReadingProgress {
    /// When it is wanted.
    enum Choice: String, CaseIterable { case auto, never }

    private struct State {
        var expected: Int?
        var bytes = 0
        var lines = 0
        var shownAt = 0.0
        var isShown = false
    }

    private let start = monotonicSeconds()
    private let state = Mutex(State())

    /// Whether standard error is a terminal and no option turns the line off.
    static func isWanted(_ arguments: Arguments, _ process: ProcessEnvironment) -> Bool {
        (arguments[.progress] ?? .auto) == .auto && process.errorsGoToTerminal && !arguments.isOn(.quiet)
    }

    /// Sets how many bytes there are to read, if that is known.
    func expect(_ bytes: Int?) { state.withLock { $0.expected = bytes } }

    /// Counts what has been read, and updates the line after the first second, at most ten times a second.
    @Sendable
    func add(bytes: Int, lines: Int) {
        let now = monotonicSeconds() - start
        state.withLock { state in
            state.bytes += bytes
            state.lines += lines
            guard now >= 1, now - state.shownAt >= 0.1 else { return }
            state.shownAt = now
            state.isShown = true
            write("\r" + Self.text(state.bytes, state.lines, expected: state.expected, after: now) + "\u{1B}[K")
        }
    }

    /// Removes the line.
    func end() {
        state.withLock { state in
            if state.isShown { write("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    /// The progress: rows, megabytes a second, seconds left.
    static func text(_ bytes: Int, _ lines: Int, expected: Int?, after seconds: Double) -> String {
        let rate = Double(bytes) / max(seconds, 0.001)
        var text = "\(lines) rows, \(Int(rate / 1e6)) MB/s"
        if let expected, expected >= bytes { text += ", \(Int((Double(expected - bytes) / rate).rounded(.up))) s left" }
        return text
    }

    private func write(_ text: String) {
        // The work goes on even if the line cannot be shown.
        try? FileSystem.write(Array(text.utf8), to: STDERR_FILENO, named: "standard error")
    }
}

/// Seconds of a clock that never goes backwards.
private func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
