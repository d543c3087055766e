import Foundation

/// Why a file or folder cannot be read or written.
package struct FileError: Error, Hashable, Sendable {
    /// What went wrong.
    package enum Kind: Sendable {
        /// There is something that cannot be opened for reading.
        case cannotRead
        /// Reading failed after it had begun.
        case readingFailed
        /// A file, folder or link cannot be made or put in its place.
        case cannotCreate
        /// Writing failed after it had begun; nothing half-written stays.
        case writingFailed
        /// The reader of a pipe wants no more of it, as `head` does. This is no trouble, and there is nothing to tell.
        case readerGone
    }

    package let kind: Kind
    package let path: String
    package let reason: String
    /// The system's number of the error, such as `ENOENT`; 0 if the program itself found the trouble.
    let number: Int32

    package init(_ kind: Kind, path: String, reason: String) {
        self.kind = kind
        self.path = path
        self.reason = reason
        number = 0
    }

    /// The error of a system call, with the system's words for its number.
    package init(_ kind: Kind, path: String, number: Int32) {
        self.kind = kind
        self.path = path
        self.number = number
        reason = String(cString: strerror(number))
    }

    /// What is wrong and where, in one line.
    package var message: String {
        switch kind {
        case .cannotRead: "\(path): cannot be read: \(reason)"
        case .readingFailed: "\(path): reading failed midway: \(reason)"
        case .cannotCreate: "\(path): cannot be created: \(reason)"
        case .writingFailed: "\(path): writing failed: \(reason)"
        case .readerGone: ""
        }
    }
}
