import CCurl
import Support

/// One request to a server over HTTP/2, and what has come of its answer.
///
/// The answer is taken when it is asked for: no more of it is held than libcurl takes in at a time. Used by one thread at a time.
final class HTTPExchange {
    /// What the callbacks of libcurl fill.
    final class Inbox {
        var body: [UInt8] = []
        /// How many bytes of the body have been taken.
        var taken = 0
        /// The status of HTTP; nil until an answer begins.
        var status: Int?
        var contentType = ""
        /// Headers and trailers whose names start with `grpc-`.
        var headers: [String: String] = [:]
        /// Where the answer comes from: one socket for each address of the host that was tried.
        var sockets: [curl_socket_t] = []
        /// Whether nothing more can come but what nobody needs: the status of gRPC is the last thing that a server says.
        var isAnswered: Bool { headers["grpc-status"] != nil || status.map { $0 >= 400 } ?? false }
    }

    let inbox = Inbox()
    private let handle: UnsafeMutableRawPointer
    private let transfers: UnsafeMutableRawPointer
    private var headers: UnsafeMutablePointer<curl_slist>?
    private var isRunning = true
    /// Until when the server must have sent something; nil once it has.
    ///
    /// Servers of HTTP/2 begin by themselves and at once, however long a query takes.
    private var deadline: ContinuousClock.Instant?

    /// libcurl, made ready once.
    private static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK

