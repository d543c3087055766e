import Foundation
import Support

/// A session at a server of Spark Connect; views that are made in it go when it ends.
///
/// Several threads may ask at once.
///
///     let connection = try SparkConnection(SparkAddress("sc://127.0.0.1:15002/training"), variables: variables)
///     try connection.rows(of: "select cast(count(*) as string) n from sessions") { batch in print(batch.row(0)) }
package final class SparkConnection: Sendable {
    /// The server.
    package let address: SparkAddress
    private let session = UUID().uuidString.lowercased()
    private let headers: [String]
    private let authority: String?
    private let patience: Duration

    /// A session that begins with the first call.
    ///
    /// `variables` are those of the environment: `TADRIB_SPARK_TOKEN` or `TADRIB_SPARK_TOKEN_FILE`, and `SSL_CERT_FILE`.
    /// `patience` is how long what answers there may send nothing at all before it is taken for no server of HTTP/2; it is no
    /// limit for queries.
    package init(
        _ address: SparkAddress, variables: [String: String] = ProcessInfo.processInfo.environment,
        patience: Duration = .seconds(15)
    ) throws(SparkError) {
        self.address = address
        self.patience = patience
        headers = try SparkToken(variables, for: address).map { [$0.header] } ?? []
        authority = variables["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
    }

    deinit {
        // The server ends sessions that nobody uses; whatever keeps it from ending this one now does no harm, and is not waited for.
        do {
            try finish(call("ReleaseSession", milliseconds: 2_000) { $0.text(3, Self.client) })
        } catch {}
    }

    /// Begins to run a query whose columns are all texts.
    package func answer(to sql: String) throws(SparkError) -> sending SparkAnswer { try answer(to: .query(sql)) }

    /// Begins to run a plan whose columns are all texts.
    package func answer(to plan: SparkPlan) throws(SparkError) -> sending SparkAnswer {
        SparkAnswer(
            try call("ExecutePlan") {
                plan.write(3, to: &$0)
                $0.text(4, Self.client)
            })
    }

    /// Runs a query whose columns are all texts, and hands its rows on as they come, at least one batch for any row.
    ///
    /// Until this ends without an error, what was handed on is not complete.
    package func rows(of sql: String, each: (TextBatch) throws -> Void) throws {
        let answer = try answer(to: sql)
        while let batch = try answer.next() { try each(batch) }
    }

    /// The rows of a query, which are few.
    package func rows(of sql: String) throws(SparkError) -> [[String?]] { try rows(of: .query(sql)) }

    /// The rows of a plan, which are few.
    package func rows(of plan: SparkPlan) throws(SparkError) -> [[String?]] {
        let answer = try answer(to: plan)
        var rows: [[String?]] = []
        while let batch = try answer.next() {
            for row in 0..<batch.rows { rows.append(batch.row(row)) }
        }
        return rows
    }

    /// Runs a statement that has no rows to give, such as one that makes a view.
    package func run(_ sql: String) throws(SparkError) { try run(.statement(sql)) }

    /// Runs a plan for what it does.
    package func run(_ plan: SparkPlan) throws(SparkError) {
        try finish(
            try call("ExecutePlan") {
                plan.write(3, to: &$0)
                $0.text(4, Self.client)
            })
    }

    /// The names of the columns that a query or files have.
    package func columns(of plan: SparkPlan) throws(SparkError) -> [String] {
        let call = try call("AnalyzePlan") {
            $0.text(3, Self.client)
            $0.message(4) { plan.write(1, to: &$0) }
        }
        var names: [String] = []
        while let message = try call.next() {
            // AnalyzePlanResponse.schema.schema.struct.fields.name
            for schema in try ProtobufReader.fields([2, 1, Self.structType, 1, 1], of: message[...]) {
                names.append(String(decoding: schema, as: UTF8.self))
            }
        }
        return names
    }

    /// The number of `struct` in `DataType`.
    private static let structType = 21
    private static let client = "tadrib"

    /// Begins a call: session and user first, as all requests have them, and what a closure writes.
    private func call(
        _ method: String, milliseconds: Int? = nil, _ write: (inout ProtobufWriter) -> Void
    ) throws(SparkError) -> sending RemoteCall {
        let request = ProtobufWriter.message { message in
            message.text(1, session)
            message.message(2) { $0.text(1, address.user) }
            write(&message)
        }
        return try RemoteCall(
            address.url + "/spark.connect.SparkConnectService/" + method, headers: headers, message: request,
            authority: authority, milliseconds: milliseconds, patience: patience)
    }

    private func finish(_ call: RemoteCall) throws(SparkError) {
        while try call.next() != nil {}
    }
}

/// The rows of an answer, as they come.
package final class SparkAnswer {
    private let call: RemoteCall
    private var waiting: ArraySlice<TextBatch> = []

    init(_ call: sending RemoteCall) { self.call = call }

    /// The next rows; nil at the end of a complete answer.
    package func next() throws(SparkError) -> TextBatch? {
        while waiting.isEmpty {
            guard let message = try call.next() else { return nil }
            var batches: [TextBatch] = []
            // ExecutePlanResponse.arrow_batch
            for batch in try ProtobufReader.fields(2, of: message[...]) {
                for stream in try ProtobufReader.fields(2, of: batch) {
                    batches += try ArrowDecoder.batches(of: stream)
                }
            }
            waiting = batches[...]
        }
        return waiting.popFirst()
    }
}
