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
    /// What stands in the way, in both languages.
    package let reason: BilingualText
    /// The system's number of the error, such as `ENOENT`; 0 if the program itself found the trouble.
    let number: Int32

    package init(_ kind: Kind, path: String, reason: BilingualText) {
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
        reason = SystemReason.text(of: number)
    }

    /// What is wrong and where, in one line of English.
    package var message: String { text.en }

    /// The same in both languages.
    package var text: BilingualText {
        let (english, arabic) = (reason.en, reason(.ar))
        return switch kind {
        case .cannotRead: .init(en: "\(path): cannot be read: \(english)", ar: "\(path): تتعذر قراءته: \(arabic)")
        case .readingFailed:
            .init(en: "\(path): reading failed midway: \(english)", ar: "\(path): تعثرت القراءة في أثنائها: \(arabic)")
        case .cannotCreate: .init(en: "\(path): cannot be created: \(english)", ar: "\(path): يتعذر إنشاؤه: \(arabic)")
        case .writingFailed: .init(en: "\(path): writing failed: \(english)", ar: "\(path): تعثرت الكتابة: \(arabic)")
        case .readerGone: .init(en: "")
        }
    }
}

/// What the system's numbers of errors mean.
private enum SystemReason {
    /// The system's words, and Arabic ones for the errors that files commonly have.
    static func text(of number: Int32) -> BilingualText {
        BilingualText(en: String(cString: strerror(number)), ar: arabic[number] ?? "خطأ النظام \(number)")
    }

    private static let arabic: [Int32: String] = [
        ENOENT: "لا وجود له", EACCES: "لا إذن بذلك", EPERM: "العملية غير مسموح بها", EEXIST: "يوجد ما يحمل هذا الاسم",
        ENOTDIR: "جزء من المسار ليس مجلداً", EISDIR: "هو مجلد", ENOTEMPTY: "المجلد ليس فارغاً",
        ENOSPC: "لا مساحة باقية على القرص", EDQUOT: "تجاوزت حصة القرص", EFBIG: "الملف أكبر من المسموح به",
        EROFS: "نظام الملفات للقراءة فقط", EIO: "عطل في القراءة أو الكتابة", EBADF: "المجرى مغلق",
        EMFILE: "الملفات المفتوحة كثيرة", ENFILE: "الملفات المفتوحة كثيرة في النظام", ENOMEM: "لا ذاكرة كافية",
        ELOOP: "الروابط كثيرة أو غير مسموح بها", ENAMETOOLONG: "الاسم أطول من المسموح به", EBUSY: "هو مستعمل الآن",
        EXDEV: "المكانان على قرصين مختلفين", ETXTBSY: "الملف قيد التنفيذ", EINVAL: "القيمة غير صالحة",
    ]
}
