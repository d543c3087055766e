import CPQ
import Foundation
import Support

/// Connects to a PostgreSQL server.
struct PostgreSQLLogin {
    /// The parameters of the connection by libpq's names.
    private let parameters: [(name: String, value: String)]
    /// How many seconds may pass until there is a connection.
    private let seconds: Int

    /// How long a server is waited for, unless the address or PGCONNECT_TIMEOUT says it.
    private static let usualSeconds = 10

    /// Whether libpq is there, which is loaded when it is first needed.
    private static let hasLibrary = tadrib_pq_is_there() != 0

    /// The login at an address; what it does not say, libpq takes from its variables and files.
    init(_ address: PostgreSQLAddress) throws(DatabaseError) {
        guard address.isPlain else { throw Self.unreadable }
        guard Self.hasLibrary else { throw DatabaseError(.failed, "libpq.so.5 cannot be loaded") }
        var said: UnsafeMutablePointer<CChar>?
        // Invariant: libpq made both; the options end with one that has no name, and are copied here.
        guard let options = PQconninfoParse(address.text, &said) else {
            // Its words may quote a password that is written wrongly.
            PQfreemem(said)
            throw Self.unreadable
        }
        defer { PQconninfoFree(options) }
        var parameters: [(name: String, value: String)] = []
        var option = options
        while let name = option.pointee.keyword {
            if let value = option.pointee.val {
                parameters.append((String(cString: name), String(cString: value)))
            }
            option += 1
        }
        let limit =
            parameters.first { $0.name == "connect_timeout" }?.value
            ?? ProcessInfo.processInfo.environment["PGCONNECT_TIMEOUT"]
        seconds = limit.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } ?? Self.usualSeconds
        let fixed = [("client_encoding", "UTF8"), ("fallback_application_name", "tadrib")]
        parameters.removeAll { parameter in fixed.contains { $0.0 == parameter.name } }
        self.parameters = parameters + fixed
    }

    /// A new connection.
    func connect() throws(DatabaseError) -> OpaquePointer {
        // Invariant: libpq copies the texts before PQconnectStartParams returns; they are freed behind it.
        var names = parameters.map { strdup($0.name).map { UnsafePointer($0) } } + [nil]
        var values = parameters.map { strdup($0.value).map { UnsafePointer($0) } } + [nil]
        defer { for text in names + values { free(UnsafeMutablePointer(mutating: text)) } }
        guard let handle = PQconnectStartParams(&names, &values, 0) else {
            throw DatabaseError(.failed, "out of memory")
        }
        do throws(DatabaseError) {
            // Codes, because words are in the server's language.
            PQsetErrorVerbosity(handle, PQERRORS_VERBOSE)
            try finish(handle)
            PQsetErrorVerbosity(handle, PQERRORS_DEFAULT)
            // What a server merely remarks is not for the user.
            PQsetNoticeProcessor(handle, { _, _ in }, nil)
            return handle
        } catch {
            PQfinish(handle)
            throw error
        }
    }

    /// Goes through the steps of a connection that has been begun.
    private func finish(_ handle: OpaquePointer) throws(DatabaseError) {
        let end = ContinuousClock.now + .seconds(seconds)
        guard PQstatus(handle) != CONNECTION_BAD else { throw DatabaseError(connecting: handle) }
        var next = PGRES_POLLING_WRITING
        while next != PGRES_POLLING_OK {
            guard next != PGRES_POLLING_FAILED else { throw DatabaseError(connecting: handle) }
            let left = end - .now
            guard left > .zero else {
                let detail = "no answer within \(seconds) seconds"
                throw DatabaseError(.unavailable, detail, DatabaseError.unavailable(detail))
            }
            var socket = pollfd(
                fd: PQsocket(handle), events: Int16(next == PGRES_POLLING_READING ? POLLIN : POLLOUT), revents: 0)
            let milliseconds = left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
            guard poll(&socket, 1, Int32(clamping: milliseconds + 1)) > 0 else { continue }
            next = PQconnectPoll(handle)
        }
    }

    private static let unreadable = DatabaseError(
        .missing, "unreadable address",
        .init(
            en:
                "the address cannot be read; write postgresql://USER@HOST:PORT/DATABASE, and the password into ~/.pgpass",
            ar: "تتعذر قراءة العنوان؛ اكتب postgresql://USER@HOST:PORT/DATABASE، وكلمة المرور في ~/.pgpass"))
}
