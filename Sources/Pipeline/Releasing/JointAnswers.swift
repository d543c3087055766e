import Aggregation
import TrainingStats

/// The answers to what several runs ask, made in one reading of the records.
struct JointAnswers {
    /// Of so many certificates it is held at once what has become of them, on each of several days: a gigabyte or so.
    private static let mostStatuses = 20_000_000

    /// What requests must share to be one bundle: the catalogue, and the day and notice if they are about certificates.
    private struct Key: Hashable {
        /// The position among the different catalogues.
        let catalogue: Int
        let standing: Standing?
    }

    private struct Standing: Hashable {
        let day: CivilDate
        let notice: Int
    }

    private let questions: [SeveralRuns.Question]
    private var catalogues: [Catalogue] = []
    private var requests: [Key: [SummaryRequest]] = [:]
    /// The bundles in the order in which they were first asked for.
    private var order: [Key] = []
    /// The bundle of each request of each question.
    private var keys: [[Key]] = []

    /// The answers to some questions.
    init(_ questions: [SeveralRuns.Question]) {
        self.questions = questions
        for question in questions { take(question) }
    }

    private mutating func take(_ question: SeveralRuns.Question) {
        let (run, catalogue) = (question.run, number(of: question.run.catalogue))
        let keys = question.requests.map { request in
            Key(
                catalogue: catalogue,
                standing: request.asksForCertificates(in: run.catalogue)
                    ? Standing(day: run.today, notice: run.notice) : nil)
        }
        for (key, request) in zip(keys, question.requests) {
            if requests[key] == nil { order.append(key) }
            requests[key, default: []].append(request)
        }
        self.keys.append(keys)
    }

    private mutating func number(of catalogue: Catalogue) -> Int {
        if let known = catalogues.firstIndex(of: catalogue) { return known }
        catalogues.append(catalogue)
        return catalogues.count - 1
    }

    /// Reads the records, and gives the answers to each question.
    ///
    /// `certificates` is asked for if some request is about them, `open` for each reading: a second one is needed where
    /// certificates would be held as of too many days at once.
    func read(
        _ certificates: () throws -> CertificateRegister?, _ open: () throws -> SourceReading
    ) throws -> [Answers] {
        let register = order.contains { $0.standing != nil } ? try certificates() : nil
        var answers: [Key: Answers] = [:]
        for part in parts(certificates: register?.count ?? 0) {
            let reading = try open()
            let bundles = part.map { key in
                RequestBundle(
                    requests[key] ?? [], in: catalogues[key.catalogue],
                    certificates: key.standing.flatMap { register?.asOf($0.day, within: $0.notice) })
            }
            let builders = try BundledBuilders(bundles, on: reading.dataset)
            for (key, found) in zip(part, try reading.participationsAlone(into: builders).finish()) {
                answers[key] = found
            }
        }
        return try zip(questions, keys).map { question, keys in
            var own: [SummaryRequest: Summary] = [:]
            for (request, key) in zip(question.requests, keys) {
                own[request] = try (answers[key] ?? Answers()).summary(of: request)
            }
            return Answers(own)
        }
    }

    /// The bundles of each reading: at least one reading, and of bundles about certificates so many in each as there is room for.
    private func parts(certificates: Int) -> [[Key]] {
        let dated = order.filter { $0.standing != nil }
        let room = max(1, Self.mostStatuses / max(1, certificates))
        var parts = stride(from: 0, to: dated.count, by: room).map { Array(dated[$0...].prefix(room)) }
        let others = order.filter { $0.standing == nil }
        if parts.isEmpty { parts = [[]] }
        parts[0] = others + parts[0]
        return parts
    }
}
