import Foundation
import Support

/// The token with which a server lets in; it is never shown.
struct SparkToken {
    /// The variable with the token.
    static let variable = "TADRIB_SPARK_TOKEN"
    /// The variable with the path of a file that holds it.
    static let fileVariable = "TADRIB_SPARK_TOKEN_FILE"

    /// The line of the header that gives it to the server.
    let header: String

    /// The token that variables give for an address; nil if they give none.
    ///
    /// - Throws: ``SparkError`` where it cannot be read, or would be sent so that others can read it.
    init?(_ variables: [String: String], for address: SparkAddress) throws(SparkError) {
        guard let token = try Self.token(variables) else { return nil }
        guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw SparkError(
                .denied,
                .init(
                    en: "the token has spaces or other characters that a token cannot have",
                    ar: "في الرمز مسافات أو محارف لا تكون في رمز"))
        }
        guard address.usesTLS || address.isLoopback else {
            throw SparkError(
                .denied,
                .init(
                    en: "a token is only sent over an encrypted connection; add ;use_ssl=true to the address",
                    ar: "لا يُرسل الرمز إلا عبر اتصال مشفر؛ أضف ;use_ssl=true إلى العنوان"))
        }
        header = "authorization: Bearer " + token
    }

    private static func token(_ variables: [String: String]) throws(SparkError) -> String? {
        if let token = variables[variable], !token.isEmpty { return token }
        guard let path = variables[fileVariable], !path.isEmpty else { return nil }
        do throws(FileError) {
            let text = String(decoding: try FileSystem.bytes(of: path), as: UTF8.self)
            let token = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if !token.isEmpty { return token }
        } catch {
            throw SparkError(
                .missing,
                .init(
                    en: "\(fileVariable): \(error.text.en)", ar: "\(fileVariable.isolated): \(error.text(.ar))"))
        }
        throw SparkError(
            .denied, .init(en: "\(fileVariable): \(path): it is empty", ar: "\(fileVariable.isolated): \(path): فارغ"))
    }
}
