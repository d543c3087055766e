import Foundation
import TestSupport
import Testing

/// A listed record stands where the list says.
struct RecordPlaceTests {
    @Test(arguments: [
        "trainees", "cost", "attendances", "trainers", "fill-rate", "sessions", "completion-rate", "institutions",
    ]) func placesOfTheSample(measure: String) throws {
        let folder = packageFolder + "/Samples/regional-centre"
        let list = try records(of: measure, in: folder)
        #expect(list.count > 30)
        var files = LinesOfFiles(folder: folder)
        for record in list { #expect(try files.have(record), "\(measure): \(record)") }
    }

    /// Line breaks in quotes, empty lines, CRLF and a byte order mark move lines; the place is the physical line.
    @Test func placesInAHardFile() throws {
        var files = TinyDataset.files
        files["attendance.csv"] = nil
        files["followups.csv"] = nil
        files["participations.csv"] =
            "\u{FEFF}status,remark,trainee_id,session_id\r\n"
            + "completed,\"a remark\r\nof three\r\nlines\",T1,S1\r\n\r\ncompleted,,T2,S1\r\n"
            + "attended,\"one \"\"more\"\"\n\",T3,S1\r\nattended,,T1,S2"
        let folder = try TemporaryFolder(files)
        let places = try records(of: "named-trainees", in: folder.path).map { $0["place"] }
        #expect(
            places == ["participations.csv:2", "participations.csv:6", "participations.csv:7", "participations.csv:9"])
    }

    @Test func aPackedFileIsNamedAsItIs() throws {
        let folder = try TemporaryFolder(TinyDataset.files)
        _ = try run("/bin/sh", ["-c", "gzip participations.csv"], folder: folder.path)
        let places = try records(of: "named-trainees", in: folder.path).map { $0["place"] }
        #expect(places.first == "participations.csv.gz:2" && places.count == 4)
    }

    /// The rows of the list by column, from its tab-separated form.
    private func records(of measure: String, in folder: String) throws -> [[String: String]] {
        let result = try run(
            try builtProgram(), ["records", folder, "--measure", measure, "--today", "2019-12-31", "-q", "-f", "tsv"])
        try #require(result.code == 0, "\(result.errors)")
        let lines = result.text.parted(at: "\n").filter { !$0.isEmpty }.map { $0.parted(at: "\t") }
        return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(lines[0], $0)) }
    }
}

/// The rows of the files of a folder, each file read once.
private struct LinesOfFiles {
    let folder: String
    private var files: [String: (headings: [String], lines: [String])] = [:]

    init(folder: String) { self.folder = folder }

    /// Whether the line that a record is said to stand on has the record's identifiers.
    mutating func have(_ record: [String: String]) throws -> Bool {
        let place = try #require(record["place"]).parted(at: ":")
        let file = try file(place[0])
        let fields = file.lines[try #require(Int(place[1])) - 1].parted(at: ",")
        for column in ["session_id", "trainee_id", "trainer_id", "status", "participants", "capacity"] {
            guard let index = file.headings.firstIndex(of: column), let listed = record[column], !listed.isEmpty else {
                continue
            }
            guard fields[index] == listed else { return false }
        }
        return true
    }

    private mutating func file(_ name: String) throws -> (headings: [String], lines: [String]) {
        if let known = files[name] { return known }
        let lines = try String(contentsOfFile: folder + "/" + name, encoding: .utf8).parted(at: "\n")
        let read = (headings: lines[0].parted(at: ","), lines: lines)
        files[name] = read
        return read
    }
}

extension String {
    /// The parts between the places of a sign, found by bytes: by characters it takes ten times as long.
    fileprivate func parted(at sign: Unicode.Scalar) -> [String] {
        utf8.split(separator: UInt8(ascii: sign), omittingEmptySubsequences: false).map { String(Substring($0)) }
    }
}
