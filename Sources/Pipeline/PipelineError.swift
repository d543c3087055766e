import Reporting

/// Why a piece of work cannot be done, besides what reading, computing and writing throw themselves.
package enum PipelineError: Error {
    /// A file that must be there cannot be read.
    case missingFile(message: String, hint: String?)
    /// The request contradicts itself.
    case badRequest(message: String, hint: String?)
    /// The records have more errors than are let pass.
    case refusedRecords(message: String, hint: String?)
}

/// What is wrong with a file that defines a report or a schedule.
package struct DefinitionFileError: Error {
    /// The file; nil for the built-in report.
    package let path: String?
    /// All that is wrong.
    package let errors: DefinitionErrors

    /// Does work on a file's definition, and names the file in what is wrong with it.
    package static func naming<Result>(
        _ path: String?, _ work: () throws(DefinitionErrors) -> Result
    ) throws(DefinitionFileError) -> Result {
        do throws(DefinitionErrors) {
            return try work()
        } catch {
            throw DefinitionFileError(path: path, errors: error)
        }
    }

    /// A line for each problem: file, place, what is wrong, and the nearest right spelling.
    package var lines: [String] {
        errors.problems.map { problem in
            [path ?? "", problem.path].filter { !$0.isEmpty }.joined(separator: ": ") + ": " + problem.advice
        }
    }
}
