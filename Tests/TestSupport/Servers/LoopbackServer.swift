import Foundation

/// Listens on a free port of this machine, and gives each connection to a closure on a thread of its own.
public final class LoopbackServer: Sendable {
    /// The port.
    public let port: Int
    private let socket: Int32

    /// Begins to listen; what is done with a connection ends with its being closed.
    public init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = Self.loopback(port: 0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isListening = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 16) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        guard isListening else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        self.socket = socket
        port = Int(in_port_t(bigEndian: place.sin_port))
        Thread.detachNewThread {
            while true {
                let accepted = accept(socket, nil, nil)
                guard accepted >= 0 else {
                    // Closed here: a number that is free again could be that of another server, which would be accepted from.
                    close(socket)
                    return
                }
                Thread.detachNewThread { serve(Connection(accepted)) }
            }
        }
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    /// A port that nobody listens on.
    public static func freePort() throws -> Int { try LoopbackServer { _ in }.port }

    /// The address of a port.
    fileprivate static func loopback(port: Int) -> sockaddr_in {
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = in_port_t(port).bigEndian
        place.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
        return place
    }
}

/// A connection, closed when nobody holds it any more.
public final class Connection: Sendable {
    private let socket: Int32

    init(_ socket: Int32) { self.socket = socket }

    /// Connects to a port of this machine; nil if nobody listens.
    public init?(port: Int) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = LoopbackServer.loopback(port: port)
        let isConnected = withUnsafePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else {
            close(socket)
            return nil
        }
        self.socket = socket
    }

    deinit { close(socket) }

    /// The next bytes; none at the end.
    public func read() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &bytes, bytes.count, 0)
        return Array(bytes.prefix(max(0, count)))
    }

    /// Sends bytes; false if the other side is gone.
    @discardableResult public func write(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    /// Ends both directions at once.
    public func end() { shutdown(socket, Int32(SHUT_RDWR)) }
}

/// Passes connections on to another port, and cuts them after some bytes of the answer.
public final class CuttingProxy: Sendable {
    private let server: LoopbackServer
    /// Where it listens.
    public var port: Int { server.port }

    /// A proxy before a port; `limit` is how many bytes of answers pass.
    public init(to port: Int, limit: Int) throws {
        server = try LoopbackServer { client in
            guard let target = Connection(port: port) else { return client.end() }
            Thread.detachNewThread {
                while true {
                    let bytes = client.read()
                    guard !bytes.isEmpty, target.write(bytes) else { return target.end() }
                }
            }
            var passed = 0
            while true {
                let bytes = target.read()
                client.write(bytes.prefix(limit - passed))
                passed += bytes.count
                guard !bytes.isEmpty, passed < limit else {
                    client.end()
                    return target.end()
                }
            }
        }
    }
}
