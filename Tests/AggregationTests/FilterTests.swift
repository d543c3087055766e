import Aggregation
import TestSupport
import Testing
import TrainingStats

/// Filters: their written form, and what they keep of the tiny dataset.
struct FilterTests {
    /// The three signs; a text that looks like one in a member is no sign.
    @Test func writtenForms() throws {
        let filters = try Filter.list(parsing: #"state!=KWT,QAT;institution~navy;venue=a!=b\,~c;course~x=y"#)
        #expect(
            filters == [
                Filter(dimension: "state", .allBut, members: ["KWT", "QAT"]),
                Filter(dimension: "institution", .containing, members: ["navy"]),
                Filter(dimension: "venue", members: ["a!=b,~c"]),
                Filter(dimension: "course", .containing, members: ["x=y"]),
            ])
    }

    /// Spaces around names are none of theirs; within them they are.
    @Test func spacesAround() throws {
        #expect(
            try Filter.list(parsing: " state = KWT , QAT ; venue != Main Hall ; ") == [
                Filter(dimension: "state", members: ["KWT", "QAT"]),
                Filter(dimension: "venue", .allBut, members: ["Main Hall"]),
            ])
    }

    @Test(arguments: [
        " =KWT", "state= ", "state=KWT, ", "state", "state!KWT", "=KWT", "!=KWT", "~x", "state!=", "state=KWT,", "",
    ])
    func brokenForms(text: String) {
        #expect(throws: RequestError.badFilter(text)) { try Filter(parsing: text) }
    }

    /// A text without letters and digits would be in every name.
    @Test(arguments: ["-", "،", "ـ"]) func textsOfNothing(text: String) {
        #expect(throws: RequestError.badSoughtText(text)) { try Filter(parsing: "institution~navy,\(text)") }
    }

    /// What each filter keeps of the attendances, worked out by hand from the tiny dataset.
    @Test(arguments: [
        ("state!=KWT", 6), ("state!=_U", 17), ("state!=KWT,_U", 6), ("sex!=F", 15), ("sex!=F,_U", 3),
        ("state~kuw", 11), ("state~الكو", 11), ("state~قطر,kuw", 12), ("sex~female", 2), ("sex~أنثي", 2),
        ("sector~milit", 3), ("course~DEFENCE", 3), ("topic~أمن الطاقه", 6), ("topic=Energy security", 6),
        (" topic = أمن الطاقة ", 6), ("institution~nav", 3),
        ("month~2019-1", 8), ("month!=2019-03", 14), ("kind~حوار", 8), ("institution~army", 0),
    ]) func whatIsKept(text: String, attendances: Int) throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let all = try countOfAttendances(in: loaded, [])
        let kept = try countOfAttendances(in: loaded, [Filter(parsing: text)])
        #expect(kept == attendances, "\(text) keeps \(kept) of \(all)")
    }

    /// A text that no member contains is told, and so is a member that is left out and not there.
    @Test func whatNoRecordHas() throws {
        let loaded = try LoadedDataset(files: TinyDataset.files)
        let filters = try Filter.list(parsing: "institution~navy,army;institution!=Nvy;state~zz")
        let request = SummaryRequest(measures: ["attendances"], filters: filters, today: .day("2019-12-31"))
        let unmatched = try loaded.summary(request).unmatchedMembers
        #expect(
            unmatched == [
                Filter(dimension: "institution", .containing, members: ["army"]),
                Filter(dimension: "institution", .allBut, members: ["Nvy"]),
                Filter(dimension: "state", .containing, members: ["zz"]),
            ])
        let told = UnmatchedMembers.all(unmatched, of: filters, on: loaded.dataset, in: .builtIn)
        #expect(told.map(\.nearest) == [nil, "Navy", nil])
    }

    private func countOfAttendances(in loaded: LoadedDataset, _ filters: [Filter]) throws -> Int {
        let request = SummaryRequest(measures: ["attendances"], filters: filters, today: .day("2019-12-31"))
        guard case .count(let count) = try loaded.summary(request).total.values[0] else { return -1 }
        return count
    }
}
