import Records
import Support
import TestSupport
import TrainingStats

@testable import Releases

/// Makes releases of one table from the lines of a file: a figure a period.
///
/// A line of `records.csv` is a day and a number; the figure of a period is the sum of its days.
final class PlainMaker: ReleaseMaker {
    struct Refusal: Error {}

    /// The orders that came, in their order.
    private(set) var orders: [String] = []
    /// Called before a release is made.
    var before: (ReleaseOrder) throws -> Void = { _ in }

    func make(
        _ order: ReleaseOrder, into folder: String, before following: () -> [ReleaseQuestion]
    ) throws -> ReleaseOutcome {
        orders.append("\(order.report.name) \(order.planned.period.label) r\(order.revision)")
        try before(order)
        let path = order.report.dataset + "/courses.csv"
        let lines = String(decoding: try FileSystem.bytes(of: path), as: UTF8.self).split(separator: "\n")
        let input = Manifest.Input(
            file: "courses.csv", sha256: try SHA256.hexadecimal(ofFileAt: path), rows: lines.count, rejected: 0)
        let sum = lines.reduce(0) { sum, line in
            let fields = line.split(separator: ",")
            guard let day = CivilDate(fields[0]), order.planned.period.contains(day) else { return sum }
            return sum + (Int(fields[1]) ?? 0)
        }
        if sum == 0, order.report.nothingToReport == .skip, order.former == nil { return .nothing(inputs: [input]) }
        let text = "measure,value\nsum,\(sum)\n"
        if let former = order.former, former.manifest.provisionalUntil == order.planned.provisionalUntil?.description,
            try FileSystem.bytes(of: former.folder + "/tables/sums.csv") == Array(text.utf8)
        {
            return .unchanged(inputs: [input])
        }
        try FileSystem.makeFolder(folder + "/tables", mode: 0o700)
        try AtomicFile.write(Array(text.utf8), to: folder + "/tables/sums.csv", mode: 0o600)
        return .made(
            ReleaseContent(
                timeZone: "Asia/Kuwait", tool: "test", definition: nil, inputs: [input],
                tables: [.init(id: "sums", keys: 1)]))
    }
}
