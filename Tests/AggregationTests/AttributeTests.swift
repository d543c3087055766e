import Aggregation
import Records
import TestSupport
import Testing
import TrainingStats

/// Properties that a dataset declares itself: what is read, what is told, and what is refused.
struct AttributeTests {
    private static let codes = """
        [{"code": "maj", "en": "Major", "ar": "رائد", "also": ["Maj."]}, {"code": "cap", "en": "Captain", "ar": "نقيب"}]
        """
    private static let rank = """
        {"table": "trainees", "column": "rank", "name": {"en": "Rank", "ar": "الرتبة"}, "kind": "codes", "codes": \(codes)}
        """

    /// The tiny dataset with declarations, and a column of ranks.
    private static func files(_ attributes: String, ranks: [String] = ["maj", "Captain", "", "نقيب"]) -> [String:
        String]
    {
        let trainees = """
            trainee_id,state,institution,sector,sex,birth_year,rank
            T1,KWT,Navy,military,M,1990,\(ranks[0])
            T2,KWT,Ministry,civil,F,1980,\(ranks[1])
            T3,QAT,Navy,military,M,,\(ranks[2])
            T4,,,,,,\(ranks[3])
            """
        return TinyDataset.files.merging([
            "dataset.json": "{\n\"attributes\": [\n\(attributes)\n]}", "trainees.csv": trainees,
        ]) { $1 }
    }

    private func values(_ loaded: LoadedDataset, _ dimension: String, _ measure: String) throws -> [String] {
        let summary = try loaded.summary(
            SummaryRequest(rows: [dimension], measures: [measure], today: .day("2019-12-31"), totals: true))
        return summary.cells.map { "\($0.members[0].code) \($0.values[0].number.map { "\(Int($0))" } ?? "-")" }
    }

    @Test func codesAreKnownByTheirNames() throws {
        let loaded = try LoadedDataset(files: Self.files(Self.rank, ranks: ["MAJ.", "captain", "", "النقيب"]))
        #expect(loaded.log.findings.filter { $0.file == "trainees.csv" }.map(\.code) == [.badCode])
        let sound = try LoadedDataset(files: Self.files(Self.rank))
        #expect(sound.log.count(.error) == 0)
        #expect(try values(sound, "rank", "enrolments") == ["maj 2", "cap 2", "_U 2", "_T 6"])
    }

    @Test func aCodeThatIsNotListedIsToldWithTheNearest() throws {
        let loaded = try LoadedDataset(files: Self.files(Self.rank, ranks: ["Majr", "_T", "cap", "maj"]))
        let findings = loaded.log.findings.filter { $0.file == "trainees.csv" }
        #expect(findings.map(\.code) == [.badCode, .badCode] && findings.map(\.line) == [2, 3])
        #expect(findings[0].message.contains("did you mean 'maj'?"), "\(findings[0].message)")
        #expect(findings.allSatisfy { $0.message.contains("also") || $0.message.contains("'_T' stands") })
        #expect(findings[0].column == "rank")
        #expect(loaded.dataset.trainees.ids.keys == ["T3", "T4"])
    }

