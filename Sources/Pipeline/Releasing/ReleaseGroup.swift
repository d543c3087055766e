import Aggregation
import Records
import Releases
import Reporting
import Support

/// Releases of one dataset whose figures are answered in the same readings of the records.
///
/// What is wrong with one of them is noted down for it, and keeps none of the others back.
struct ReleaseGroup {
    private struct Member {
        let question: ReleaseQuestion
        let run: DatasetRun
        let pack: ReportPack
        let definition: Manifest.Digest?
        var inquiry: ReportInquiry
    }

    private let runs: SeveralRuns
    private var members: [Member] = []
    private var failures: [ReleaseQuestion: any Error] = [:]

    /// Opens the dataset of a release, and takes in as many others of the dataset as have no more weight together than there is
    /// room for.
    ///
    /// - Throws: What keeps the dataset from being opened.
    init(
        _ first: ReleaseQuestion, _ others: [ReleaseQuestion], room: Int, _ environment: PipelineEnvironment
    ) throws {
        runs = try SeveralRuns(
            try ReportRequest(first).dataset, alsoAsOf: Set(others.map(\.planned.reportingDay)), environment)
        var room = room
        for question in [first] + others {
            guard let run = runs.run(asOf: question.planned.reportingDay) else { continue }
            do {
                let member = try Self.member(question, run)
                room -= member.inquiry.weight
                if room < 0, !members.isEmpty { break }
                members.append(member)
            } catch {
                failures[question] = error
            }
        }
    }

    private static func member(_ question: ReleaseQuestion, _ run: DatasetRun) throws -> Member {
        let path = question.report.definition
        let bytes = try path.map(DefinitionFile.bytes)
        let pack = try ReportPack(try ReportRequest(question), bytes, on: run)
        let digest = bytes.map {
            Manifest.Digest(file: FilePath.parts(of: path ?? "").name, sha256: SHA256.hexadecimal(of: $0))
        }
        return Member(question: question, run: run, pack: pack, definition: digest, inquiry: try pack.inquiry())
    }

    /// Reads the records and answers what the releases ask; each has its answers, or why it cannot be made.
    ///
    /// - Throws: What keeps the records from being read.
    consuming func answered() throws -> [ReleaseQuestion: Result<AnsweredRelease, any Error>] {
        try decide()
        guard !members.isEmpty else { return failures.mapValues { .failure($0) } }
        let answers = try runs.answers(to: members.map { .init(run: $0.run, requests: $0.inquiry.requests) })
        var accepted: [(member: Member, answers: DisclosedAnswers)] = []
        for (member, answers) in zip(members, answers) {
            do {
                try member.run.acceptRecords(for: member.inquiry.requests)
                accepted.append((member, answers))
            } catch {
                failures[member.question] = error
            }
        }
        let withRejected = try runs.answersWithRejectedRows(
            to: accepted.map { .init(run: $0.member.run, requests: $0.member.inquiry.publishedRequests) })
        var result: [ReleaseQuestion: Result<AnsweredRelease, any Error>] = failures.mapValues { .failure($0) }
        for ((member, answers), withRejected) in zip(accepted, withRejected) {
            result[member.question] = .success(
                AnsweredRelease(
                    writer: member.pack.writer,
                    report: try AnsweredReport(
                        member.inquiry, answers, withRejected: withRejected, try runs.provenance(of: member.run),
                        member.run.description, completeIn: member.pack.writer.completeTables),
                    definition: member.definition, weight: member.inquiry.weight))
        }
        return result
    }

    /// Answers what decides which members count, of all releases together, until nothing is left to be decided.
    private mutating func decide() throws {
        while true {
            let open = members.indices.filter { !members[$0].inquiry.deciding.isEmpty }
            guard !open.isEmpty else { return }
            let answers = try runs.ranks(
                open.map { .init(run: members[$0].run, requests: members[$0].inquiry.deciding) })
            for (index, answers) in zip(open, answers) { try members[index].inquiry.decide(by: answers) }
        }
    }
}
