import Records
import Support
import TrainingStats

/// A file with a mapping, read as far as it can be, so that all its mistakes are told at once: those of the file itself, and
/// headings that the register does not have.
///
/// ```swift
/// let file = try MappingFile(json: bytes, path: "register.mapping.json")
/// let sheets = try RegisterSheet.all(in: "register.xlsx", separator: file.mapping.separator)
/// try file.check(in: sheets)
/// ```
package struct MappingFile: Sendable {
    /// The mapping; where something is wrong with the file, what could be read of it.
    package let mapping: Mapping
    private let path: String
    private let document: JSONDocument
    private let problems: [JSONProblem]

    /// Reads a file of JSON, in which `//` and `/* */` comments may stand.
    ///
    /// - Throws: ``ImportError/badMapping(path:problems:)`` where it is no JSON.
    package init(json bytes: [UInt8], path: String) throws(ImportError) {
        do throws(JSONReader.Fault) {
            document = try JSONReader.read(bytes)
        } catch {
            throw .badMapping(
                path: path,
                problems: [JSONProblem(path: "character \(error.column)", message: error.reason, line: error.line)])
        }
        var decoder = MappingDecoder()
        mapping = decoder.mapping(document.root)
        problems = decoder.problems
        self.path = path
    }

    /// Refuses a file that is wrong in itself.
    ///
    /// - Throws: ``ImportError/badMapping(path:problems:)`` with all that is wrong, each with its line.
    package func check() throws(ImportError) { try refuse(problems) }

    /// Refuses a file that is wrong in itself, or names sheets and headings that are not there.
    ///
    /// - Throws: ``ImportError/badMapping(path:problems:)`` with all that is wrong, each with its line.
    package func check(in sheets: [RegisterSheet]) throws(ImportError) {
        try refuse(problems + settingProblems + MappingCheck(of: mapping, in: sheets).problems)
    }

    /// What is wrong with the settings that the mapping gives to the dataset.
    private var settingProblems: [JSONProblem] {
        do throws(ReadError) {
            _ = try DatasetSettings.decode(Array(JSONNode.object(mapping.dataset).text.utf8), path: path)
            return []
        } catch {
            guard case .badSettings(_, let found) = error else {
                return [JSONProblem(path: "dataset", message: error.message)]
            }
            return found.map { JSONProblem(path: JSONDocument.path(of: $0.path, in: "dataset"), message: $0.advice) }
        }
    }

    private func refuse(_ problems: [JSONProblem]) throws(ImportError) {
        guard !problems.isEmpty else { return }
        let placed = problems.map { problem in
            var placed = problem
            placed.line = document.line(of: problem.path)
            return placed
        }
        throw .badMapping(path: path, problems: placed.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
}
