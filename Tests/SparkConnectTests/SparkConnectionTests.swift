import Foundation
import TestSupport
import Testing

@testable import SparkConnect

/// Answers of servers: whole ones, those that are cut off, and errors.
struct SparkConnectionTests {
    private static func connection(port: Int) throws(SparkError) -> SparkConnection {
        try SparkConnection(try SparkAddress("sc://127.0.0.1:\(port)"), variables: [:])
    }

    /// The error that asking gives; nil if there is an answer.
    private static func error(port: Int, _ sql: String = "select 'x' x") -> SparkError? {
        do throws(SparkError) {
            _ = try connection(port: port).rows(of: sql)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        arguments: [
            (["grpc-status": "16"], SparkError.Kind.denied), (["grpc-status": "7"], .denied),
            (["grpc-status": "14"], .unavailable), (["grpc-status": "4"], .unavailable),
            (["grpc-status": "12"], .unavailable),
            (["grpc-status": "13", "grpc-message": "%5BX%5D bad%0Amore"], .refused),
            (["other": "1"], .unavailable),
        ] as [([String: String], SparkError.Kind)])
    func statusesAreErrors(_ trailers: [String: String], _ kind: SparkError.Kind) throws {
        let server = try CannedAnswer(trailers: trailers)
        let error = try #require(Self.error(port: server.port))
        #expect(error.kind == kind, "\(error.reason.en)")
        if kind == .refused { #expect(error.reason.en == "the server says: [X] bad") }
    }

    @Test(arguments: [(401, SparkError.Kind.denied), (503, .unavailable), (404, .unavailable), (200, .unavailable)])
    func answersThatAreNoneOfSpark(_ status: Int, _ kind: SparkError.Kind) throws {
        let server = try CannedAnswer(
            status: status, headers: ["content-type": "text/html"], body: Array("<html>".utf8), trailers: ["a": "b"])
        #expect(Self.error(port: server.port)?.kind == kind)
    }

    /// Who is not let in may be told so before he has said what he wants.
    @Test(arguments: 0..<8) func anAnswerBeforeTheQuestion(_: Int) throws {
        let server = try CannedAnswer(isEarly: true, status: 401, trailers: ["a": "b"])
        #expect(Self.error(port: server.port, "select '\(String(repeating: "x", count: 300_000))' x")?.kind == .denied)
    }

    @Test(
        arguments: [
            ([1, 0, 0, 0, 0], SparkError.Kind.malformed), ([0, 0xFF, 0xFF, 0xFF, 0xFF], .malformed),
            ([0, 0, 0, 0, 9, 1], .unavailable), ([0, 0], .unavailable), ([0, 0, 0, 0, 2, 0xFF, 0xFF], .malformed),
        ] as [([UInt8], SparkError.Kind)])
    func framesThatAreWrong(_ body: [UInt8], _ kind: SparkError.Kind) throws {
        let server = try CannedAnswer(body: body, trailers: ["grpc-status": "0"])
        let error = try #require(Self.error(port: server.port))
        #expect(error.kind == kind, "\(error.reason.en)")
    }

    @Test func anAnswerWithoutAnEndIsNone() throws {
        let server = try CannedAnswer(body: [0, 0, 0, 0, 0], trailers: nil)
        #expect(Self.error(port: server.port)?.kind == .unavailable)
    }

    @Test func portsThatAreClosedOrOfOthers() throws {
        #expect(Self.error(port: try LoopbackServer.freePort())?.kind == .unavailable)
        let server = try LoopbackServer { client in
            _ = client.read()
            client.write(Array("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok".utf8))
            client.end()
        }
        let error = try #require(Self.error(port: server.port))
        #expect(error.kind == .unavailable && error.reason.en.contains("no server of Spark Connect"))
    }

    /// A program that takes connections and says nothing is not waited for; a server that says it is there is, however long it
    /// takes to answer.
    @Test func serversThatAreSilent() throws {
        func patientError(port: Int) throws -> SparkError? {
            do throws(SparkError) {
                let address = try SparkAddress("sc://127.0.0.1:\(port)")
                _ = try SparkConnection(address, variables: [:], patience: .seconds(2)).rows(of: "select 'x' x")
                return nil
            } catch {
                return error
            }
        }
        let silent = try LoopbackServer { client in while !client.read().isEmpty {} }
        let error = try #require(try patientError(port: silent.port))
        #expect(error.kind == .unavailable && error.reason.en.contains("no server of Spark Connect"))
        let slow = try CannedAnswer(pause: 4, trailers: ["grpc-status": "13", "grpc-message": "late"])
        #expect(try patientError(port: slow.port)?.reason.en == "the server says: late")
    }

    @Test(.enabled(if: SailServer.isInstalled, SailServer.lack)) func hostileTextsArriveUnchanged() throws {
        let sail = try SailServer.shared
        let connection = try Self.connection(port: sail.port)
        let texts = [
            "", "'", "''", "\"", "\\", "\\'", "\\u0041", "a\nb\r\nc\td", "'; DROP TABLE sessions; --", "${spark.x}",
            "\0", "x\0y",
            "\u{202E}مرحبا\u{200F}", "caf\u{E9}", "cafe\u{301}", "\u{212B}", "ش\u{651}\u{64E}", "ش\u{64E}\u{651}", "😀",
            "`", "%_", String(repeating: "é'", count: 500_000),
        ]
        for text in texts {
            let rows = try connection.rows(of: "SELECT \(SparkSQL.text(text)) AS \(SparkSQL.name("a`b;' \"ت"))")
            // As texts, two forms of the same would be equal.
            let bytes = rows.map { row in row.map { $0.map { Array($0.utf8) } } }
            #expect(bytes == [[Array(text.utf8)]], "\(text.prefix(40))")
        }
    }

    @Test(.enabled(if: SailServer.isInstalled, SailServer.lack)) func manyBatchesAndViews() throws {
        let sail = try SailServer.shared
        let connection = try Self.connection(port: sail.port)
        try connection.run("CREATE TEMPORARY VIEW numbers AS SELECT id FROM range(100000)")
        var (count, sum, batches) = (0, 0, 0)
        try connection.rows(of: "SELECT cast(id AS string) id FROM numbers") { batch in
            batches += 1
            for row in 0..<batch.rows {
                count += 1
                sum += batch.text(row, 0).flatMap { Int($0) } ?? 0
            }
        }
        #expect(count == 100_000 && sum == 4_999_950_000 && batches > 1)
        #expect(try connection.columns(of: .query("SELECT id, 'x' AS `a b` FROM numbers")) == ["id", "a b"])
        // Another session does not see the view.
        #expect(throws: SparkError.self) { try Self.connection(port: sail.port).rows(of: "SELECT * FROM numbers") }
        #expect(try connection.rows(of: "SELECT 'x' x FROM numbers WHERE id < 0").isEmpty)
        do throws(SparkError) {
            _ = try connection.rows(of: "SELECT * FROM numbers")
            Issue.record("numbers were taken for texts")
        } catch {
            #expect(error.kind == .malformed && error.reason.en.contains("'id' is no text"))
        }
    }

    /// Wherever an answer is cut off, it is no answer.
    @Test(.enabled(if: SailServer.isInstalled, SailServer.lack)) func answersThatAreCutOff() throws {
        let sail = try SailServer.shared
        let sql = "SELECT cast(id AS string) id FROM range(20000)"
        let whole = try CuttingProxy(to: sail.port, limit: 1 << 30)
        #expect(Self.error(port: whole.port, sql) == nil)
        for limit in [0, 1, 9, 40, 100, 200, 300, 1_000, 10_000, 100_000] {
            let proxy = try CuttingProxy(to: sail.port, limit: limit)
            let error = Self.error(port: proxy.port, sql)
            #expect(error?.kind == .unavailable, "after \(limit) bytes: \(error.map { $0.reason.en } ?? "an answer")")
        }
    }

    @Test(.enabled(if: SailServer.isInstalled, SailServer.lack)) func aServerThatIsKilled() throws {
        let sail = try SailServer.another()
        let connection = try Self.connection(port: sail.port)
        let answer = try connection.answer(to: "SELECT cast(id AS string) id FROM range(50000000)")
        #expect(try answer.next() != nil)
        try sail.kill()
        #expect(throws: SparkError.self) { while try answer.next() != nil {} }
        #expect(throws: SparkError.self) { try connection.rows(of: "SELECT 'x' x") }
    }
}
