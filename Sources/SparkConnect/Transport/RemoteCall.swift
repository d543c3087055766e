import Foundation
import Support

/// A call of gRPC: one message goes out, and messages come back until the server says how it ended.
///
/// An answer is complete only if the server says so with `grpc-status: 0`; all else is an error.
final class RemoteCall {
    /// The most that a message may have: Spark's own limit is 128 MiB.
    private static let longestMessage = 1 << 28
    private static let headSize = 5

    private let exchange: HTTPExchange

    /// Begins a call.
    init(
        _ url: String, headers: [String], message: [UInt8], authority: String?, milliseconds: Int? = nil,
        patience: Duration
    ) throws(SparkError) {
        var body: [UInt8] = [0]
        for shift in [24, 16, 8, 0] { body.append(UInt8(truncatingIfNeeded: message.count >> shift)) }
        exchange = try HTTPExchange(
            url: url, headers: ["content-type: application/grpc", "te: trailers"] + headers, body: body + message,
            authority: authority, milliseconds: milliseconds, patience: patience)
    }

    /// The next message; nil if the answer has ended and is complete.
    func next() throws(SparkError) -> [UInt8]? {
        exchange.dropTaken()
        guard try wait(for: Self.headSize) else { return nil }
        // What is no answer of gRPC is not taken for the start of a message.
        guard exchange.inbox.contentType.hasPrefix("application/grpc") else { throw noAnswer() }
        let head = exchange.take(Self.headSize)
        guard head.first == 0 else { throw .malformed("compressed message") }
        let length = head.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard length <= Self.longestMessage else { throw .malformed("message of \(length) bytes") }
        guard try wait(for: length) else { throw .cutOff("the end of a message is missing") }
        return exchange.take(length)
    }

    /// Waits until so many bytes have come; false at the end of a complete answer.
    private func wait(for count: Int) throws(SparkError) -> Bool {
        while exchange.waiting < count {
            if try advance() { continue }
            try checkEnd()
            guard exchange.waiting == 0 else { throw .cutOff("the end of a message is missing") }
            return false
        }
        return true
    }

    private func advance() throws(SparkError) -> Bool {
        do throws(HTTPFailure) { return try exchange.advance() } catch { throw self.error(of: error) }
    }

    /// Throws unless the server says that the answer is complete.
    private func checkEnd() throws(SparkError) {
        let inbox = exchange.inbox
        guard let status = inbox.headers["grpc-status"] else {
            let isAnswer = inbox.status == 200 && inbox.contentType.hasPrefix("application/grpc")
            throw isAnswer ? .cutOff("it has no status") : noAnswer()
        }
        guard status != "0" else { return }
        let coded = inbox.headers["grpc-message"] ?? ""
        let words = coded.removingPercentEncoding ?? coded
        let line = (words.split(whereSeparator: \.isNewline).first.map(String.init) ?? "status \(status)").shortened(
            to: 300)
        switch status {
        case "7", "16": throw denied(line)
        case "1", "4", "8", "10", "14": throw unavailable(line)
        case "12": throw noSpark()
        default:
            throw SparkError(
                .refused, .init(en: "the server says: \(line)", ar: "يقول الخادم: \(line.isolated)"))
        }
    }

    private func error(of failure: HTTPFailure) -> SparkError {
        if failure.isUnreached {
            return SparkError(
                .unavailable,
                .init(
                    en:
                        "the server is not reached (\(failure.detail)); see that it runs, and that host and port are right",
                    ar: "لا يمكن الوصول إلى الخادم (\(failure.detail.isolated))؛ تأكد من أنه يعمل ومن المضيف والمنفذ"))
        }
        if failure.isUntrusted {
            return SparkError(
                .unavailable,
                .init(
                    en:
                        "no encrypted connection (\(failure.detail)); see use_ssl in the address, and SSL_CERT_FILE for "
                        + "certificates of your own",
                    ar: "لا اتصال مشفراً (\(failure.detail.isolated))؛ راجع use_ssl في العنوان، وSSL_CERT_FILE لشهاداتك")
            )
        }
        return exchange.inbox.status == nil ? noSpark(failure.detail) : .cutOff(failure.detail)
    }

    /// The error of an answer that is none of gRPC: by what HTTP says of it.
    private func noAnswer() -> SparkError {
        switch exchange.inbox.status {
        case .some(let status) where [401, 403].contains(status): denied("HTTP \(status)")
        case .some(let status) where [502, 503, 504].contains(status): unavailable("HTTP \(status)")
        default: noSpark()
        }
    }

    private func denied(_ detail: String) -> SparkError {
        SparkError(
            .denied,
            .init(
                en: "the server does not let this user in (\(detail)); see the token in TADRIB_SPARK_TOKEN",
                ar: "لا يسمح الخادم لهذا المستخدم بالدخول (\(detail.isolated))؛ راجع الرمز في TADRIB_SPARK_TOKEN"))
    }

    private func unavailable(_ detail: String) -> SparkError {
        SparkError(
            .unavailable,
            .init(
                en: "the server gives up (\(detail)); run again later",
                ar: "تخلى الخادم عن الطلب (\(detail.isolated))؛ أعد التشغيل لاحقاً"))
    }

    private func noSpark(_ detail: String? = nil) -> SparkError {
        let detail = detail.map { " (\($0))" } ?? ""
        return SparkError(
            .unavailable,
            .init(
                en: "what answers there is no server of Spark Connect\(detail); see the port (Spark's is 15002)",
                ar: "ما يجيب هناك ليس خادم Spark Connect\(detail.isolated)؛ راجع المنفذ (منفذ Spark هو 15002)"))
    }
}
