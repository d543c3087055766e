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
    init(_ error: SQLiteError, path: String) {
        if error.isBusy {
            self.init(
                .busy, path: path,
                .init(
                    en: "another import writes to it, and nothing was imported; run it again when that has ended",
                    ar: "يكتب فيها استيراد آخر، ولم يُستورد شيء؛ أعد التنفيذ بعد انتهائه"))
        } else {
            self.init(
                error.isUnwritable ? .cannotCreate : error.isDamage ? .unusable : .failed, path: path, error.reason)
        }
    }
}
