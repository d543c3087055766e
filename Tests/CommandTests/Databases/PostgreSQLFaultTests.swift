import Foundation
import TestSupport
import Testing

/// What goes wrong with a server: a clear word and the exit code, nothing half imported, no partial figure, no password.
@Suite(.enabled(if: PostgreSQLServer.isInstalled, "postgresql-15 is not installed"))
struct PostgreSQLFaultTests {
    @Test func whatCannotBeReached() throws {
        let place = try PostgreSQLPlace()
        let nobody = "postgresql://postgres@127.0.0.1:1/x"
        for result in [try place.importing(to: nobody), try place.figures(of: nobody)] {
            #expect(result.code == 69 && result.errors.contains("Connection refused"), "\(result.errors)")
        }
        let missing = place.server.address(database: "nowhere")
        for result in [try place.importing(to: missing), try place.figures(of: missing)] {
            #expect(result.code == 66 && result.errors.contains("createdb"), "\(result.errors)")
        }
        let schema = try place.tadrib(["table", place.address, "--schema", "nowhere"] + PostgreSQLPlace.figures)
        #expect(schema.code == 66 && schema.errors.contains("--schema nowhere"), "\(schema.errors)")
        #expect(try place.tadrib(["table", "records", "--schema", "x"] + PostgreSQLPlace.figures).code == 66)
    }

    /// Looked for wherever something is said or kept.
    @Test func noPasswordComesOut() throws {
        let place = try PostgreSQLPlace()
        let user = "u" + place.database
        try place.run(
            sql:
                "CREATE ROLE \(user) LOGIN PASSWORD 'hush-1 2@3/4'; GRANT CREATE ON DATABASE \(place.database) TO \(user); "
                + "GRANT ALL ON SCHEMA public TO \(user)")
        func address(_ password: String, _ more: String = "") -> String {
            "postgresql://\(user):\(password)@127.0.0.1:\(place.server.port)/\(place.database)\(more)"
        }
        let right = address("hush-1%202%403%2F4")
        let imported = try place.tadrib(["import", "records", "--into", right, "--today", "2019-12-31"])
        #expect(imported.code == 0, "\(imported.errors)")
        let again = try place.tadrib(["import", right, "--into", "sqlite:copy.db", "--today", "2019-12-31"])
        #expect(again.code == 0, "\(again.errors)")
        let report = try place.tadrib(["report", right, "-o", "pack", "--today", "2019-12-31"])
        #expect(report.code == 0, "\(report.errors)")
        let wrong = try place.figures(of: address("hush-5"))
        #expect(wrong.code == 77 && wrong.errors.contains("~/.pgpass"), "\(wrong.errors)")
        let none = try place.figures(of: place.server.address(user: user, database: place.database))
        #expect(none.code == 77 && none.errors.contains("~/.pgpass"), "\(none.errors)")
        let query = try place.figures(
            of:
                "postgresql://127.0.0.1:\(place.server.port)/\(place.database)?user=\(user)&password=hush-6&p%61ssword=hush-7"
        )
        #expect(query.code == 77, "\(query.errors)")
        // Passwords that are not written as an address needs them.
        var results = [imported, again, report, wrong, none, query]
        for bad in ["hush@8", "hush/9", "hush?0@x", "hu:sh-11", "%zzhush-12", "a,hush-13@x/"] {
            for arguments in [
                ["table", address(bad)] + PostgreSQLPlace.figures, ["history", address(bad)],
                ["table", address(bad), address(bad)], ["import", address(bad), "--into", address(bad)],
                ["import", "records", "--into", address(bad)], ["table", address(bad), "--lang", "ar", "--rows", "x"],
                ["dictionary", address(bad)],
            ] {
                let result = try place.tadrib(arguments)
                #expect(result.code != 0 && result.code != 70, "\(arguments): \(result.errors)")
                results.append(result)
            }
        }
        for result in results {
            #expect(!result.errors.contains("hush") && !result.text.contains("hush"), "\(result.errors)")
        }
        for name in place.folder.names {
            let bytes = (try? place.folder.bytes(of: name)) ?? Data()
            #expect(bytes.range(of: Data("hush".utf8)) == nil, "\(name)")
        }
        let log = try place.run(sql: "SELECT imported_from FROM tadrib_imports")
        #expect(log == "records")
        let history = try place.tadrib(["history", "sqlite:copy.db", "-f", "csv"])
        #expect(history.text.contains("postgresql://\(user)@127.0.0.1") && !history.text.contains("hush"))
    }

