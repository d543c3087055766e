import Importing
import Pipeline
import Records
import Reporting
import Support
import TrainingStats

/// Where an imported dataset goes.
enum ImportTarget {
    /// A folder of CSV files.
    case folder(String)
    /// A workbook as `tadrib template` makes it, filled.
    case workbook(String)

    /// The target at a path; a workbook that is there already is not replaced, since people may have typed into it.
    init(_ path: String) throws(CommandError) {
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
        let isFolder = FileStatus.kind(of: path) == .folder
        let source = DatasetPath.source(path)
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
        let copy = try DatasetCopy(of: source)
        try target?.write(source, files: { copy.files }, arguments, process)
        if !arguments.isOn(.quiet) {
            let place = arguments[.into].map { $0 + ": " } ?? ""
            tell(place + arguments.language(Counted.ofRecords, copy.rows))
        }
        return .done
    }
}
