import Importing
import Pipeline
import Records
import Reporting
import Stores
import Support
import TrainingStats
import Writers

/// Where an imported dataset goes.
enum ImportTarget {
    /// A folder of CSV files.
    case folder(String)
    /// A workbook as `tadrib template` makes it, filled.
    case workbook(String)
    /// A store in a database, which keeps what was known earlier.
    case store(StorePlace)

    /// The target at a path; a workbook that is there already is not replaced, since people may have typed into it.
    ///
    /// The schema is one of a PostgreSQL database.
    init(_ path: String, schema: String?) throws(CommandError) {
        let place = StorePlace(path, schema: schema)
        if case .sqlite("") = place {
            throw .usage(
                .init(en: "--into: no file is named", ar: "--into: لم يُذكر ملف"),
                hint: .init(en: "for instance --into sqlite:training.db", ar: "مثلاً --into sqlite:training.db"))
        }
        if let place {
            self = .store(place)
            return
        }
        guard path.lowercased().hasSuffix(".xlsx") else {
            self = .folder(path)
            return
        }
        guard FileStatus(path) == nil else {
            throw CommandError(
                code: .cannotCreate,
                message: .init(
                    en: "\(path): a file of this name is there already", ar: "\(path): يوجد ملف بهذا الاسم"),
                hint: .init(en: "give another name, or remove it", ar: "اختر اسماً آخر أو احذفه"))
        }
        self = .workbook(path)
    }

    /// Writes a dataset, whose files are asked for only if they are needed.
    func write(
        _ source: any RecordSource, files: () throws -> [(name: String, bytes: [UInt8])], _ arguments: Arguments,
        _ process: ProcessEnvironment
    ) throws {
        switch self {
        case .store(let place):
            // Rows that the mapping cannot take over have been told and left out already.
            try Self.update(place, from: source, arguments, process)
        case .folder(let path): try ImportFolder(path).write(try files(), from: arguments.operands)
        case .workbook(let path):
            let zone = try source.contents().datasetSettings().timeZone
            let request = TemplateRequest(
                languages: [arguments.language], source: source,
                today: arguments[.today] ?? process.today(in: zone))
            _ = try TemplateWriter(request, tool: Tadrib.tool).write(to: path)
        }
    }

    /// Takes a dataset over as it is, where the only source is one already; nil where it is not.
    static func passThrough(
        to target: ImportTarget?, _ arguments: Arguments, _ process: ProcessEnvironment
    ) throws -> ExitCode? {
        // A mapping says that the source is a register, whatever its sheets are called.
        guard let path = arguments.operands.first, arguments.operands.count == 1, arguments[.mapping] == nil,
            FileStatus(Command.usualMapping(of: path)) == nil
        else { return nil }
        let isFolder =
            FileStatus.kind(of: path) == .folder || StorePlace(path) != nil || DatasetPath.isSpark(path)
        // A schema is one of the store, if it has schemas.
        let schema = if case .store(.postgresql) = target { String?.none } else { arguments[.schema] }
        let source = try DatasetPath.source(path, asOf: arguments[.asOf], schema: schema)
        guard isFolder || source is WorkbookSource else { return nil }
        do throws(ReadError) {
            guard try DatasetCopy.isDataset(source) else {
                if !isFolder { return nil }
                throw .missing(
                    path: path + "/courses.csv",
                    remedy: .init(
                        en: "give a dataset, or the files of a register", ar: "اذكر مجموعة بيانات أو ملفات سجل التسجيل")
                )
            }
        } catch {
            // What keeps a workbook from being a dataset, such as merged headings, is usual in a register.
            if isFolder { throw error }
            return nil
        }
        if case .store(let place) = target {
            try update(place, from: source, arguments, process)
            return .done
        }
        let copy = try DatasetCopy(of: source)
        try target?.write(source, files: { copy.files }, arguments, process)
        if !arguments.isOn(.quiet) {
            let place = arguments[.into].map { $0 + ": " } ?? ""
            tell(place + arguments.language(Counted.ofRecords, copy.rows))
        }
        return .done
    }

    /// Brings a store up to a dataset, and tells what has become of its rows.
    private static func update(
        _ place: StorePlace, from source: any RecordSource, _ arguments: Arguments, _ process: ProcessEnvironment
    ) throws {
        let path = place.path
        if FileStatus.areSame(path, source.path) {
            throw CommandError.usage(
                .init(
                    en: "--into: '\(path)' is the dataset itself", ar: "--into: «\(path)» هو مجموعة البيانات نفسها"),
                hint: .init(en: "give another file", ar: "اختر ملفاً آخر"))
        }
        let request = DatasetRequest(
            source: source, today: arguments[.today], rejectionLimit: arguments[.maxRejects] ?? .rows(0),
            isStrict: arguments.isOn(.strict))
        let entry = StoreImport.Entry(
            time: process.now.formatted(.iso8601), user: process.user,
            source: arguments.operands.map(PostgreSQLAddress.withoutPasswords).joined(separator: " "),
            tool: Tadrib.tool,
            files: try files(of: source, arguments.operands))
        let outcome = try StoreUpdate(dataset: request, store: place, entry: entry).run(process.pipeline(arguments))
        if !arguments.isOn(.quiet) {
            let language = arguments.language
            for line in ImportReport(outcome, store: path, language).lines { tell(terminalText(line)) }
        }
    }

    /// The files that an import reads, with their digests: those of a dataset, or the register itself.
    private static func files(
        of source: any RecordSource, _ operands: [String]
    ) throws -> [(name: String, sha256: String)] {
        let inputs = try source.contents().inputs.map { ($0.name, try $0.sha256()) }
        if inputs.contains(where: { !$0.1.isEmpty }) { return inputs }
        return try operands.filter { FileStatus.kind(of: $0) == .file }.map {
            (FilePath.parts(of: $0).name, try SHA256.hexadecimal(ofFileAt: $0))
        }
    }
}
