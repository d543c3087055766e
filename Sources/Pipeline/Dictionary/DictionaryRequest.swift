import Aggregation
import Records
import Reporting
import Support
import TrainingStats

/// What is in a dataset, column by column.
package struct DictionaryRequest: Sendable {
    /// The records.
    package var dataset: DatasetRequest
    /// Where the description of the files is written besides; nil for nowhere.
    package var dataPackage: String?
    /// Whether only what fits a terminal is shown: no headings, codes and meanings.
    package var isBrief: Bool
    /// The language of its texts.
    package var language: Language
    /// The digits of its texts and figures; nil for those of the language.
    package var digits: Digits?

    /// A request given by its parts.
    package init(
        dataset: DatasetRequest, dataPackage: String?, isBrief: Bool = false, language: Language, digits: Digits? = nil
    ) {
        self.dataset = dataset
        self.dataPackage = dataPackage
        self.isBrief = isBrief
        self.language = language
        self.digits = digits
    }

    /// Goes through the records as they stand, writes the description of the files if one is asked for, and makes the table.
    package func made(_ environment: PipelineEnvironment) throws -> SingleTable {
        if let dataPackage { try requirePlace(for: dataPackage) }
        let run = try DatasetRun(dataset, environment)
        let contents = run.reader.contents
        let settings = run.dataset.settings
        var profiles: [TableProfile] = []
        for table in RecordTable.allCases {
            if let profile = try TableProfile(of: table, in: contents, settings: settings) { profiles.append(profile) }
        }
        for input in contents.inputs { try input.checkUnchanged() }
        if let dataPackage {
            let paths = Dictionary(uniqueKeysWithValues: profiles.map { ($0.table, $0.file) })
            let description = DataPackage(of: profiles, at: paths, settings: settings)
            try AtomicFile.write(Array(description.json.text.utf8), to: dataPackage)
        }
        let builtIn = Set(Catalogue.builtIn.measures.map(\.id))
        let own = run.catalogue.measures.filter { !builtIn.contains($0.id) }
        return SingleTable(
            DictionaryTable(of: profiles, measures: own, isBrief: isBrief, language).table,
            in: try run.context(in: language, digits: digits), from: run)
    }

    /// Makes sure that the description is written beside the files, whose paths it gives.
    private func requirePlace(for path: String) throws(PipelineError) {
        guard dataset.source is CSVFolder else {
            throw .packageOfNoFolder(target: path, source: dataset.source.path)
        }
        guard FileStatus.areSame(FilePath.folder(of: path), dataset.source.path) else {
            throw .packageElsewhere(target: path, source: dataset.source.path)
        }
    }
}
