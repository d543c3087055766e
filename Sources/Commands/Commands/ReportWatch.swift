import Foundation
import Records
import Stores
import Support
import Synchronization

/// Makes a report again whenever a file that it comes from has changed, until somebody ends it.
struct ReportWatch {
    /// How long passes between two looks at the files.
    private static let pause = Duration.seconds(1)

    /// The files and folders that are watched.
    private let places: [String]
    /// Folders that are not looked into, since the report itself is written there.
    private let written: [String]

    /// A watch over a dataset and further files.
    ///
    /// - Throws: ``CommandError`` if the dataset is no file or folder, or the report is written into it.
    init(dataset: String, files: [String], written: [String]) throws(CommandError) {
        guard let place = DatasetPath.file(of: dataset) else {
            throw .usage(
                .init(
                    en: "--watch: the records are at a server, which tells nobody of changes",
                    ar: "--watch: السجلات في خادم لا يخبر أحداً بما يتغير"),
                hint: .init(en: "watch files or a folder", ar: "راقب ملفات أو مجلداً"))
        }
        self.written = written.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        if self.written.contains(URL(fileURLWithPath: place.file).standardizedFileURL.path) {
            throw .usage(
                .init(
                    en: "--watch: the report would be written among the records that are watched",
                    ar: "--watch: سيُكتب التقرير بين السجلات التي تُراقَب"),
                hint: .init(en: "give another folder, such as -o pack", ar: "اذكر مجلداً آخر، مثل -o pack"))
        }
        // A database of SQLite has what was written last in files beside it.
        places = [place.file] + (place.prefix.isEmpty ? [] : [place.file + "-wal"]) + files
    }

    /// Does the work now and after each change; returns when a signal has ended the watch.
    func run(_ work: () throws -> Void, tellError: (any Error) -> Void) throws -> Int32 {
        let signals = EndingSignals()
        var seen = state()
        var latest = seen
        func attempt() throws {
            do {
                try work()
            } catch {
                // What is wrong with the command line does not become right.
                if CommandError(error).code == .usage { throw error }
                tellError(error)
            }
        }
        try attempt()
        while true {
            if let signal = signals.wait(Self.pause) { return signal }
            let now = state()
            defer { latest = now }
            // Files that are still being written are left alone until they rest.
            guard now == latest, now != seen else { continue }
            seen = now
            try attempt()
        }
    }

    /// The files with their sizes and times.
    private func state() -> [String: String] {
        var state: [String: String] = [:]
        func look(at path: String) {
            guard let status = FileStatus(path) else { return }
            guard status.kind == .folder else {
                state[path] = "\(status.size) \(status.modified)"
                return
            }
            guard !written.contains(URL(fileURLWithPath: path).standardizedFileURL.path) else { return }
            // A folder that cannot be read has no files; the work itself tells what is wrong with it.
            let names = (try? FileSystem.names(in: path)) ?? []
            for name in names where !name.hasPrefix(".") { look(at: path + "/" + name) }
        }
        for place in places { look(at: place) }
        return state
    }
}

/// The signals by which people and systems end a program, so that it ends between two pieces of work.
private struct EndingSignals {
    /// The first signal that has come.
    private final class Arrival: Sendable { let number = Mutex<Int32?>(nil) }

    private let arrival = Arrival()
    private let sources: [any DispatchSourceSignal]

    init() {
        let arrival = arrival
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { arrival.number.withLock { $0 = $0 ?? number } }
            source.resume()
            return source
        }
    }

    /// Waits for a time; returns the signal that has come, if any.
    func wait(_ time: Duration) -> Int32? {
        let end = ContinuousClock.now + time
        while ContinuousClock.now < end {
            if let number = arrival.number.withLock({ $0 }) { return number }
            usleep(50_000)
        }
        return arrival.number.withLock { $0 }
    }
}
