import Records
import Stores

/// Brings a store up to the records of a dataset.
package struct StoreUpdate {
    /// The records, and how many errors are allowed.
    package var dataset: DatasetRequest
    /// The store, which is made if there is none.
    package var store: StorePlace
    /// What the log of imports says.
    package var entry: StoreImport.Entry

    /// An update given by its parts.
    package init(dataset: DatasetRequest, store: StorePlace, entry: StoreImport.Entry) {
        self.dataset = dataset
        self.store = store
        self.entry = entry
    }

    /// Checks the records and takes them over; rows with errors are left out if so many are allowed.
    ///
    /// They are read twice: whether a row has an error may show only when others have been read.
    package func run(_ environment: PipelineEnvironment) throws -> ImportOutcome {
        var rejected: [RecordTable: Set<Int>] = [:]
        let check = try DatasetRun(
            dataset, environment, onReject: { rejected[$0.table, default: []].insert($0.finding.line) })
        try check.readAccepted()
        return try StoreImport(into: store).run(check.reader.contents, leavingOut: rejected, as: entry)
    }
}