    /// Begins to send a request.
    ///
    /// `authority` is a file with the certificates that are trusted, in place of those of the system; `milliseconds` is how long
    /// all may take, if there is a limit; `patience` is how long the server may be silent at first.
    init(
        url: String, headers lines: [String], body: [UInt8], authority: String?, milliseconds: Int? = nil,
        patience: Duration
    ) throws(SparkError) {
        guard Self.isReady, let handle = curl_easy_init() else { throw .malformed("libcurl does not start") }
        guard let transfers = curl_multi_init() else {
            curl_easy_cleanup(handle)
            throw .malformed("libcurl does not start")
        }
        self.handle = handle
        self.transfers = transfers
        deadline = ContinuousClock.now + patience
        for line in lines { headers = curl_slist_append(headers, line) }
        let isEncrypted = url.hasPrefix("https:")
        let version = isEncrypted ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
        var codes = [
            tadrib_curl_set_text(handle, CURLOPT_URL, url),
            tadrib_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"),
            // A proxy would not pass HTTP/2 on, and would see the token.
            tadrib_curl_set_text(handle, CURLOPT_PROXY, ""),
            tadrib_curl_set_number(handle, CURLOPT_HTTP_VERSION, Int(version)),
            tadrib_curl_set_number(handle, CURLOPT_NOSIGNAL, 1),
            tadrib_curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, 10_000),
            // A query may take hours. What is watched is whether the other machine is there.
            tadrib_curl_set_number(handle, CURLOPT_TCP_KEEPALIVE, 1),
            tadrib_curl_set_number(handle, CURLOPT_TCP_KEEPIDLE, 30),
            tadrib_curl_set_number(handle, CURLOPT_TCP_KEEPINTVL, 15),
            tadrib_curl_set_list(handle, CURLOPT_HTTPHEADER, headers),
            tadrib_curl_set_body(handle, body, curl_off_t(body.count)),
        ]
        if let milliseconds { codes.append(tadrib_curl_set_number(handle, CURLOPT_TIMEOUT_MS, milliseconds)) }
        if let authority { codes.append(tadrib_curl_set_text(handle, CURLOPT_CAINFO, authority)) }
        // Invariant: the inbox outlives the handle, which is cleaned up when this object goes.
        let inbox = Unmanaged.passUnretained(inbox).toOpaque()
        codes.append(tadrib_curl_set_sink(handle, CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA, Self.takeBody, inbox))
        codes.append(tadrib_curl_set_sink(handle, CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA, Self.takeHeader, inbox))
        codes.append(tadrib_curl_set_socket(handle, Self.takeSocket, inbox))
        guard codes.allSatisfy({ $0 == CURLE_OK }), curl_multi_add_handle(transfers, handle) == CURLM_OK else {
            throw .malformed("libcurl does not know HTTP/2")
        }
    }

    deinit {
        curl_multi_remove_handle(transfers, handle)
        curl_easy_cleanup(handle)
        curl_multi_cleanup(transfers)
        curl_slist_free_all(headers)
    }

    /// Waits until more of the body has come; false at the end of the answer.
    func advance() throws(HTTPFailure) -> Bool {
        let before = inbox.body.count
        while isRunning {
            var running: Int32 = 0
            guard curl_multi_perform(transfers, &running) == CURLM_OK else { throw HTTPFailure(CURLE_RECV_ERROR) }
            if running == 0 {
                isRunning = false
                let result = tadrib_curl_result(transfers)
                guard result == CURLE_OK else { throw HTTPFailure(result) }
            }
            if inbox.body.count > before { return true }
            var events: Int32 = 0
            if isRunning, curl_multi_poll(transfers, nil, 0, 1000, &events) != CURLM_OK {
                throw HTTPFailure(CURLE_RECV_ERROR)
            }
            if isRunning, events == 0, isSilent() { throw HTTPFailure(CURLE_GOT_NOTHING) }
            // libcurl waits for ever where a server has answered before it has read the whole request.
            if isRunning, events == 0, inbox.isAnswered { isRunning = false }
        }
        return false
    }

    /// Whether the server has sent nothing for longer than it may.
    private func isSilent() -> Bool {
        guard let deadline, ContinuousClock.now > deadline else { return false }
        if inbox.sockets.contains(where: { tadrib_socket_was_answered($0) != 0 }) { self.deadline = nil }
        return self.deadline != nil
    }

    /// How many bytes of the body wait to be taken.
    var waiting: Int { inbox.body.count - inbox.taken }

    /// Takes bytes of the body, which must have come.
    func take(_ count: Int) -> [UInt8] {
        let start = inbox.taken
        inbox.taken += count
        return Array(inbox.body[start..<inbox.taken])
    }

    /// Lets go of the bytes that were taken.
    func dropTaken() {
        inbox.body.removeSubrange(..<inbox.taken)
        inbox.taken = 0
    }

    private static let takeBody: tadrib_curl_sink = { bytes, size, count, inbox in
        guard let bytes, let inbox else { return 0 }
        // Invariant: libcurl gives size * count bytes that stay until this function ends.
        Unmanaged<Inbox>.fromOpaque(inbox).takeUnretainedValue().body.append(
            contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
    }

    private static let takeSocket: tadrib_curl_socket = { inbox, socket, _ in
        guard let inbox else { return CURL_SOCKOPT_ERROR }
        Unmanaged<Inbox>.fromOpaque(inbox).takeUnretainedValue().sockets.append(socket)
        return CURL_SOCKOPT_OK
    }

    private static let takeHeader: tadrib_curl_sink = { bytes, size, count, inbox in
        guard let bytes, let inbox else { return 0 }
        let line = String(decoding: UnsafeRawBufferPointer(start: bytes, count: size * count), as: UTF8.self)
        Unmanaged<Inbox>.fromOpaque(inbox).takeUnretainedValue().take(header: line)
        return size * count
    }
}

extension HTTPExchange.Inbox {
    /// Takes a line of the headers or trailers.
    func take(header line: String) {
        if line.hasPrefix("HTTP/") {
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
            return
        }
        guard let colon = line.firstIndex(of: ":") else { return }
        let name = line[..<colon].lowercased()
        let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespacesAndNewlines)
        if name == "content-type" { contentType = value }
        if name.hasPrefix("grpc-") { headers[name] = value }
    }
}

/// What libcurl says went wrong.
struct HTTPFailure: Error {
    let code: CURLcode

    /// The failure of a result code.
    init(_ code: CURLcode) { self.code = code }

    /// libcurl's words.
    var detail: String { String(cString: curl_easy_strerror(code)) }
    /// Whether no connection was made.
    var isUnreached: Bool {
        [CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_OPERATION_TIMEDOUT].contains(code)
    }
    /// Whether no encrypted connection could be agreed on.
    var isUntrusted: Bool {
        [CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE].contains(code)
    }
}
