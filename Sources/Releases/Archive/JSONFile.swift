import Foundation
import Support

/// Files of JSON that the program itself writes and reads.
enum JSONFile {
    /// The text of a value, with its members in alphabetical order.
    ///
    /// - Throws: `FileError` naming the file if JSON cannot hold the value, for instance a number that is not finite.
    static func bytes(
        of value: some Encodable, forFileAt path: String, _ formatting: JSONEncoder.OutputFormatting = []
    ) throws(FileError) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting.union(.sortedKeys)
        do {
            return Array(try encoder.encode(value))
        } catch {
            throw FileError(
                .writingFailed, path: path,
                reason: .init(en: "JSON cannot hold its content: \(error)", ar: "لا يتسع JSON لمحتواه: \(error)"))
        }
    }
}
