import Foundation

/// A server of HTTP/2 that gives the same answer to whatever it is asked.
public final class CannedAnswer: Sendable {
    private let server: LoopbackServer
    /// Where it listens.
    public var port: Int { server.port }

    /// An answer given by its headers, the body, and its trailers; without trailers the connection ends behind the body.
    ///
    /// One that is early does not wait for the request; `pause` is how many seconds it takes to answer.
    public init(
        isEarly: Bool = false, pause: Double = 0, status: Int = 200,
        headers: [String: String] = ["content-type": "application/grpc"],
        body: [UInt8] = [], trailers: [String: String]?
    ) throws {
        var answer = Self.frame(1, flags: 4, Self.block([":status": "\(status)"]) + Self.block(headers))
        for start in stride(from: 0, to: body.count, by: 16_000) {
            answer += Self.frame(0, flags: 0, Array(body[start..<min(start + 16_000, body.count)]))
        }
        if let trailers { answer += Self.frame(1, flags: 5, Self.block(trailers)) }
        let whole = answer
        server = try LoopbackServer { client in
            // Settings first; then the request, of which nothing matters but that its stream is the first, and where it ends.
            client.write(Self.frame(4, flags: 0, [], stream: 0))
            var asked: [UInt8] = []
            while isEarly ? asked.count < 100 : !Self.isWhole(asked) {
                let bytes = client.read()
                if bytes.isEmpty { return client.end() }
                asked += bytes
            }
            Thread.sleep(forTimeInterval: pause)
            client.write(Self.frame(4, flags: 1, [], stream: 0) + whole)
            if trailers == nil { return client.end() }
            while !client.read().isEmpty {}
        }
    }

    /// Whether a request has come to its end: a frame of its data says so.
    private static func isWhole(_ asked: [UInt8]) -> Bool {
        // The words by which a client begins.
        var place = 24
        while place + 9 <= asked.count {
            let length = asked[place..<place + 3].reduce(0) { $0 << 8 | Int($1) }
            place += 9 + length
            if place <= asked.count, asked[place - length - 6] == 0, asked[place - length - 5] & 1 == 1 { return true }
        }
        return false
    }

    private static func frame(_ type: UInt8, flags: UInt8, _ content: [UInt8], stream: UInt8 = 1) -> [UInt8] {
        var frame: [UInt8] = [0, UInt8(content.count >> 8), UInt8(content.count & 255), type, flags, 0, 0, 0, stream]
        frame += content
        return frame
    }

    /// Headers as literals, without any compression.
    private static func block(_ headers: [String: String]) -> [UInt8] {
        var block: [UInt8] = []
        for (name, value) in headers {
            block += [0, UInt8(name.utf8.count)] + Array(name.utf8)
            block += [UInt8(value.utf8.count)] + Array(value.utf8)
        }
        return block
    }
}
