import Support

/// Why a file could not be made.
public enum WriteError: Error, Hashable, Sendable {
    /// The file could not be written.
    case failed(path: String, reason: BilingualText)
    /// A table is larger than the format can hold.
    case tooLarge(table: String, reason: BilingualText)

    /// The message for users, in both languages.
    package var text: BilingualText {
        switch self {
        case .failed(let path, let reason): .init(en: "\(path): \(reason.en)", ar: "\(path): \(reason(.ar))")
        case .tooLarge(let table, let reason):
            .init(
                en: "the table '\(table)' does not fit: \(reason.en)",
                ar: "لا يتسع المكان للجدول «\(table)»: \(reason(.ar))")
        }
    }
}

extension WriteError {
    /// The error of a file that is written.
    init(_ error: FileError) { self = .failed(path: error.path, reason: error.reason) }
}

extension BilingualText {
    /// The workbook library could not get memory.
    static let noMemory = BilingualText(en: "the library has no memory", ar: "لا ذاكرة للمكتبة")
}
