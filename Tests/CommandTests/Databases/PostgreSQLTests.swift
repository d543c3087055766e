import Foundation
import TestSupport
import Testing

/// The commands with records in PostgreSQL.
@Suite(.enabled(if: PostgreSQLServer.isInstalled, "postgresql-15 is not installed"))
struct PostgreSQLTests {
    @Test func aStoreHasTheFiguresOfTheFolderAndWhatWasKnownEarlier() throws {
        let place = try PostgreSQLPlace()
        let before = try place.figures(of: "records").text
        #expect(try place.importing().code == 0)
        #expect(try place.figures().text == before)
        try place.change()
        #expect(try place.importing().code == 0)
        let after = try place.figures(of: "records").text
        #expect(try place.figures().text == after && after != before)
        let earlier = try place.tadrib(["table", place.address, "--as-of", "1"] + PostgreSQLPlace.figures)
        #expect(earlier.text == before, "\(earlier.errors)")
        let history = try place.tadrib([
            "history", place.address, "--table", "participations", "--key", "S1,T1", "-f", "csv",
        ])
        #expect(history.text.contains(",hours,12,9") && history.text.contains(",status,completed,attended"))
        let check = try place.tadrib(["check", place.address, "--today", "2019-12-31", "-q"])
        #expect(check.code == 0, "\(check.errors)")
        // A copy of it in a file, and one in another schema, have the same figures.
        let copy = try place.tadrib([
            "import", place.address, "--into", "sqlite:copy.db", "--today", "2019-12-31", "-q",
        ])
        #expect(copy.code == 0, "\(copy.errors)")
        #expect(try place.figures(of: "sqlite:copy.db").text == after)
        let other = try place.tadrib([
            "import", "sqlite:copy.db", "--into", place.address, "--schema", "O'Brien \"x\"", "--today", "2019-12-31",
            "-q",
        ])
        #expect(other.code == 0, "\(other.errors)")
        let there = try place.tadrib(
            ["table", place.address, "--schema", "O'Brien \"x\""] + PostgreSQLPlace.figures)
        #expect(there.text == after, "\(there.errors)")
    }

    /// What another program writes shows in `check`.
    @Test func aStoreThatAnotherProgramWroteToIsFound() throws {
        let place = try PostgreSQLPlace()
        #expect(try place.importing().code == 0)
        try place.run(sql: "DELETE FROM followups_versions; DELETE FROM courses_versions")
        let check = try place.tadrib(["check", place.address, "--today", "2019-12-31", "-q"])
        #expect(check.code == 66 && check.errors.contains("courses has 0 rows"), "\(check.errors)")
    }

