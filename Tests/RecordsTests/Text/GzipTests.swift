import Foundation
import Records
import TestSupport
import Testing

/// Compressed tables, whole and damaged.
struct GzipTests {
    /// A file, and the words that say what is wrong with it; nil where nothing is.
    struct Form: CustomTestStringConvertible, Sendable {
        let name: String
        let bytes: [UInt8]
        var fault: String?
        var testDescription: String { name }
    }

    private static let text = Array(("trainee_id,state\nT1,KWT\nT2,QAT\n").utf8)
    private static let packed = storedGzip(text)
    private static let two = storedGzip(text, cuts: [24])

    static let forms = [
        Form(name: "one member", bytes: packed),
        Form(name: "two members", bytes: two),
        Form(name: "four members, two of them empty", bytes: storedGzip(text, cuts: [0, 9, 9])),
        Form(name: "zeros behind", bytes: packed + [UInt8](repeating: 0, count: 700)),
        Form(name: "zeros between", bytes: storedGzip(Array(text[..<9])) + [0, 0] + storedGzip(Array(text[9...]))),
        Form(name: "nothing", bytes: [], fault: "cut short"),
        Form(name: "half of the first two bytes", bytes: [0x1F], fault: "cut short"),
        Form(name: "cut in the header", bytes: Array(packed.prefix(7)), fault: "cut short"),
        Form(name: "cut in the data", bytes: Array(packed.dropLast(20)), fault: "cut short"),
        Form(name: "cut in the checksum", bytes: Array(packed.dropLast(6)), fault: "cut short"),
        Form(name: "cut by one byte", bytes: Array(packed.dropLast(1)), fault: "cut short"),
        Form(name: "second member cut", bytes: Array(two.dropLast(9)), fault: "cut short"),
        Form(name: "second member begun", bytes: packed + [0x1F], fault: "cut short"),
        Form(name: "text behind", bytes: packed + Array("x".utf8), fault: "something that is not gzip follows"),
        Form(name: "zeros and text behind", bytes: packed + [0, 0, 0x78], fault: "something that is not gzip follows"),
        Form(
            name: "second member with a wrong first byte",
            bytes: storedGzip(Array(text[..<24])) + [0x1E] + storedGzip(Array(text[24...])).dropFirst(),
            fault: "something that is not gzip follows"),
        Form(name: "wrong checksum", bytes: changed(packed, at: packed.count - 8), fault: "damaged"),
        Form(name: "wrong length", bytes: changed(packed, at: packed.count - 1), fault: "damaged"),
        Form(name: "wrong data", bytes: changed(packed, at: 30), fault: "damaged"),
        Form(name: "wrong method", bytes: changed(packed, at: 2), fault: "damaged"),
        Form(name: "wrong block", bytes: changed(packed, at: 11), fault: "damaged"),
        Form(name: "plain text", bytes: text, fault: "it is not a gzip file"),
        Form(name: "zstd", bytes: [0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0], fault: "it is not a gzip file"),
        Form(name: "zeros alone", bytes: [0, 0, 0, 0], fault: "it is not a gzip file"),
    ]

    private static func changed(_ bytes: [UInt8], at place: Int) -> [UInt8] {
        var bytes = bytes
        bytes[place] ^= 0x55
        return bytes
    }

    @Test(arguments: forms) func form(_ form: Form) throws {
        guard let fault = form.fault else {
            #expect(try soundBut("trainees.csv.gz", form.bytes).dataset.trainees.ids.keys == ["T1", "T2"])
            return
        }
        let error = #expect(throws: ReadError.self) { try soundBut("trainees.csv.gz", form.bytes) }
        #expect(error?.message.contains("trainees.csv.gz: cannot be read:") == true)
        #expect(error?.message.contains(fault) == true, "\(error?.message ?? "")")
    }

    /// A file of many times the unpacker's own block, as gzip itself packs it.
    @Test func aLargeFileIsWhole() throws {
        let gzip = try #require(program("gzip"))
        let ids = (0..<200_000).map { "T\($0 &* 7_919 % 1_000_003)" }
        let text = "trainee_id,state\n" + ids.map { "\($0),KWT\n" }.joined()
        let folder = try folderSoundBut("trainees.csv", Array(text.utf8))
        #expect(try run(gzip, ["-1", folder.path + "/trainees.csv"]).code == 0)
        #expect(try LoadedDataset(folder: folder.path).dataset.trainees.ids.keys == ids)
    }
}
