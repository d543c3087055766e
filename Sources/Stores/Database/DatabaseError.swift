import Records
import Support

/// What a database says went wrong.
struct DatabaseError: Error, Hashable {
    /// What kind of trouble.
    enum Kind: Sendable {
        /// Another program writes to it.
        case busy
        /// It cannot be made, or may not be written.
        case unwritable
        /// The user may not do this.
        case forbidden
        /// A row breaks a rule of its table.
        case constraint
        /// It is no database, or is damaged.
        case damage
        /// There is no database of this name.
        case missing
        /// The server cannot be reached, or the connection was cut.
        case unavailable
        /// The server does not accept the user or the password.
        case refused
        /// Anything else.
        case failed
    }

    let kind: Kind
    /// The database's words.
    let detail: String
    /// What is wrong, in both languages.
    let reason: BilingualText

    /// An error with the database's words, and a reason where there is a better one.
    init(_ kind: Kind, _ detail: String, _ reason: BilingualText? = nil) {
        self.kind = kind
        self.detail = detail
        self.reason = reason ?? .init(en: detail, ar: detail.isolated)
    }

    /// The error of reading, of a database that messages call by a path.
    func ofReading(_ path: String, isMidway: Bool = false) -> ReadError {
        switch kind {
        case .unavailable: .unavailable(path: path, reason: reason)
        case .refused, .forbidden: .refused(path: path, reason: reason)
        case _ where isMidway: .failedMidway(path: path, reason: reason)
        default: .unreadable(path: path, reason: reason)
        }
    }
}
