import Reporting

/// Errors of the pipeline, besides those that reading, computing and writing throw.
package enum PipelineError: Error {
    /// A file that must be there cannot be read.
    case missingFile(message: String, hint: String?)
    /// The request contradicts itself.
    case badRequest(message: String, hint: String?)
    /// The records have more errors than are allowed.
    case refusedRecords(message: String, hint: String?)
}

/// What is wrong with a file that defines a report or a schedule.
package struct DefinitionFileError: Error {
    /// The file; nil for the built-in report.
    package let path: String?
    /// All problems.
    package let errors: DefinitionErrors

    /// Runs work on the definition in a file, and adds the file to its errors.
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
