import Foundation
import Support

/// `tadrib.json` of the working folder: option names without dashes, and `dataset`.
struct ConfigurationFile {
    /// Each setting as the text that would stand on the command line.
    private(set) var settings: [String: String] = [:]

    /// Reads the file; without one there are no settings.
    ///
    /// - Throws: ``CommandError`` naming the setting that is wrong and the nearest right spelling.
    init(in folder: String) throws(CommandError) {
        let path = folder + "/tadrib.json"
        guard FileStatus(path) != nil else { return }
        func wrong(_ text: String) -> CommandError {
            CommandError(code: .configuration, message: "tadrib.json: \(text)")
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw wrong("it cannot be read") }
        guard let object = try? JSONDecoder().decode([String: Setting].self, from: data) else {
            throw wrong("it is not a JSON object")
        }
        let known = Command.allOptions.filter { $0.options[0].isConfigurable }.map(\.name) + ["dataset"]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            guard known.contains(key) else {
                let nearest = Spelling.nearest(to: key, among: known)
                throw wrong("there is no setting '\(key)'" + Spelling.ending(suggesting: nearest))
            }
            guard let text = value.text else {
                throw wrong("'\(key)' is neither a text nor a number nor true or false")
            }
            settings[key] = text
        }
    }

    /// A value of the file.
    private struct Setting: Decodable {
        /// The value as text; nil of a list, an object or null, which no option can take.
        let text: String?

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else if let isOn = try? container.decode(Bool.self) {
                text = isOn ? "true" : "false"
            } else if let whole = try? container.decode(Int.self) {
                text = String(whole)
            } else {
                text = (try? container.decode(Double.self)).map { "\($0)" }
            }
        }
    }
}