    /// Tables, views and materialised views with columns of many types.
    @Test func aDatabaseOfAnotherProgramIsRead() throws {
        let place = try PostgreSQLPlace()
        try place.run(
            sql: """
                CREATE SCHEMA hr;
                SET search_path = hr;
                CREATE TABLE courses (course_id varchar(9), title char(20), topic text, hours numeric(7,3));
                INSERT INTO courses VALUES ('C1', 'Ports', 'maritime-security', 12.500), ('C2', 'Law', 'cyber-security', 100);
                CREATE TABLE sessions (session_id int, course_id text, start_date timestamptz, end_date date);
                INSERT INTO sessions VALUES (1, 'C1', '2018-12-31 21:00+00', '2019-01-02'), (2, 'C2', '2019-03-01 00:00+03', '2019-03-02');
                CREATE DOMAIN birth AS float8;
                CREATE TABLE people (id text, country text, born birth);
                INSERT INTO people VALUES ('007', 'KWT', 1990), ('008', NULL, NULL);
                CREATE VIEW trainees AS SELECT id AS trainee_id, country AS state, born AS birth_year FROM people;
                CREATE TABLE raw (session_id int, trainee_id text, status text, hours float8);
                INSERT INTO raw VALUES (1, '007', 'completed', 12), (1, '008', 'attended', 1e-1), (2, '007', 'completed', 17.2578);
                CREATE MATERIALIZED VIEW participations AS SELECT * FROM raw;
                """)
        let arguments = ["--schema", "hr", "--today", "2019-12-31", "-q", "-f", "csv"]
        let table = try place.tadrib(
            ["table", place.address, "--rows", "topic", "--measures", "participations,trainee-hours"] + arguments,
            // What a user has set changes no text.
            ["PGTZ": "America/New_York", "PGDATESTYLE": "German", "PGOPTIONS": "-c extra_float_digits=-12"])
        #expect(
            table.code == 0 && table.text.contains("12.1") && table.text.contains("17.2578"),
            "\(table.errors)\(table.text)")
        let check = try place.tadrib(["check", place.address, "--schema", "hr", "--today", "2019-12-31", "-q"])
        #expect(check.code == 0, "\(check.errors)")
        let late = try place.tadrib(
            ["check", place.address, "--schema", "hr", "-q"], ["PGOPTIONS": "-c statement_timeout=1"])
        #expect(late.code == 69, "\(late.errors)")
        let taken = try place.tadrib([
            "import", place.address, "--into", "sqlite:hr.db", "--schema", "hr", "--today", "2019-12-31", "-q",
        ])
        #expect(taken.code == 0, "\(taken.errors)")
    }

    /// A release says what was read, and is made anew only if it changes.
    @Test func schedulesTakeIt() throws {
        let place = try PostgreSQLPlace()
        #expect(try place.importing().code == 0)
        try place.folder.write(
            """
            {"from": "2019-03", "reports": [{"name": "m", "recurrence": "monthly", "dataset": "\(place.address)",
             "output": "out", "formats": ["csv"]}]}
            """, to: "schedule.json")
        let run = ["run", "schedule.json", "--today", "2019-09-02"]
        #expect(try place.tadrib(run).code == 0)
        let manifest = try place.folder.text(of: "out/2019-07/manifest.json")
        #expect(manifest.contains("\(place.database).public!participations") && manifest.contains("\"import 1\""))
        let status = ["status", "schedule.json", "--today", "2019-09-02", "-f", "csv"]
        let before = try place.tadrib(status).text
        #expect(try place.importing().code == 0)
        #expect(try place.tadrib(run).code == 0)
        let releases = { place.folder.names.filter { $0.hasSuffix("/manifest.json") }.count }
        #expect(try place.tadrib(status).text == before)
        let count = releases()
        try place.change()
        #expect(try place.importing().code == 0)
        #expect(try place.tadrib(run).code == 0)
        #expect(releases() > count)
    }

    /// The script makes a role that imports and one that only reads.
    @Test func theReportingRoleCannotWrite() throws {
        let place = try PostgreSQLPlace()
        let made = try TestSupport.run(
            "/usr/bin/psql",
            [
                "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", "schema=training", "-f",
                packageFolder + "/Scripts/engines/roles.sql", place.address,
            ])
        #expect(made.code == 0, "\(made.errors)")
        try place.run(sql: "ALTER ROLE tadrib_import PASSWORD 'i-pass'; ALTER ROLE tadrib_report PASSWORD 'r-pass'")
        let (writer, reader) = (
            place.server.address(user: "tadrib_import", database: place.database),
            place.server.address(user: "tadrib_report", database: place.database)
        )
        let (write, read) = (["PGPASSWORD": "i-pass"], ["PGPASSWORD": "r-pass"])
        let imported = try place.importing(to: writer, write)
        #expect(imported.code == 0, "\(imported.errors)")
        let figures = try place.tadrib(["table", reader] + PostgreSQLPlace.figures, read)
        #expect(figures.text == (try place.figures(of: "records").text), "\(figures.errors)")
        try place.run(
            sql: """
                ALTER TABLE training.participations_versions ENABLE ROW LEVEL SECURITY;
                CREATE POLICY few ON training.participations_versions FOR SELECT USING (version < 10);
                """)
        let hidden = try place.tadrib(["table", reader] + PostgreSQLPlace.figures, read)
        #expect(
            hidden.code == 77 && hidden.text.isEmpty && hidden.errors.contains("row-level security"), "\(hidden.errors)"
        )
        try place.run(sql: "ALTER TABLE training.participations_versions DISABLE ROW LEVEL SECURITY")
        let refused = try place.importing(to: reader, read)
        #expect(refused.code == 73 && refused.errors.contains("permission denied"), "\(refused.errors)")
        for sql in [
            "DELETE FROM training.courses_versions", "DROP VIEW training.courses", "CREATE TABLE training.x (y int)",
            "UPDATE training.courses SET course_id = 'x'", "CREATE SCHEMA x",
        ] {
            #expect(throws: SQLTrouble.self) { try place.run(sql: "SET ROLE tadrib_report; " + sql) }
        }
        // After more columns and another import it still reads.
        try place.change()
        #expect(try place.importing(to: writer, write).code == 0)
        #expect(try place.tadrib(["table", reader] + PostgreSQLPlace.figures, read).code == 0)
    }
}
