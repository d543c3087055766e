import Support

/// Why a spreadsheet, or a part of it, cannot be read: which file, what is wrong, and the way round.
package struct SpreadsheetError: Error, Hashable, Sendable {
    /// What kind of trouble.
    package enum Kind: Hashable, Sendable {
        /// The file cannot be opened or read.
        case cannotRead
        /// It is a workbook of Excel 97 to 2003.
        case oldFormat
        /// It has a password.
        case encrypted
        /// It is no spreadsheet that is known.
        case notASpreadsheet
        /// It breaks the rules of its format, or is cut short.
        case damaged
        /// It has more than ``SpreadsheetLimits`` allow.
        case tooLarge
    }

    /// The file.
    package let path: String
    /// What kind of trouble.
    package let kind: Kind
    /// Which part, sheet or cell; nil for the whole file.
    package let place: String?
    /// What is wrong, and what to do.
    package let reason: String

    /// An error about a file, or a place in it.
    package init(_ kind: Kind, path: String, place: String? = nil, reason: String) {
        self.path = path
        self.kind = kind
        self.place = place
        self.reason = reason
    }

    /// File, place, what is wrong and what to do.
    package var message: String { path + (place.map { "!" + $0 } ?? "") + ": " + reason }
}

extension SpreadsheetError {
    /// A workbook with a password.
    static func encrypted(_ path: String) -> Self {
        Self(
            .encrypted, path: path,
            reason: "the workbook has a password; open it, remove the password (File, Info), and save it as .xlsx")
    }
}

extension SpreadsheetError {
    /// What is wrong and what to do; in Arabic without the details of the format.
    private var arabic: String {
        switch kind {
        case .cannotRead: "لا يمكن فتح الملف أو قراءته"
        case .oldFormat: "المصنف بصيغة قديمة أو ثنائية (.xls أو .xlsb)؛ افتحه واحفظه بصيغة .xlsx"
        case .encrypted: "للمصنف كلمة مرور؛ افتحه وأزل كلمة المرور (ملف، معلومات) واحفظه بصيغة .xlsx"
        case .notASpreadsheet: "ليس مصنفاً؛ افتحه في برنامج الجداول واحفظه بصيغة .xlsx أو .ods أو ملفات CSV"
        case .damaged: "الملف تالف أو ناقص؛ انسخه من جديد، أو افتحه واحفظه بصيغة .xlsx"
        case .tooLarge: "في الملف أكثر مما يُقرأ من مصنف؛ ضع السجلات في ملفات CSV، أو اسأل من أعدّه"
        }
    }

    /// What is wrong and what to do, in both languages.
    package var text: BilingualText { BilingualText(en: reason, ar: arabic) }
}
