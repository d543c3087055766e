import SparkConnect
import Testing

@testable import Clusters

/// Lists and texts as SQL has them.
struct ListSQLTests {
    @Test func aListIsOneLiteral() {
        let list = ListSQL([["S1", "0"], ["S2", "1"]], width: 2)
        #expect(
            list.query
                == "SELECT split(x, ':')[0] AS f0, split(x, ':')[1] AS f1 FROM (SELECT explode(split('S1:0,S2:1', ',')) AS x)"
        )
        #expect(list.count == 2)
    }

    @Test func aListOfNothingHasNoRows() {
        #expect(ListSQL([], width: 2).query == "SELECT '0' AS f0, '0' AS f1 FROM (SELECT 1 AS x) WHERE x <> 1")
    }

    @Test func aLongListHasSeveralLiterals() {
        let list = ListSQL((0..<300_000).lazy.map { [String(1_000_000 + $0)] }, width: 1)
        #expect(list.query.split(separator: " UNION ALL ").count == 3)
        #expect(list.count == 300_000)
    }

    /// What a list cannot hold, or a server could read in another way, is given as the numbers of its bytes.
    @Test(arguments: ["T,3", "a:b", "it's", "back\\slash", "$x", "tab\t", "nul\0"]) func oddTextsAreCoded(text: String)
    {
        let key = ListKey(["S1", text])
        #expect(key.text(text).utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x46).contains($0) })
        #expect(key.expression("x") == "hex(x)")
        #expect(Clusters.text(hexadecimal: SparkSQL.hexadecimal(text)[...]) == text)
    }

    @Test(arguments: ["S1", "دورة ١", "2019/x", "a;b"]) func otherTextsStandAsTheyAre(text: String) {
        #expect(ListKey([text]).text(text) == text)
        #expect(Clusters.text(hexadecimal: SparkSQL.hexadecimal(text)[...]) == text)
    }

    @Test(arguments: ["0", "0G", "FF"]) func otherTextsAreNoBytes(text: String) {
        #expect(Clusters.text(hexadecimal: text[...]) == nil)
    }
}
