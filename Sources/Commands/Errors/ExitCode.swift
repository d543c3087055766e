/// The exit codes of the program, as in sysexits.h.
public enum ExitCode: Int32, Sendable, CaseIterable {
    case done = 0
    /// A published figure is not met, a target is missed, a file of a release differs from its manifest, or a release is overdue.
    case notMet = 1
    case usage = 64
    case data = 65
    case noInput = 66
    case unavailable = 69
    case fault = 70
    case cannotCreate = 73
    case inputOutput = 74
    case locked = 75
    case noPermission = 77
    case configuration = 78

    /// When the program ends with this code.
    var meaning: String {
        switch self {
        case .done: "The work is done."
        case .notMet:
            Command.all.compactMap { command in
                command.notMet.map { notMet in
                    "Of \(command.name)\(notMet.option.map { " --" + $0.name } ?? ""): \(notMet.meaning)."
                }
            }.joined(separator: " ")
        case .usage: "The command line is wrong; the message names the word and the nearest right spelling."
        case .data: "The records have errors."
        case .noInput: "An input is missing or cannot be read."
        case .unavailable:
            "A server cannot be reached, or its answer was cut off; no partial figure is shown. Or a release was not delivered."
        case .fault: "A fault of the program."
        case .cannotCreate: "The output cannot be created."
        case .inputOutput: "Input or output failed midway; nothing half-written stays."
        case .locked: "Another run holds the lock, and does the work."
        case .noPermission: "A server does not accept the user, the password or the token."
        case .configuration: "A schedule, a report definition, dataset.json, measures.json or tadrib.json is wrong."
        }
    }
}
