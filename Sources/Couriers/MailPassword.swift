import Foundation
import Releases
import Support

/// The password with which a server of mails lets in; it is never shown.
struct MailPassword {
    /// The password itself.
    let text: String

    /// The password in a place.
    ///
    /// - Throws: `DeliveryFailure` naming the place if it cannot be read there, or others can read it.
    init(_ place: MailRoute.Password, _ variables: [String: String]) throws(DeliveryFailure) {
        switch place {
        case .variable(let name):
            guard let text = variables[name], !text.isEmpty else {
                throw DeliveryFailure(
                    .denied,
                    .init(
                        en: "the variable \(name) with the password is not set",
                        ar: "المتغير \(name.isolated) الذي فيه كلمة المرور غير معرّف"))
            }
            self.text = text
        case .file(let path):
            guard let status = FileStatus(path), status.kind == .file else {
                throw DeliveryFailure(
                    .denied,
                    .init(en: "\(path): there is no such file", ar: "\(path.isolated): لا وجود لهذا الملف"))
            }
            guard status.mode & 0o077 == 0 else {
                throw DeliveryFailure(
                    .denied,
                    .init(
                        en: "\(path): others can read the password; chmod 600 \(path)",
                        ar: "\(path.isolated): يستطيع غيرك قراءة كلمة المرور؛ chmod 600 \(path.isolated)"))
            }
            let bytes: [UInt8]
            do throws(FileError) { bytes = try FileSystem.bytes(of: path) } catch {
                throw DeliveryFailure(.denied, error.text)
            }
            text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
        }
    }
}