    /// What affiliations.csv says holds from its day on; groups state the same property in a column of theirs.
    @Test func attributesAreThoseInForceAndOfGroups() throws {
        var files = Self.files(Self.rank + #", {"table": "headcounts", "column": "grade", "id": "rank"}"#)
        files["affiliations.csv"] = """
            trainee_id,from,state,rank
            T1,2019-06-01,QAT,cap
            T2,2019-01-01,KWT,
            """
        files["headcounts.csv"] = "session_id,state,participants,grade\nS2,OMN,5,major\nS3,KWT,7,\n"
        let loaded = try LoadedDataset(files: files)
        #expect(loaded.log.count(.error) == 0)
        // T1 in S1 is a major and in S2 a captain, T2 is not known any more; the group in S2 are majors.
        #expect(try values(loaded, "rank", "attendances") == ["maj 6", "cap 1", "_U 10", "_T 17"])
    }

    @Test func numbersFallIntoBandsAndDaysIntoPartsOfTheCalendar() throws {
        var files = Self.files(
            """
            {"table": "courses", "column": "credits", "name": {"en": "Credits"}, "kind": "number",
             "bands": [{"from": 2, "en": "Some"}, 5]},
            {"table": "sessions", "column": "ordered on", "name": {"en": "Ordered"}, "kind": "date", "bands": "quarter"},
            {"table": "trainers", "column": "contract", "name": {"en": "Contract"}}
            """)
        files["courses.csv"] = "course_id,title,topic,credits\nC1,A,,1.5\nC2,B,,2\nC3,C,,5\n"
        files["sessions.csv"] = """
            session_id,course_id,start_date,end_date,ordered on
            S1,C1,2019-03-03,2019-03-07,2018-12-31
            S2,C2,2019-09-01,2019-09-02,2019-01-01
            S3,C3,2019-10-01,2019-10-01,
            S4,C1,2019-02-02,2019-02-06,2019-03-31
            S5,C1,2019-05-01,2019-05-02,
            S6,C2,2019-01-05,2019-01-06,
            """
        files["trainers.csv"] = "trainer_id,contract\nR1,full\nR2,\nR3,full\n"
        let loaded = try LoadedDataset(files: files)
        #expect(loaded.log.count(.error) == 0, "\(loaded.log.findings)")
        #expect(try values(loaded, "credits", "sessions") == ["under-2 3", "2-4 2", "5-over 1", "_T 6"])
        #expect(try values(loaded, "ordered-on", "sessions") == ["2018-Q4 1", "2019-Q1 2", "_U 3", "_T 6"])
        #expect(try values(loaded, "contract", "trainers") == ["full 1", "_U 1", "_T 2"])
        let credits = loaded.catalogue.dimension("credits")
        #expect(credits?.members(of: loaded.dataset) == ["under-2", "2-4", "5-over"])
    }

    /// An attribute of the single participation; who was only counted has none.
    @Test func participationsHaveAttributes() throws {
        var files = Self.files(
            """
            {"table": "participations", "column": "paid_by", "name": {"en": "Paid by"}, "codes":
              [{"code": "state", "en": "The state"}, {"code": "centre", "en": "The centre"}]},
            {"table": "participations", "column": "distance", "name": {"en": "Distance"}, "kind": "number", "bands": [100]}
            """)
        files["participations.csv"] = """
            session_id,trainee_id,status,paid_by,distance
            S1,T1,completed,centre,99.5
            S1,T2,completed,The State,100
            S1,T3,attended,,
            S2,T1,attended,state,12
            S2,T3,attended,state,
            """
        files["attendance.csv"] = nil
        files["followups.csv"] = nil
        let loaded = try LoadedDataset(files: files)
        #expect(loaded.log.count(.error) == 0, "\(loaded.log.findings)")
        #expect(try values(loaded, "paid-by", "enrolments") == ["state 3", "centre 1", "_U 1", "_T 5"])
        #expect(try values(loaded, "paid-by", "named-trainees") == ["state 3", "centre 1", "_U 1", "_T 3"])
        #expect(try values(loaded, "distance", "attendances") == ["under-100 2", "100-over 1", "_U 14", "_T 17"])
        let filter = Filter(dimension: "paid-by", members: ["state"])
        let summary = try loaded.summary(
            SummaryRequest(measures: ["named-trainees"], filters: [filter], today: .day("2019-12-31")))
        #expect(summary.total.values == [.count(3)])
    }

    /// Texts and days of participations are members too, in any number, however the table is read.
    @Test(arguments: [1, 3]) func participationsHaveTextsAndDays(threads: Int) throws {
        var files = Self.files(
            """
            {"table": "participations", "column": "paid_by", "name": {"en": "Paid by"}},
            {"table": "participations", "column": "certified", "name": {"en": "Certified"}, "kind": "date", "bands": "month"}
            """)
        files["participations.csv"] = """
            session_id,trainee_id,status,paid_by,certified
            S1,T1,completed,"The state, partly",2019-03-31
            S1,T2,completed,centre,2019-04-01
            S1,T3,attended,,
            S2,T1,attended,"The state, partly",
            S2,T3,attended,centre,2019-04-30
            S2,T4,attended,centre,2019-04-31
            """
        files["attendance.csv"] = nil
        let folder = try TemporaryFolder(files)
        let loaded = try LoadedDataset(source: CSVFolder(folder.path), threads: threads)
        #expect(loaded.log.findings.filter { $0.file == "participations.csv" }.map(\.code) == [.badDate])
        #expect(try values(loaded, "paid-by", "enrolments") == ["The state, partly 2", "centre 2", "_U 1", "_T 5"])
        #expect(try values(loaded, "certified", "enrolments") == ["2019-03 1", "2019-04 2", "_U 2", "_T 5"])
        let filter = Filter(dimension: "paid-by", .containing, members: ["STATE"])
        let summary = try loaded.summary(
            SummaryRequest(measures: ["named-trainees"], filters: [filter], today: .day("2019-12-31")))
        #expect(summary.total.values == [.count(1)])
    }

    @Test func participationsHaveMoreTextsThanSixteenBitsTell() throws {
        let count = 200
        var files = [
            "dataset.json": #"""
            {"attributes": [{"table": "participations", "column": "number", "name": {"en": "Number"}}]}
            """#,
            "courses.csv": "course_id,title,topic\nC1,A,\n",
        ]
        files["sessions.csv"] =
            "session_id,course_id,start_date,end_date\n"
            + (0..<count).map { "S\($0),C1,2019-03-03,2019-03-07\n" }.joined()
        files["trainees.csv"] = "trainee_id,state\n" + (0..<count).map { "T\($0),KWT\n" }.joined()
        files["participations.csv"] =
            "session_id,trainee_id,status,number\n"
            + (0..<count * count).map { "S\($0 / count),T\($0 % count),completed,N\($0)x\n" }.joined()
        let loaded = try LoadedDataset(files: files)
        #expect(loaded.log.count(.error) == 0)
        let numbers = (0..<count * count).map { "N\($0)x 1" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        #expect(Set(try values(loaded, "number", "enrolments").dropLast()) == Set(numbers))
    }

    /// A wrong declaration, and what is said of it.
    struct Wrong: CustomTestStringConvertible, Sendable {
        let attributes: String
        let told: [String]
        var testDescription: String { told.first ?? "" }
    }

    private static func attribute(_ rest: String) -> String {
        #"{"table": "trainees", "column": "rank", "name": {"en": "Rank"}, \#(rest)}"#
    }

    static let wrong: [Wrong] = [
        .init(attributes: "1", told: ["3: attributes[0]: an object is expected, and not a number"]),
        .init(
            attributes: #"{"table": "trainee", "column": "rank", "name": {"en": "Rank"}}"#,
            told: ["3: attributes[0].table: there is no table with attributes 'trainee'; did you mean 'trainees'?"]),
        .init(
            attributes: #"{"table": "trainees", "column": "ranks", "name": {"en": "Grade"}}"#,
            told: ["3: attributes[0].column: trainees.csv has no column 'ranks'; did you mean 'rank'?"]),
        .init(
            attributes: #"{"table": "trainees", "column": "sector", "name": {"en": "Sector"}, "id": "part"}"#,
            told: [
                "3: attributes[0].column: 'sector' is the column 'sector' that every dataset can have, and needs no declaration; leave this out"
            ]),
        .init(
            attributes: rank + ",\n" + rank,
            told: ["4: attributes[1]: there are two attributes 'rank'; give one of them another 'id'"]),
        .init(
            attributes: attribute(#""id": "level""#),
            told: ["3: attributes[0].id: every dataset has a measure, dimension or column 'level'; give another 'id'"]),
        .init(
            attributes: attribute(#""id": "trainees""#),
            told: [
                "3: attributes[0].id: every dataset has a measure, dimension or column 'trainees'; give another 'id'"
            ]),
        .init(
            attributes: attribute(#""id": "trainees-share""#),
            told: [
                "3: attributes[0].id: every dataset has a measure, dimension or column 'trainees-share'; give another 'id'"
            ]),
        .init(
            attributes: attribute(#""id": "state-name""#),
            told: [
                "3: attributes[0].id: every dataset has a measure, dimension or column 'state-name'; give another 'id'"
            ]),
        .init(
            attributes: rank + ",\n" + attribute(#""id": "rank-name""#),
            told: [
                "4: attributes[1].name: 'rank' has the same name; readers could not tell the two apart",
                "4: attributes[1]: names of members of 'rank-name' and 'rank' would have one column; give another 'id'",
            ]),
        .init(
            attributes: #"{"table": "trainees", "column": "rank", "name": {"en": "", "ar": ""}}"#,
            told: ["3: attributes[0].name: a name is empty; it is the heading of the dimension"]),
        .init(
            attributes: #"{"table": "trainee", "column": "rank", "name": "Rank"}"#,
            told: [
                #"3: attributes[0].name: it is not of the form {"en": "...", "ar": "..."}"#,
                "3: attributes[0].table: there is no table with attributes 'trainee'; did you mean 'trainees'?",
            ]),
        .init(
            attributes: attribute(#""id": "Rank""#),
            told: [
                "3: attributes[0].id: 'Rank' is no identifier; give 'id' with small letters, digits and hyphens, a letter first"
            ]),
        .init(
            attributes: attribute(#""kind": "code""#),
            told: ["3: attributes[0].kind: there is no kind 'code'; did you mean 'codes'?"]),
        .init(
            attributes: attribute(#""kind": "codes""#),
            told: [
                #"3: attributes[0]: 'codes' is missing: a list such as [{"code": "major", "en": "Major"}]"#
            ]),
        .init(
            attributes: attribute(#""codes": [{"code": "a", "en": "A"}, {"code": "a", "en": "B"}]"#),
            told: ["3: attributes[0].codes[1].code: 'a' is given twice"]),
        .init(
            attributes: attribute(#""codes": [{"code": "_U", "en": "A"}]"#),
            told: [
                "3: attributes[0].codes[0].code: '_U' cannot be a code: reports write it for something else; give another one"
            ]),
        .init(
            attributes: attribute(#""codes": [{"code": "a"}]"#),
            told: ["3: attributes[0].codes[0]: 'en' is missing: its name in English"]),
        .init(
            attributes: attribute(#""codes": [{"code": "a", "en": "A"}], "bands": [3]"#),
            told: ["3: attributes[0].bands: an attribute has codes or bands, and not both"]),
        .init(
            attributes: attribute(#""kind": "number", "bands": [5, 10, 10]"#),
            told: ["3: attributes[0].bands[2]: 10 is not above 10: bands stand in ascending order"]),
        .init(
            attributes: attribute(
                #""kind": "number", "bands": [{"from": 5, "en": "Old"}, {"from": 10, "en": "Old"}]"#),
            told: ["3: attributes[0].bands[1].en: another band is called 'Old' too; give each its own name"]),
        .init(
            attributes: attribute(#""kind": "number", "bands": [1.5]"#),
            told: ["3: attributes[0].bands[0]: a band begins at a whole number from 0 to 1000000000"]),
        .init(
            attributes: attribute(#""kind": "date", "bands": "yaer""#),
            told: ["3: attributes[0].bands: there is no part of the calendar 'yaer'; did you mean 'year'?"]),
        .init(
            attributes: attribute(#""bands": [3]"#),
            told: ["3: attributes[0].bands: only an attribute of the kind 'number' or 'date' has bands"]),
        .init(
            attributes: attribute(#""kind": "text", "codes": [{"code": "a", "en": "A"}]"#),
            told: ["3: attributes[0].codes: only an attribute of the kind 'codes' has codes"]),
        .init(
            attributes: #"{"table": "participations", "column": "rank", "name": {"en": "Rank"}}"#,
            told: [
                "3: attributes[0].column: participations.csv has no column 'rank'"
            ]),
        .init(
            attributes: #"{"table": "trainees", "column": "rank"}"#,
            told: ["3: attributes[0]: 'name' is missing: the heading in both languages"]),
        .init(
            attributes: #"{"table": "trainees", "column": "rank", "nmae": {"en": "Rank"}}"#,
            told: [
                "3: attributes[0].nmae: an attribute has no 'nmae'; did you mean 'name'?",
                "3: attributes[0]: 'name' is missing: the heading in both languages",
            ]),
    ]

    @Test(arguments: wrong) func aWrongDeclarationIsToldWithPlaceAndRemedy(wrong: Wrong) throws {
        let error = #expect(throws: ReadError.self) { try LoadedDataset(files: Self.files(wrong.attributes)) }
        let told = error?.texts.map { $0.en.split(separator: "dataset.json:").last.map { String($0) } ?? "" } ?? []
        #expect(told.sorted() == wrong.told.sorted())
    }

    /// All are told at once, each on its line.
    @Test func allWrongDeclarationsAreToldAtOnce() throws {
        let attributes = Self.wrong.map(\.attributes).joined(separator: ",\n")
        let error = #expect(throws: ReadError.self) { try LoadedDataset(files: Self.files(attributes)) }
        #expect((error?.texts.count ?? 0) >= Self.wrong.count)
    }
}
