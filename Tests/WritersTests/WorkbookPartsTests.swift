import Foundation
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

@testable import Writers

/// The check that a finished workbook is whole.
struct WorkbookPartsTests {
    private let temporary: TemporaryFolder
    private var path: String { temporary.path + "/book.xlsx" }

    init() throws { temporary = try TemporaryFolder() }

    /// Writes a list of so many rows, of which the library makes many blocks of a file.
    private func write(_ rows: Int) throws {
        let columns = [
            Grid.Column(id: "a", heading: "A", isNumeric: false), .init(id: "b", heading: "B", isNumeric: true),
        ]
        let stream = RowStream(columns: columns) { limit, body in
            for row in 0..<min(rows, limit) { body([.text("row \(row &* 7919)"), .whole(row &* 104_729)]) }
        }
        let table = Table(id: "t", title: "T", subtitle: "", display: Grid(columns: columns, rows: []))
        let document = Document(
            title: "A list", subject: "", author: "", language: .en, particulars: [], tables: [table],
            reportingDay: .day("2019-12-31"))
        try writeRecordWorkbook(document, table: table, rows: stream, to: path)
    }

    /// What is read while the workbook is written is what stands in the finished file, whatever stood there before.
    @Test(arguments: [1, 30_000]) func partsAreReadWhileTheyAreWritten(rows: Int) throws {
        try write(40_000)
        let former = try FileSystem.bytes(of: path)
        let copy = temporary.path + "/copy.xlsx"
        try AtomicFile.write(former, to: copy)
        let follower = PartFollower(copy)
        let whole = try OpenFile(appendingTo: copy)
        try write(rows)
        let bytes = try FileSystem.bytes(of: path)
        for block in stride(from: 0, to: bytes.count, by: 10_007) {
            try whole.write(Array(bytes[block..<min(block + 10_007, bytes.count)]))
            usleep(200)
        }
        let parts = follower.finish()
        #expect(parts.count > 5)
        try checkParts(ofWorkbookAt: copy, readAlready: parts)
        try checkParts(ofWorkbookAt: copy)
        for (place, part) in parts {
            let again = UnpackedPart(at: place) { most, place in
                place < bytes.count ? Array(bytes[place..<min(place + most, bytes.count)]) : nil
            }
            #expect(again?.checksum == part.checksum && again?.size == part.size && again?.end == part.end)
        }
    }

    /// Nothing of a former file is taken for the new one.
    @Test func aWorkbookReplacesOneThatIsLonger() throws {
        try write(20_000)
        let long = try FileSystem.bytes(of: path).count
        try write(10)
        #expect(try FileSystem.bytes(of: path).count < long)
        try checkParts(ofWorkbookAt: path)
    }

    /// A part that is not what the file says of it is found, and so is a file that is cut.
    @Test func whatIsNotWholeIsFound() throws {
        try write(5_000)
        let bytes = try FileSystem.bytes(of: path)
        for damage in [bytes.count / 3, bytes.count / 2] {
            var damaged = bytes
            damaged[damage] ^= 0x55
            try AtomicFile.write(damaged, to: path)
            let error = #expect(throws: WriteError.self) { try checkParts(ofWorkbookAt: path) }
            #expect(error.map { "\($0)".contains("is cut short") } == true)
        }
        try AtomicFile.write(Array(bytes.dropLast(100)), to: path)
        #expect(throws: WriteError.self) { try checkParts(ofWorkbookAt: path) }
    }

    /// What was read of another file is not believed: the finished file is read again.
    @Test func whatDoesNotFitIsReadAgain() throws {
        try write(3_000)
        let follower = PartFollower(temporary.path + "/none.xlsx")
        #expect(follower.finish().isEmpty)
        let bytes = try FileSystem.bytes(of: path)
        let first = try #require(
            UnpackedPart(at: 0) { most, place in Array(bytes[place..<min(place + most, bytes.count)]) })
        try checkParts(ofWorkbookAt: path, readAlready: [0: first, first.end: first])
    }
}
