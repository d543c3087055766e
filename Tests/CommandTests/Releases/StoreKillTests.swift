import Foundation
import TestSupport
import Testing

/// Imports into a store that are ended, or fail, at any moment: the store has the state before or the state after.
struct StoreKillTests {
    /// A dataset of which a store has an earlier state.
    private final class Place {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            for (name, text) in TinyDataset.files { try folder.write(text, to: "records/" + name) }
            #expect(try importing().code == 0)
            let text = TinyDataset.files["participations.csv"] ?? ""
            try folder.write(
                text.replacing("S1,T1,completed,12,40,80,5,10", with: "S1,T1,attended,9,40,,5,10"),
                to: "records/participations.csv")
        }

        func importing(_ environment: [String: String] = [:]) throws -> ProgramResult {
            try CommandTests.tadrib(
                ["import", "records", "--into", "sqlite:training.db", "--today", "2019-12-31", "-q"],
                environment: environment, folder: folder.path)
        }

        /// Completions and hours, which differ between the two states.
        func figures() throws -> String {
            let result = try CommandTests.tadrib(
                [
                    "table", "sqlite:training.db", "--rows", "state", "--measures", "completions,trainee-hours",
                    "--totals",
                    "--today", "2019-12-31", "-q", "-f", "csv",
                ], folder: folder.path)
            #expect(result.code == 0, "\(result.errors)")
            return result.text
        }
    }

    @Test(
        .enabled(if: TroubleLibrary.path != nil, "nothing builds the library"), arguments: ["KILL", "ENOSPC", "EIO"])
    func troubleAtEachCall(_ trouble: String) throws {
        let undisturbed = try Place()
        let before = try undisturbed.figures()
        let variables = try TroubleLibrary.variables(
            ["TROUBLE_COUNT": undisturbed.folder.path + "/count"], in: undisturbed.folder)
        #expect(try undisturbed.importing(variables).code == 0)
        let after = try undisturbed.figures()
        #expect(before != after)
        let calls = try #require(Int(try undisturbed.folder.text(of: "count")))
        #expect(calls > 10)
        for call in stride(from: 1, through: calls, by: trouble == "KILL" ? 1 : 3) {
            let place = try Place()
            let result = try place.importing(
                TroubleLibrary.variables(["TROUBLE_AT": "\(call)", "TROUBLE": trouble], in: place.folder))
            let circumstances = "\(trouble) at call \(call) of \(calls): \(result.code) \(result.errors)"
            let figures = try place.figures()
            if trouble == "KILL" {
                #expect(result.code == 128 + SIGKILL, "\(circumstances)")
                #expect(figures == before || figures == after, "\(circumstances)")
            } else {
                // What fails after the commit, such as tidying the log away, undoes nothing.
                #expect(result.code == 0 ? figures == after : figures == before, "\(circumstances)")
                #expect([0, 73, 74].contains(result.code), "\(circumstances)")
            }
            #expect(try place.importing().code == 0, "\(circumstances)")
            #expect(try place.figures() == after, "\(circumstances)")
        }
    }

    /// Two imports at once: one waits for the other, and the store has both in its log.
    @Test func twoAtOnce() throws {
        let place = try Place()
        let script = """
            tadrib import records --into sqlite:training.db --today 2019-12-31 -q & one=$!
            tadrib import records --into sqlite:training.db --today 2019-12-31 -q; two=$?
            wait $one; echo $? $two; tadrib history sqlite:training.db -f csv | cut -d , -f 1,6-7
            """
        let result = try shell(["-c", script], folder: place.folder.path)
        let expected = "0 0\nimport,rows_changed,rows_gone\n1,0,0\n2,1,0\n3,0,0\n"
        #expect(result.text == expected, "\(result.errors)")
    }

    /// Readers go on while imports write, and see one state or the other.
    @Test func readersBesideAWriter() throws {
        let place = try Place()
        let script = """
            cp -r records others; sed -i 's/S1,T1,attended,9/S1,T1,completed,12/' others/participations.csv
            figures="tadrib table sqlite:training.db --measures completions --today 2019-12-31 -q -f csv --totals --rows state"
            (for source in others records others records others records; do
                tadrib import $source --into sqlite:training.db --today 2019-12-31 -q || echo import $?
            done; touch done) &
            for reader in 1 2 3; do
                (while [ ! -e done ]; do $figures > $reader.csv || echo reader $?; tail -1 $reader.csv; done) &
            done
            wait
            """
        let result = try shell(["-c", script], folder: place.folder.path)
        let lines = Set(result.text.split(separator: "\n"))
        #expect(result.errors.isEmpty, "\(result.errors)")
        #expect(lines.isSubset(of: ["_T,3", "_T,4"]) && !lines.isEmpty, "\(lines)")
    }
}
