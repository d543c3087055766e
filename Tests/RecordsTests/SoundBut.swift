import Foundation
import Records
import TestSupport

/// The sound dataset of ``FindingTests`` with one file that is not, given as bytes; a name in `.gz` takes the plain
/// file's place.
func folderSoundBut(_ file: String, _ bytes: [UInt8]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder(FindingTests.sound)
    if file.hasSuffix(".gz") { unlink(folder.path + "/" + file.dropLast(3)) }
    try folder.write(Data(bytes), to: file)
    return folder
}

/// Reads the sound dataset of ``FindingTests`` with one file that is not.
func soundBut(_ file: String, _ bytes: [UInt8]) throws -> LoadedDataset {
    let folder = try folderSoundBut(file, bytes)
    return try withExtendedLifetime(folder) { try LoadedDataset(folder: folder.path) }
}

/// Reads the sound dataset of ``FindingTests`` with one file that is not.
func soundBut(_ file: String, _ text: String) throws -> LoadedDataset { try soundBut(file, Array(text.utf8)) }

extension LoadedDataset {
    /// What was found in a file.
    func findings(in file: String) -> [Finding] { log.findings.filter { $0.file == file } }
}
