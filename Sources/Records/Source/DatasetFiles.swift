import Foundation
import Support
import TrainingStats

/// What can be known of a dataset in a folder without reading its records.
public struct DatasetFiles: Sendable {
    private let folder: String

    static let settingsFile = "dataset.json"

    /// The files of a folder.
    public init(folder: String) { self.folder = folder }

    /// The settings; the defaults where the dataset states none.
    ///
    /// - Throws: ``ReadError`` where the folder is missing or `dataset.json` is wrong.
    public func settings() throws(ReadError) -> DatasetSettings {
        try requireFolder()
        guard let file = try InputFile(Self.settingsFile, path: folder + "/" + Self.settingsFile) else {
            return DatasetSettings()
        }
        return try Self.settings(at: file.path).settings
    }

    /// The settings in a file, and the keys that mean nothing in it.
    static func settings(
        at path: String
    ) throws(ReadError) -> (settings: DatasetSettings, unknownKeys: [SettingsDecoder.UnknownKey]) {
        let bytes: [UInt8]
        do throws(FileError) { bytes = try FileSystem.bytes(of: path) } catch { throw ReadError(error) }
        return try SettingsDecoder.decode(bytes, path: path)
    }

    /// The files that a reading would take in, in its order, as they stand now.
    ///
    /// - Throws: ``ReadError`` where the folder is missing, or a file of such a name is none.
    public func inputs() throws(ReadError) -> [InputFile] {
        try requireFolder()
        var inputs: [InputFile] = []
        let names = RecordTable.allCases.flatMap(\.fileNames)
        for name in [Self.settingsFile] + names {
            if let input = try InputFile(name, path: folder + "/" + name) { inputs.append(input) }
        }
        return inputs
    }

    private func requireFolder() throws(ReadError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw .missing(path: folder, remedy: "give the folder that holds the dataset's CSV files")
        }
        guard isFolder.boolValue else {
            throw .unreadable(path: folder, reason: "it is a file; give the folder that holds the dataset's CSV files")
        }
    }
}
