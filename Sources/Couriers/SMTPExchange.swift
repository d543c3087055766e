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
        /// The address that the server was asked for last; nil once it is asked for something else.
        var address: String?
        /// Whether it was asked for an address at all.
        var hasAsked = false
        /// The addresses that it did not take, with its answers.
        var refusals: [(address: String, answer: String)] = []

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

    /// Sends a mail to the addresses that the server takes.
    ///
    /// - Throws: `DeliveryFailure` if it has not arrived at all of them, or what `isSending` throws.
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
            codes.append(tadrib_curl_set_trace(handle, Self.follow, place))
            codes.append(tadrib_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA, Self.leave, place))
            guard codes.allSatisfy({ $0 == CURLE_OK }) else { throw Self.unready }
            let result = curl_easy_perform(handle)
            if let error = progress.error { throw error }
            if let failure = failure(result, progress, to) { throw failure }
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
            // One address that does not exist keeps the mail from nobody else.
            tadrib_curl_set_number(handle, CURLOPT_MAIL_RCPT_ALLLOWFAILS, 1),
            tadrib_curl_set_number(handle, CURLOPT_UPLOAD, 1),
        ]
        if let authority = server.authority { codes.append(tadrib_curl_set_text(handle, CURLOPT_CAINFO, authority)) }
        if let user = server.user, let password {
            codes.append(tadrib_curl_set_text(handle, CURLOPT_USERNAME, user))
            codes.append(tadrib_curl_set_text(handle, CURLOPT_PASSWORD, password))
        }
        return codes
    }

    /// Why the mail has not arrived at all addresses, or may not have; nil if it has.
    private func failure(_ result: CURLcode, _ progress: Progress, _ to: [String]) -> DeliveryFailure? {
        let status = Int(progress.answer.prefix(3)) ?? 0
        let said = progress.answer.shortened(to: 200)
        let words = status >= 400 && !said.isEmpty ? said : String(cString: curl_easy_strerror(result))
        let reason = BilingualText(
            en: "\(server.address): \(words)", ar: "\(server.address.isolated): \(words.isolated)")
        if progress.isEnded, progress.isAnswerToEnd {
            switch status {
            case 200..<300: return refusal(progress, to)
            case 500...: return DeliveryFailure(.refused, reason)
            default: return DeliveryFailure(.later, reason)
            }
        }
        if progress.isEnded {
            return result == CURLE_OK ? refusal(progress, to) : DeliveryFailure(.uncertain, reason)
        }
        if progress.refusals.count == to.count, let refusal = refusal(progress, to) { return refusal }
        if result == CURLE_LOGIN_DENIED { return DeliveryFailure(status / 100 == 4 ? .later : .denied, reason) }
        // What is refused before any address is asked for would be refused of each mail, but for its length.
        if status >= 500, status != 552, !progress.hasAsked { return DeliveryFailure(.denied, reason) }
        // A server that said nothing at all says nothing to other mails either.
        return DeliveryFailure(status >= 500 ? .refused : progress.answer.isEmpty ? .unreachable : .later, reason)
    }

    /// Which addresses the server did not take; nil if it took all.
    private func refusal(_ progress: Progress, _ to: [String]) -> DeliveryFailure? {
        guard !progress.refusals.isEmpty else { return nil }
        let refused = progress.refusals.map(\.address)
        let isForGood = progress.refusals.allSatisfy { $0.answer.hasPrefix("5") }
        func list(_ text: (String, String) -> String) -> String {
            progress.refusals.map { text($0.address, $0.answer.shortened(to: 200)) }.joined(separator: "; ")
        }
        return DeliveryFailure(
            isForGood ? .refused : .later,
            .init(
                en: "\(server.address): " + list { "\($0): \($1)" },
                ar: "\(server.address.isolated): " + list { "\($0.isolated): \($1.isolated)" }),
            arrivedAt: progress.isEnded ? to.filter { !refused.contains($0) } : [])
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

    /// Takes nothing: a mail has no answer with content.
    private static let leave: tadrib_curl_sink = { _, size, count, _ in size * count }

    /// Takes a line of the server's answers.
    private static let hear: tadrib_curl_sink = { bytes, size, count, place in
        guard let bytes, let place else { return 0 }
        let progress = Unmanaged<Progress>.fromOpaque(place).takeUnretainedValue()
        // Invariant: libcurl gives size * count bytes that stay until this function ends.
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        // The answer to the end of the mail is the first one after it. A farewell (221) says nothing of what went before.
        if !progress.isAnswerToEnd, !line.hasPrefix("221") {
            let isWhole = !line.dropFirst(3).hasPrefix("-")
            progress.answer = line
            progress.isAnswerToEnd = progress.isEnded && isWhole
            if let address = progress.address, isWhole, line.hasPrefix("4") || line.hasPrefix("5") {
                progress.refusals.append((address, line))
            }
        }
        return size * count
    }

    /// Notes which address the server is asked for: its answer need not name it.
    private static let follow: curl_debug_callback = { _, kind, bytes, count, place in
        guard kind == CURLINFO_HEADER_OUT, let bytes, let place else { return 0 }
        // Invariant: libcurl gives count bytes that stay until this function ends.
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: count), as: UTF8.self)
        let progress = Unmanaged<Progress>.fromOpaque(place).takeUnretainedValue()
        progress.address = line.prefixMatch(of: /RCPT TO:<([^>]*)>/).map { String($0.1) }
        progress.hasAsked = progress.hasAsked || progress.address != nil
        return 0
    }
}
