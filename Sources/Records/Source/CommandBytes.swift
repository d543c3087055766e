import Foundation
import Support

/// What a command writes to its standard output, one byte after the other.
///
/// The end counts only if the command ends well: an output that is cut off must not be taken for the whole.
final class CommandBytes: ByteStream {
    private let process = Process()
    private let output = Pipe()
    private let said = KeptOutput(most: 500)
    private let path: String
    private var isAtEnd = false

    let size: Int? = nil

    /// Starts a program; `path` is what messages call the file that it reads.
    init(_ program: String, _ arguments: [String], path: String) throws(ReadError) {
        self.path = path
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = said.pipe
        do {
            try process.run()
        } catch {
            throw .unreadable(
                path: path,
                reason: .init(
                    en: "the command \(program) cannot be started", ar: "يتعذر تشغيل الأمر \(program.isolated)"))
        }
        said.beginReading()
    }

    deinit {
        if process.isRunning { process.terminate() }
    }

    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int {
        guard !isAtEnd else { return 0 }
        let file = output.fileHandleForReading.fileDescriptor
        while true {
            // Invariant: the caller has room for `count` bytes behind the offset.
            let read = buffer.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress.map { $0 + offset }, count)
            }
            if read > 0 { return read }
            if read < 0 {
                guard errno == EINTR else { throw ReadError(FileError(.readingFailed, path: path, number: errno)) }
                continue
            }
            try end()
            return 0
        }
    }

    /// Makes sure that the command has ended well.
    private func end() throws(ReadError) {
        isAtEnd = true
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let line = said.text().split(separator: "\n").first.map(String.init) ?? "\(process.terminationStatus)"
            throw .failedMidway(
                path: path,
                reason: .init(en: "duckdb says: \(line)", ar: "يقول duckdb: \(line.isolated)"))
        }
    }
}