    /// The program starts no other, and puts a password into no process.
    @Test func noProcessShowsThePassword() throws {
        let place = try PostgreSQLPlace()
        let user = "u" + place.database
        try place.run(
            sql: "CREATE ROLE \(user) LOGIN PASSWORD 'quiet-77'; GRANT ALL ON SCHEMA public TO \(user)")
        try place.folder.write("127.0.0.1:*:*:\(user):quiet-77\n", to: ".pgpass")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600], ofItemAtPath: place.folder.path + "/.pgpass")
        let address = place.server.address(user: user, database: place.database)
        let script = """
            tadrib import records --into \(address) --today 2019-12-31 -q & one=$!
            while kill -0 $one 2>/dev/null; do cat /proc/[0-9]*/cmdline /proc/$one/environ 2>/dev/null | tr '\\0' '\\n'; done
            wait $one; echo ended $?
            """
        let result = try shell(["-c", script], environment: ["HOME": place.folder.path], folder: place.folder.path)
        #expect(result.text.contains("ended 0") && !result.text.contains("quiet-77"), "\(result.errors)")
    }

    /// Connections that are cut anywhere, on the way there or back: the state before or the state after.
    @Test(arguments: ["to", "from"]) func cutConnections(_ direction: String) throws {
        let place = try PostgreSQLPlace()
        #expect(try place.importing().code == 0)
        let before = try place.figures().text
        try place.change()
        let after = try place.figures(of: "records").text
        func address(_ proxy: CuttingProxy) -> String {
            "postgresql://postgres@127.0.0.1:\(proxy.port)/\(place.database)?sslmode=disable&gssencmode=disable"
        }
        for bytes in [0, 40, 90, 400, 1_200, 3_000, 6_000, 9_000, 12_000] {
            let proxy = try CuttingProxy(to: place.server.port, direction, bytes)
            let result = try place.importing(to: address(proxy))
            let circumstances = "\(direction) \(bytes): \(result.code) \(result.errors)"
            #expect([0, 69].contains(result.code), "\(circumstances)")
            let figures = try place.figures().text
            #expect(result.code == 0 ? figures == after : [before, after].contains(figures), "\(circumstances)")
            let reading = try CuttingProxy(to: place.server.port, direction, bytes)
            let table = try place.figures(of: address(reading))
            #expect(
                table.code == 0 ? table.text == figures : table.code == 69 && table.text.isEmpty,
                "\(circumstances) \(table.errors)")
        }
        #expect(try place.importing().code == 0)
        #expect(try place.figures().text == after)
    }

    /// A server that crashes in the middle of an import or of a query.
    @Test func aServerThatIsKilled() throws {
        let place = try PostgreSQLPlace(on: PostgreSQLServer())
        defer { place.server.stop() }
        #expect(try place.importing().code == 0)
        let before = try place.figures().text
        try place.change()
        let pids = place.server.folder + "/data/postmaster.pid"
        let kill = ["sh", "-c", "main=$(head -1 \(pids)); kill -9 $(cat /proc/$main/task/$main/children) $main"]
        for (direction, bytes) in [("to", 5_000), ("from", 2_000)] {
            let proxy = try CuttingProxy(to: place.server.port, direction, bytes, kill)
            let address = "postgresql://postgres@127.0.0.1:\(proxy.port)/\(place.database)?sslmode=disable"
            let result = direction == "to" ? try place.importing(to: address) : try place.figures(of: address)
            #expect(result.code == 69 && result.text.isEmpty, "\(direction): \(result.code) \(result.errors)")
            var figures = try place.figures()
            for _ in 0..<60 where figures.code == 69 {
                // It is started again.
                Thread.sleep(forTimeInterval: 0.5)
                figures = try place.figures()
            }
            #expect(figures.text == before, "\(figures.errors)")
        }
    }

    @Test func twoImportsAtOnce() throws {
        let place = try PostgreSQLPlace()
        let script = """
            for one in 1 2 3; do tadrib import records --into \(place.address) --today 2019-12-31 -q & pids="$pids $!"; done
            for one in $pids; do wait $one; echo $?; done
            tadrib history \(place.address) -f csv | cut -d , -f 1,6-7
            """
        let result = try shell(["-c", script], folder: place.folder.path)
        #expect(result.text == "0\n0\n0\nimport,rows_changed,rows_gone\n1,0,0\n2,0,0\n3,0,0\n", "\(result.errors)")
    }

    /// A small file system that is full midway.
    @Test(.enabled(if: getuid() == 0, "only root can mount")) func aFullDisk() throws {
        let place = try PostgreSQLPlace(on: PostgreSQLServer())
        defer { place.server.stop() }
        let small = place.server.folder + "/small"
        let mounted = try TestSupport.run(
            "/bin/sh",
            ["-c", "mkdir \(small) && mount -t tmpfs -o size=12m tmpfs \(small) && chown postgres: \(small)"])
        guard mounted.code == 0 else { return }
        defer { _ = try? TestSupport.run("/bin/umount", ["-l", small]) }
        try place.run(sql: "CREATE TABLESPACE small LOCATION '\(small)'")
        try place.run(sql: "CREATE DATABASE full TABLESPACE small")
        let address = place.server.address(database: "full")
        let result = try place.tadrib([
            "import", "\(samples)/regional-centre", "--into", address, "--today", "2019-12-31", "-q",
        ])
        #expect(result.code == 74 && result.errors.contains("disk of the server is full"), "\(result.errors)")
        let left = try TestSupport.run(
            "/usr/bin/psql", ["-XAtc", "SELECT count(*) FROM pg_class WHERE relname LIKE 'tadrib%'", address])
        #expect(left.text == "0\n", "\(left.errors)")
    }
}
