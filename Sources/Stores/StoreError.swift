import Support

/// Why a store cannot be used.
package struct StoreError: Error, Hashable, Sendable {
    /// What kind of trouble.
    package enum Kind: Sendable {
        /// There is no store, or it is of another kind than is needed.
        case unusable
        /// Another program writes to it.
        case busy
        /// It cannot be made, or may not be written.
        case cannotCreate
        /// Reading or writing failed midway; nothing of it is kept.
        case failed
        /// Its server cannot be reached, or cut the connection; nothing of it is kept.
        case unavailable
        /// Its server does not accept the user or the password.
        case refused
        /// Records do not fit it.
        case records
    }

    package let kind: Kind
    /// The store.
    package let path: String
    /// What is wrong, and the remedy.
    package let reason: BilingualText

    init(_ kind: Kind, path: String, _ reason: BilingualText) {
        self.kind = kind
        self.path = path
        self.reason = reason
    }

    /// What is wrong, where, and the remedy, in one line.
    package var text: BilingualText {
        .init(en: "\(path): \(reason.en)", ar: "\(path.isolated): \(reason(.ar))")
    }
}

extension StoreError {
    /// The error of a statement that writes.
    init(_ error: DatabaseError, path: String) {
        let kind: Kind =
            switch error.kind {
            case .busy: .busy
            case .unwritable, .forbidden: .cannotCreate
            case .damage, .missing: .unusable
            case .unavailable: .unavailable
            case .refused: .refused
            case .constraint, .failed: .failed
            }
        self.init(
            kind, path: path,
            kind == .busy
                ? .init(
                    en: "another import writes to it, and nothing was imported; run it again when that has ended",
                    ar: "يكتب فيها استيراد آخر، ولم يُستورد شيء؛ أعد التنفيذ بعد انتهائه")
                : error.reason)
    }
}
