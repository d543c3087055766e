import CCurl
import Foundation
import Releases
import Support

/// One mail that is handed to a server of SMTP by libcurl.
///
/// The server takes a mail with the dot at its end, and not before. Whatever fails before that has not arrived; if the answer to
/// the dot does not come, nobody knows.
final class SMTPExchange {
    /// What the callbacks of libcurl fill.
    private final class Progress {
        let message: [UInt8]
        /// How many bytes of the mail were handed over.
        var given = 0
        /// Called once, before the end of the mail is sent.
        var isSending: () throws -> Void = {}
        /// What `isSending` threw.
        var error: (any Error)?
        /// Whether the end of the mail was sent, or may have been.
        var isEnded = false
        /// The last answer of the server, and whether it came after the end of the mail.
        var answer = ""
        var isAnswerToEnd = false

        init(_ message: [UInt8]) { self.message = message }
    }

    private let server: MailRoute.Server
    private let limit: Int
    private let password: String?

    /// libcurl, made ready once.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    /// An exchange with a server that may be silent for `limit` seconds.
    init(_ server: MailRoute.Server, limit: Int, password: String?) {
        self.server = server
        self.limit = limit
        self.password = password
    }

    /// Sends a mail to all addresses, or to none.
    ///
    /// - Throws: `DeliveryFailure`, or what `isSending` throws.
    func send(_ message: [UInt8], from: String, to: [String], isSending: () throws -> Void) throws {
        guard Self.isReady, let handle = curl_easy_init() else { throw Self.unready }
        defer { curl_easy_cleanup(handle) }
        var addresses: UnsafeMutablePointer<curl_slist>?
        for address in to { addresses = curl_slist_append(addresses, "<\(address)>") }
        defer { curl_slist_free_all(addresses) }
        let progress = Progress(message)
        try withoutActuallyEscaping(isSending) { isSending in
            progress.isSending = isSending
            defer { progress.isSending = {} }
            // Invariant: the progress outlives the transfer, which ends within this closure.
            let place = Unmanaged.passUnretained(progress).toOpaque()
            var codes = options(handle, from: from)
            codes.append(tadrib_curl_set_list(handle, CURLOPT_MAIL_RCPT, addresses))
            codes.append(tadrib_curl_set_sink(handle, CURLOPT_READFUNCTION, CURLOPT_READDATA, Self.give, place))
            codes.append(tadrib_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA, Self.hear, place))
            guard codes.allSatisfy({ $0 == CURLE_OK }) else { throw Self.unready }
            let result = curl_easy_perform(handle)
            if let error = progress.error { throw error }
            if let failure = failure(result, progress) { throw failure }
        }
    }

    private func options(_ handle: UnsafeMutableRawPointer, from: String) -> [CURLcode] {
        let milliseconds = limit * 1000
        var codes = [
            tadrib_curl_set_text(handle, CURLOPT_URL, server.address),
            tadrib_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps"),
            tadrib_curl_set_text(handle, CURLOPT_PROXY, ""),
            tadrib_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            tadrib_curl_set_number(
                handle, CURLOPT_USE_SSL, server.needsEncryption ? Int(CURLUSESSL_ALL.rawValue) : 0),
            tadrib_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, min(milliseconds, 30_000)),
            // What is watched is whether the other side is still there; a long mail may take its time.
            tadrib_curl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, limit),
            tadrib_curl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1),
            tadrib_curl_set_number(handle, CURLOPT_LOW_SPEED_TIME, limit),
            tadrib_curl_set_text(handle, CURLOPT_MAIL_FROM, "<\(from)>"),
            tadrib_curl_set_number(handle, CURLOPT_UPLOAD, 1),
        ]
        if let authority = server.authority { codes.append(tadrib_curl_set_text(handle, CURLOPT_CAINFO, authority)) }
        if let user = server.user, let password {
            codes.append(tadrib_curl_set_text(handle, CURLOPT_USERNAME, user))
            codes.append(tadrib_curl_set_text(handle, CURLOPT_PASSWORD, password))
        }
        return codes
    }

    /// Why the mail has not arrived, or may not have; nil if it has.
    private func failure(_ result: CURLcode, _ progress: Progress) -> DeliveryFailure? {
        let status = Int(progress.answer.prefix(3)) ?? 0
        let said = progress.answer.shortened(to: 200)
        let words = status >= 400 && !said.isEmpty ? said : String(cString: curl_easy_strerror(result))
        let reason = BilingualText(
            en: "\(server.address): \(words)", ar: "\(server.address.isolated): \(words.isolated)")
        if progress.isEnded, progress.isAnswerToEnd {
            switch status {
            case 200..<300: return nil
            case 500...: return DeliveryFailure(.refused, reason)
            default: return DeliveryFailure(.later, reason)
            }
        }
        if progress.isEnded {
            return result == CURLE_OK ? nil : DeliveryFailure(.uncertain, reason)
        }
        if result == CURLE_LOGIN_DENIED { return DeliveryFailure(status / 100 == 4 ? .later : .denied, reason) }
        return DeliveryFailure(status >= 500 ? .refused : .later, reason)
    }

    private static let unready = DeliveryFailure(
        .later, .init(en: "libcurl does not know SMTP", ar: "لا تعرف libcurl بروتوكول SMTP"))

    /// Gives libcurl the next bytes of the mail; no bytes mean its end.
    private static let give: tadrib_curl_sink = { bytes, size, count, place in
        guard let bytes, let place else { return Int(CURL_READFUNC_ABORT) }
        let progress = Unmanaged<Progress>.fromOpaque(place).takeUnretainedValue()
        let next = min(size * count, progress.message.count - progress.given)
        if next == 0 {
            do {
                try progress.isSending()
            } catch {
                progress.error = error
                return Int(CURL_READFUNC_ABORT)
            }
            progress.isEnded = true
            return 0
        }
        // Invariant: libcurl has room for size * count bytes until this function ends.
        progress.message.withUnsafeBytes { message in
            if let start = message.baseAddress { memcpy(bytes, start + progress.given, next) }
        }
        progress.given += next
        return next
    }

    /// Takes a line of the server's answers.
    private static let hear: tadrib_curl_sink = { bytes, size, count, place in
        guard let bytes, let place else { return 0 }
        let progress = Unmanaged<Progress>.fromOpaque(place).takeUnretainedValue()
        // Invariant: libcurl gives size * count bytes that stay until this function ends.
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        // The answer to the end of the mail is the first one after it. A farewell (221) says nothing of what went before.
        if !progress.isAnswerToEnd, !line.hasPrefix("221") {
            progress.answer = line
            progress.isAnswerToEnd = progress.isEnded && !line.dropFirst(3).hasPrefix("-")
        }
        return size * count
    }
}
