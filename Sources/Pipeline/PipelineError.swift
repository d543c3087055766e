import Reporting
import Support

/// Errors of the pipeline, besides those that reading, computing and writing throw.
package enum PipelineError: Error, Hashable, Sendable {
    /// A file that defines a report or a schedule is missing or cannot be read.
    case unreadableDefinition(path: String)
    /// The dataset has no published figures to compare.
    case noPublishedFigures(path: String)
    /// The dataset has no targets.
    case noTargets(path: String)
    /// The dataset has no requirements.
    case noRequirements(path: String)
    /// No course states how long its completion is valid.
    case noValidity(path: String)
    /// The folder for rejected rows is the dataset itself, whose files would be replaced.
    case rejectsIntoDataset(folder: String)
    /// The file to be written is the dataset itself.
    case outputIsDataset(path: String)
    /// A copy with the findings is asked for of a dataset that is no workbook.
    case copyOfNoWorkbook(target: String, source: String)
    /// The copy with the findings would replace the workbook itself.
    case copyIsSource(path: String)
    /// A data package is asked for of a dataset that has no files of its own.
    case packageOfNoFolder(target: String, source: String)
    /// A data package is to be written elsewhere than beside the files that it describes.
    case packageElsewhere(target: String, source: String)
    /// The days of a session are not known, or too many for a register.
    case noDaysOfSession(String, most: Int)
    /// No session or trainee has an identifier.
    case unknownRecord(String, kind: RecordKind, table: String, suggestion: BilingualText?)
    /// A row of a table cannot be taken apart into fields.
    case rowWithoutFields(place: String, problem: BilingualText)
    /// The records are refused.
    case refused(Refusal)
    /// There is no browser that prints pages as PDF.
    case noBrowser
    /// The browser has printed no page.
    case browserFailed(program: String, said: String)
    /// The records of a scheduled report are refused.
    case refusedForSchedule(dataset: String, Refusal)
}

/// What a list of persons is asked for by.
package enum RecordKind: Hashable, Sendable { case session, trainee }

/// Why records are refused.
package enum Refusal: Hashable, Sendable {
    /// Nothing can be read of these files, and no limit of rejected rows excuses that.
    case uselessFiles([String])
    /// More rows are rejected than allowed.
    case tooManyRejected(rejected: Int, rows: Int)
    /// There are warnings, and none is allowed.
    case warnings(Int)
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
    package var lines: [BilingualText] {
        errors.problems.map { problem in
            let place = [path ?? "", problem.path].filter { !$0.isEmpty }.joined(separator: ": ")
            return BilingualText(en: place + ": " + problem.advice)
        }
    }
}
