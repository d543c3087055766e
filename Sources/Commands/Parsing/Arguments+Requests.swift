import Aggregation
import Pipeline
import Records
import Reporting
import Stores
import Support

/// Turns options into the requests that the pipeline takes.
extension Arguments {
    /// Which records are read.
    ///
    /// `counting` says that sums are enough for the command: then participations are counted where they are, if the source can do
    /// that and nobody wants them handed over.
    ///
    /// - Throws: ``CommandError`` where the output would replace them.
    func datasetRequest(counting: Bool = false) throws -> DatasetRequest {
        let source = try DatasetPath.source(try dataset(), asOf: self[.asOf], schema: self[.schema])
        if let output = self[.output], isRecords(output, of: source) {
            throw PipelineError.outputIsDataset(path: output)
        }
        var request = DatasetRequest(
            source: source, today: self[.today],
            notice: self[.within],
            rejectionLimit: self[.maxRejects] ?? .rows(0),
            rejectsFolder: self[.rejects], isStrict: isOn(.strict))
        request.countsThere = counting && !isOn(.handOver)
        request.isExplained = counting && isOn(.explain)
        return request
    }

    /// Whether a path is that of a source, or of a file in its folder that is read.
    private func isRecords(_ path: String, of source: any RecordSource) -> Bool {
        if FileStatus.kind(of: path) == .file, FileStatus.areSame(path, source.path) { return true }
        let (folder, name) = FilePath.parts(of: path)
        return FileStatus.areSame(folder.isEmpty ? "." : folder, source.path)
            && (["dataset.json", "measures.json"] + RecordTable.allCases.flatMap(\.fileNames)).contains(name)
    }

    /// The measures and dimensions of the dataset that an operand names; those of every dataset where there is none.
    func catalogue(ofOperandAt position: Int) throws -> Catalogue {
        guard operands.indices.contains(position) else { return .builtIn }
        return try DatasetRequest(source: try DatasetPath.source(operands[position])).catalogue()
    }

    /// Which of the records count.
    var selection: Selection {
        Selection(
            period: self[.period], filters: self[.where] ?? [], persons: self[.persons] ?? [],
            showsIntervals: isOn(.intervals))
    }

    /// How data files are written.
    var dataStyle: DataStyle {
        var style = DataStyle()
        style.hasByteOrderMark = isOn(.bom)
        style.guardsInjection = !isOn(.noInjectionGuard)
        style.labels = self[.labels] ?? .id
        return style
    }

    /// The language of what is written, the first of several; English by default.
    var language: Language { self[.language] ?? self[.languages]?.first ?? .en }
}

extension ProcessEnvironment {
    /// The environment of the pipeline, with the messages that the options choose.
    func pipeline(_ arguments: Arguments) throws(CommandError) -> PipelineEnvironment {
        var environment = try silentPipeline(arguments)
        environment.listener = ConsoleListener(arguments)
        if ProgressLine.isWanted(arguments, self) { environment.makeProgress = { ProgressLine() } }
        return environment
    }

    /// The same for scheduled work, without messages.
    func silentPipeline(_ arguments: Arguments) throws(CommandError) -> PipelineEnvironment {
        PipelineEnvironment(
            tool: Tadrib.tool, threads: try threads(), prepared: preparedFolder(arguments),
            currentDay: { today(in: $0) },
            printer: PagePrinter(folders: variables["PATH"]))
    }

    /// The folder with prepared records: the one that an option names, else the one in the user's cache; nil if neither is known
    /// or none is wanted.
    private func preparedFolder(_ arguments: Arguments) -> PreparedFolder? {
        if arguments.isOn(.noCache) { return nil }
        func caches(_ variable: String, _ ending: String) -> String? {
            // The specification of these folders takes no relative path.
            variables[variable].flatMap { $0.hasPrefix("/") ? $0 + ending : nil }
        }
        let usual = caches("XDG_CACHE_HOME", "/tadrib") ?? caches("HOME", "/.cache/tadrib")
        return (arguments[.cache] ?? usual).map { PreparedFolder($0, program: Tadrib.tool + " " + Self.build) }
    }

    /// What tells one build of the program from another of the same version: its file, as long as it runs.
    private static let build: String = {
        let status = FileStatus("/proc/self/exe")
        return "\(status?.size ?? 0) \(status?.modified ?? 0)"
    }()
}
