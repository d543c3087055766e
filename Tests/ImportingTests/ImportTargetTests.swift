import Foundation
import Records
import Support
import TestSupport
import Testing

@testable import Importing

/// What is written of an import, and what is never written over.
struct ImportTargetTests {
    private let files: [(name: String, bytes: [UInt8])] = [
        ("courses.csv", Array("course_id,title,topic\n".utf8)), ("topics.csv", Array("topic,name_en\n".utf8)),
    ]

    private func names(_ folder: String) throws -> [String] { try FileSystem.names(in: folder) }

    @Test func ownFilesAreReplacedAndThoseThatAreGoneRemoved() throws {
        let folder = try TemporaryFolder().path + "/records"
        try ImportFolder(folder).write(files, from: [])
        try ImportFolder(folder).write(files, from: [])
        #expect(try names(folder) == ["courses.csv", "import.json", "topics.csv"])
        try ImportFolder(folder).write(Array(files.prefix(1)), from: [])
        #expect(try names(folder) == ["courses.csv", "import.json"])
    }

    @Test func tablesThatPeopleAddStay() throws {
        let folder = try TemporaryFolder().path + "/records"
        try ImportFolder(folder).write(files, from: [])
        try AtomicFile.write(Array("trainee_id\n".utf8), to: folder + "/persons.csv")
        try ImportFolder(folder).write(files, from: [])
        #expect(try names(folder).contains("persons.csv"))
    }

    @Test(arguments: ["courses.csv", "sessions.csv", "topics.csv", "measures.json"])
    func recordsOfOthersAreNotReplaced(name: String) throws {
        let folder = try TemporaryFolder().path
        try AtomicFile.write([0x61], to: "\(folder)/\(name)")
        let more = files + [(name: "measures.json", bytes: Array("{}".utf8))]
        let error = #expect(throws: ImportError.self) { try ImportFolder(folder).write(more, from: []) }
        #expect(error?.messages.first?.contains("were not imported") == true)
        #expect(try names(folder) == [name])
    }

    @Test func changedFilesAreNotReplaced() throws {
        let folder = try TemporaryFolder().path + "/records"
        try ImportFolder(folder).write(files, from: [])
        try AtomicFile.write([0x61], to: folder + "/topics.csv")
        #expect(throws: ImportError.self) { try ImportFolder(folder).write(files, from: []) }
        #expect(try FileSystem.bytes(of: folder + "/topics.csv") == [0x61])
    }

    /// The declarations of a dataset come along, and go with it.
    @Test func measuresAreCopied() throws {
        let folder = packageFolder + "/Samples/training-plan"
        let copy = try DatasetCopy(of: CSVFolder(folder))
        let target = try TemporaryFolder().path + "/records"
        try ImportFolder(target).write(copy.files, from: [])
        #expect(
            try FileSystem.bytes(of: target + "/measures.json") == FileSystem.bytes(of: folder + "/measures.json"))
        try ImportFolder(target).write(copy.files.filter { $0.name != "measures.json" }, from: [])
        #expect(try !names(target).contains("measures.json"))
    }

    /// Measures that people add beside an imported dataset stay.
    @Test func measuresOfPeopleStay() throws {
        let folder = try TemporaryFolder().path + "/records"
        try ImportFolder(folder).write(files, from: [])
        try AtomicFile.write(Array("{}".utf8), to: folder + "/measures.json")
        try ImportFolder(folder).write(files, from: [])
        #expect(try names(folder).contains("measures.json"))
    }

    /// The list is a file that anybody can edit: what it names beyond tables is never touched.
    @Test func namesOutsideTheFolderAreNotRemoved() throws {
        let temporary = try TemporaryFolder()
        let folder = temporary.path + "/records"
        try ImportFolder(folder).write(files, from: [])
        try AtomicFile.write([0x61], to: temporary.path + "/keep.csv")
        let list = #"{"files": [{"file": "../keep.csv", "sha256": "x"}, 1, {"file": 2}]}"#
        try AtomicFile.write(Array(list.utf8), to: folder + "/import.json")
        for name in ["courses.csv", "topics.csv"] { FileSystem.removeFile("\(folder)/\(name)") }
        try ImportFolder(folder).write(files, from: [])
        #expect(try names(temporary.path).contains("keep.csv"))
    }

    @Test func datasetsPassThroughAsTheyAre() throws {
        let folder = packageFolder + "/Samples/regional-centre"
        #expect(try DatasetCopy.isDataset(CSVFolder(folder)))
        let copy = try DatasetCopy(of: CSVFolder(folder))
        let target = try TemporaryFolder().path + "/records"
        try ImportFolder(target).write(copy.files, from: [])
        for (name, bytes) in copy.files where name != "dataset.json" {
            let original = try FileSystem.bytes(of: "\(folder)/\(name)")
            #expect(CSVText.records(bytes) == CSVText.records(original))
        }
        #expect(copy.rows > 1_000)
        #expect(throws: ReadError.self) { try DatasetCopy.isDataset(CSVFolder(folder + "/none")) }
    }
}
