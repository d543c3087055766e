import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Couriers
@testable import Releases

/// What mails about releases say, and the files that they carry.
struct MailTextTests {
    private let folder: TemporaryFolder
    private let manifest: Manifest
    private var release: String { folder.path + "/2019-07-r2" }

    private static let page = """
        <a href="report.ar.html" lang="ar">x</a> <a href="explore.html">y</a> <a href="#tables">z</a> <a href="https://example.org">w</a>
        """
    private static let files = [
        "report.html": page, "report.ar.html": "<a href=\"report.html\">x</a>", "explore.html": "e",
        "tables/topic.csv": "topic,sessions\n",
    ]

    init() throws {
        let words = ReleaseSummary.Words(
            language: "en", caption: "July 2019 (1 July to 31 July), up to 20 July",
            warnings: ["Records end on 20 July <1>."],
            figures: [
                .init(
                    name: "Cost (KWD)", value: "1,200.500 [r]", change: "+3.000 (+0.3%) on June 2019", remarks: ["Met."]
                ),
                .init(name: "Sessions", value: "at least 5", change: nil, remarks: []),
            ], findings: ["Kuwait has most."], notes: ["[r] revised"])
        folder = try TemporaryFolder(
            Dictionary(uniqueKeysWithValues: Self.files.map { ("2019-07-r2/" + $0.key, $0.value) }))
        try ReleaseSummary(languages: [words], missedTargets: 1).write(into: folder.path + "/2019-07-r2")
        var manifest = Manifest(
            report: "monthly", recurrence: "monthly",
            period: .init(label: "2019-07", first: "2019-07-01", last: "2019-07-31"),
            revision: 2, reportingDay: "2019-08-01", timeZone: "Asia/Kuwait", tool: "t", inputs: [], rejectedRows: 0,
            tables: [],
            outputs: [])
        for file in ["summary.json"] + Self.files.keys.sorted() {
            let path = folder.path + "/2019-07-r2/" + file
            manifest.outputs.append(.init(file: file, bytes: 0, sha256: try SHA256.hexadecimal(ofFileAt: path)))
        }
        self.manifest = manifest
    }

    private func text(_ text: String? = nil, _ language: Language = .en) throws -> MailText {
        var mail = Delivery.Mail(to: ["a@example.org"])
        mail.languages = [language]
        mail.text = text.map { BilingualText(en: $0, ar: $0) }
        let name = ReleaseName(period: "2019-07", revision: 2)
        return try MailText(
            mail,
            about: Parcel(
                delivery: Delivery(name: "board", way: .mail(mail)), route: nil,
                report: ScheduledReport(name: "monthly", recurrence: .monthly, dataset: "d", output: folder.path),
                content: .release(name, folder: release, manifest)))
    }

    /// The figures come with their period, warnings and changes, amounts among them.
    @Test func saysWhatTheReportSays() throws {
        let text = try text("Dear board,\n\n{figures}\n\nThe office")
        #expect(
            text.plain == """
                Dear board,

                July 2019 (1 July to 31 July), up to 20 July

                ! Records end on 20 July <1>.

                Cost (KWD): 1,200.500 [r]; +3.000 (+0.3%) on June 2019
                    Met.
                Sessions: at least 5

                - Kuwait has most.

                [r] revised

                The office

                """)
        #expect(
            text.page.contains("<p>Records end on 20 July &lt;1&gt;.</p>") && text.page.contains("<td>+3.000 (+0.3%)")
        )
        #expect(try self.text("No figures.").plain == "No figures.\n")
    }

    /// Whether a target is missed, the release says at a glance, also without a table of targets.
    @Test func missedTargets() throws {
        #expect(try ReleaseFiles(manifest: manifest, folder: release).missesTarget())
        var bare = manifest
        bare.outputs.removeAll { $0.file == "summary.json" }
        #expect(try !ReleaseFiles(manifest: bare, folder: release).missesTarget())
        try folder.write("target,status\nA,met\nB,missed\n", to: "2019-07-r2/tables/own.csv")
        bare.tables = [.init(id: "own", keys: 1)]
        #expect(try ReleaseFiles(manifest: bare, folder: release).missesTarget())
    }

    /// Figures that are not there in a language are not left out in silence.
    @Test func languageThatTheReleaseDoesNotHave() throws {
        let failure = #expect(throws: DeliveryFailure.self) { try text(nil, .ar) }
        #expect(failure?.kind == .refused && failure?.reason.en.contains("no figures in the language 'ar'") == true)
        #expect(try text("بلا أرقام", .ar).plain == "بلا أرقام\n")
    }

    @Test func summaryThatWasChanged() throws {
        try folder.write("{}", to: "2019-07-r2/summary.json")
        #expect(throws: ReleaseError.changed(path: release + "/summary.json")) { try text() }
    }

    /// Attached files are named for their release; links of pages lead to files of the same mail, and to no others.
    @Test func attachedPages() throws {
        let files = ReleaseFiles(manifest: manifest, folder: release)
        let alone = try files.attachments([.html])
        #expect(Set(alone.map(\.name)) == ["monthly-2019-07-r2.html", "monthly-2019-07-r2.ar.html"])
        let page = try #require(alone.first { $0.name == "monthly-2019-07-r2.html" })
        #expect(
            String(decoding: page.bytes, as: UTF8.self) == """
                <a href="monthly-2019-07-r2.ar.html" lang="ar">x</a> <a>y</a> <a href="#tables">z</a> <a href="https://example.org">w</a>
                """)
        let both = try files.attachments([.explore, .csv, .html])
        #expect(both.map(\.name).contains("monthly-2019-07-r2-explore.html"))
        #expect(both.map(\.name).contains("monthly-2019-07-r2-topic.csv"))
        #expect(
            both.contains {
                String(decoding: $0.bytes, as: UTF8.self).contains("href=\"monthly-2019-07-r2-explore.html\"")
            })
    }
}
