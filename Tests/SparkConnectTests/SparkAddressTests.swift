import Testing
import TestSupport

@testable import SparkConnect

/// Addresses as Spark writes them, and tokens that are not given away.
struct SparkAddressTests {
    @Test(
        arguments: [
            ("sc://localhost", "sc://localhost:15002/"),
            ("sc://10.0.0.1:99/training", "sc://10.0.0.1:99/training"),
            ("sc://[::1]:99/lake.training", "sc://[::1]:99/lake.training"),
            ("sc://h:1/;use_ssl=true;user_id=ali", "sc://h:1/;use_ssl=true"),
            ("sc://h:1/;use_ssl=false", "sc://h:1/"),
            ("sc://h:1/;lake=/data/training/", "sc://h:1/;lake=/data/training"),
            ("sc://h:1/;lake=s3a://bucket/a%3Bb", "sc://h:1/;lake=s3a://bucket/a;b"),
            ("sc://h:1/%D8%AA", "sc://h:1/ت"),
        ])
    func addressesAreRead(_ text: String, _ shown: String) throws {
        #expect(try SparkAddress(text).text == shown)
    }

    @Test(
        arguments: [
            "sc://", "sc://:1", "sc://h:0", "sc://h:70000", "sc://h:x", "sc://h h", "http://h", "sc://h/?x=1",
            "sc://h/;use_ssl=yes", "sc://h/;x=1", "sc://h/;lake=data", "sc://h/db;lake=/data", "sc://h/a..b",
            "sc://h/;lake",
        ])
    func otherAddressesAreRefused(_ text: String) {
        #expect(throws: SparkError.self) { try SparkAddress(text) }
    }

    @Test(arguments: [
        "sc://ali:geheim@h/", "sc://h/;token=geheim", "sc://h/db;use_ssl=true;token=geheim;", "sc://h/;geheim",
    ])
    func secretsAreRefusedAndNotShown(_ text: String) {
        do {
            _ = try SparkAddress(text)
            Issue.record("it was taken")
        } catch {
            #expect(error.kind == .address)
            #expect(!"\(error)".contains("geheim"))
        }
    }

    @Test(
        arguments: [
            ("sc://127.0.0.1:1", true), ("sc://localhost", true), ("sc://[::1]", true), ("sc://127.8.9.1", true),
            ("sc://127.0.0.1.example.org", false), ("sc://example.org", false), ("sc://128.0.0.1", false),
            ("sc://example.org/;use_ssl=true", true),
        ])
    func tokensAreSentWhereOthersCannotReadThem(_ text: String, _ isSent: Bool) throws {
        let address = try SparkAddress(text)
        let variables = ["TADRIB_SPARK_TOKEN": "geheim"]
        if isSent {
            #expect(try SparkToken(variables, for: address)?.header == "authorization: Bearer geheim")
        } else {
            #expect(throws: SparkError.self) { try SparkToken(variables, for: address) }
        }
    }

    @Test func tokensAreReadFromFiles() throws {
        let folder = try TemporaryFolder(["token": "geheim\n", "empty": "\n", "two": "a\r\nx-header: b"])
        let address = try SparkAddress("sc://localhost")
        func header(_ name: String) throws -> String? {
            try SparkToken(["TADRIB_SPARK_TOKEN_FILE": folder.path + "/" + name], for: address)?.header
        }
        #expect(try header("token") == "authorization: Bearer geheim")
        for (name, kind) in [("empty", SparkError.Kind.denied), ("two", .denied), ("missing", .missing)] {
            #expect(try #require(throws: SparkError.self) { try header(name) }.kind == kind, "\(name)")
        }
        #expect(try SparkToken([:], for: address) == nil)
    }

    @Test(
        arguments: [
            ("sessions", "`sessions`"), ("a`b", "`a``b`"), ("a`\u{301}b", "`a``\u{301}b`"), ("\u{1FEF}", "`\u{1FEF}`"),
            ("a; DROP TABLE x", "`a; DROP TABLE x`"),
        ])
    func namesAreInBackticks(_ name: String, _ sql: String) {
        #expect(Array(SparkSQL.name(name).utf8) == Array(sql.utf8))
    }

    @Test(
        arguments: [
            ("Kuwait", "'Kuwait'"), ("", "''"), ("الكويت", "'الكويت'"), ("a'b", "cast(unhex('612762') as string)"),
            ("\\", "cast(unhex('5C') as string)"), ("a\n", "cast(unhex('610A') as string)"),
            ("${x}", "cast(unhex('247B787D') as string)"),
        ])
    func textsAreSafe(_ text: String, _ sql: String) { #expect(SparkSQL.text(text) == sql) }
}
