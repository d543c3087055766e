import Foundation
import Pipeline
import Reporting
import Support
import TrainingStats
import Writers

/// Writes a single table to the place and in the format that the options give.
struct TableOutput {
    /// What is written, which decides the formats that can hold it.
    enum Content {
        /// Figures by dimensions, which all formats can hold.
        case figures
        /// Rows of another kind, which SDMX cannot hold.
        case rows
        /// A finished text, the same in all formats.
        case text
    }

    /// The format that the table is written in.
    let format: OutputFormat
    private let writer: TableWriter
    private let labels: DataLabels
    private let printer: PagePrinter
    /// The file to write to; nil for standard output.
    private let path: String?
    /// Whether data are shown in a terminal.
    private let showsData: Bool

    /// Finds out the format and the place, before the command reads anything.
    ///
    /// - Throws: ``CommandError`` if they do not fit each other or the content.
    init(_ arguments: Arguments, _ process: ProcessEnvironment, for content: Content = .rows) throws(CommandError) {
        let output = arguments[.output]
        path = output == "-" ? nil : output
        let ending = path.flatMap { OutputFormat(fileName: $0) }
        if arguments.isGiven(.output), !arguments.isGiven(.format), let ending {
            // A file name on the command line takes precedence over a format that is configured for all commands.
            format = ending
        } else if let format = arguments[.format] {
            self.format = format
        } else if let path {
            guard let ending else {
                throw CommandError.usage(
                    .init(
                        en: "'\(path)' does not tell its format by its ending",
                        ar: "لا تدل نهاية «\(path)» على صيغته"),
                    hint: .init(
                        en: "give --format, one of \(Spelling.list(OutputFormat.ofTables.map(\.rawValue)).en)",
                        ar: "اذكر --format، واحداً من \(Spelling.list(OutputFormat.ofTables.map(\.rawValue))(.ar))"))
            }
            format = ending
        } else {
            format = .text
        }
        showsData = path == nil && format != .text && process.terminalWidth != nil
        labels = arguments.dataStyle.labels
        printer = PagePrinter(folders: process.variables["PATH"])
        writer = TableWriter(
            of: format, profile: arguments[.profile] ?? .analyst, style: arguments.dataStyle,
            terminal: process.textWriter(arguments, isForFile: path != nil))
        if case .workbook = writer, path == nil, process.terminalWidth != nil {
            throw CommandError.usage(
                .init(en: "a workbook cannot be shown in a terminal", ar: "لا يُعرض المصنف في الطرفية"),
                hint: .init(en: "give -o FILE.xlsx", ar: "اكتب -o FILE.xlsx"))
        }
        if case .pages = writer {
            guard path != nil || process.terminalWidth == nil else {
                throw CommandError.usage(
                    .init(en: "PDF cannot be shown in a terminal", ar: "لا تُعرض صيغة PDF في الطرفية"),
                    hint: .init(en: "give -o FILE.pdf", ar: "اكتب -o FILE.pdf"))
            }
            do throws(PipelineError) { try printer.check() } catch { throw CommandError(error) }
        }
        if case .sdmx = writer, content == .rows { throw Self.withoutFigures }
    }

    private static let withoutFigures = CommandError.usage(
        .init(
            en: "this table has no dimensions and measures for SDMX",
            ar: "ليس في هذا الجدول خصائص ومقاييس تصلح لصيغة SDMX"),
        hint: .init(en: "tables and reports have them", ar: "هي في table وreport"))

    /// Whether it is text for a terminal or a plain file.
    var isText: Bool { format == .text }

    /// Whether a long list is written row by row.
    var streamsRows: Bool {
        switch writer {
        case .rows, .workbook(.analyst): true
        case .text, .document, .pages, .workbook(.publication), .sdmx: false
        }
    }

    /// How members are labelled where data are written row by row; nil in other formats.
    var streamedLabels: DataLabels? {
        if case .rows = writer { labels } else { nil }
    }

    /// Writes a table that the pipeline made.
    func deliver(_ made: SingleTable) throws {
        if let rows = made.rows { return try deliver(made.table, rows, made.context, inputs: made.inputs) }
        try deliver(made.table, made.context, definitions: made.definitions, inputs: made.inputs)
    }

    /// Writes a long list row by row; its table has no rows.
    func deliver(
        _ table: Table, _ rows: RowStream, _ context: ReportContext, inputs: () throws -> [InputRecord]
    ) throws {
        if case .rows(let writer) = writer { return try deliver(rows, by: writer) }
        let document = try Document(table, context, inputs: inputs())
        try deliverWorkbook { place throws(WriteError) in
            for table in document.tables { try writeRecordWorkbook(document, table: table, rows: rows, to: place) }
        }
    }

    /// Writes the table; a workbook or a page also has definitions and the list of input files.
    func deliver(
        _ table: Table, _ context: ReportContext, definitions: [Definition] = [],
        inputs: () throws -> [InputRecord] = { [] }
    ) throws {
        func document() throws -> Document {
            try Document(table, context, definitions: definitions, inputs: inputs())
        }
        switch writer {
        case .text(let text): try deliver(text: text(table, context))
        case .rows(let writer): try deliver(text: writer.text(of: table))
        case .document(let text): try deliver(text: text(document()))
        case .pages:
            try deliver(bytes: try printer.pdf(of: HTMLWriter().text(of: document()), day: context.today))
        case .workbook(let profile):
            let document = try document()
            try deliverWorkbook { place throws(WriteError) in
                try writeWorkbook([document], profile: profile, to: place)
            }
        case .sdmx(let labels): try deliver(table, context, by: SDMXWriter(labels: labels, language: context.language))
        }
    }

    private func deliver(_ rows: RowStream, by writer: some RowWriter) throws(FileError) {
        guard let path else {
            return try writer.write(rows) { (text) throws(FileError) in try print(bytes: Array(shown(text).utf8)) }
        }
        if isDevice(path) {
            let device = try OpenFile(appendingTo: path)
            return try writer.write(rows) { (text) throws(FileError) in try device.write(Array(text.utf8)) }
        }
        let batch = AtomicFileBatch()
        let file = try batch.stage(path)
        try writer.write(rows) { (text) throws(FileError) in try batch.append(Array(text.utf8), to: file) }
        try batch.commit()
    }

    /// Whether a path is a device or a pipe, which cannot be replaced by a finished file.
    private func isDevice(_ path: String) -> Bool {
        FileStatus.kind(of: path).map { [.characterDevice, .pipe].contains($0) } ?? false
    }

    /// Data as a terminal may have them; for files and pipes they stay as they are.
    private func shown(_ text: String) -> String { showsData ? terminalLines(text) : text }

    /// Writes a text.
    func deliver(text: String) throws(FileError) {
        guard path != nil else { return try print(bytes: Array(shown(text).utf8)) }
        try deliver(bytes: Array(text.utf8))
    }

    /// Writes bytes as they are.
    private func deliver(bytes: [UInt8]) throws(FileError) {
        guard let path else { return try print(bytes: bytes) }
        if isDevice(path) {
            return try print(bytes: bytes, toDeviceAt: path)
        }
        try AtomicFile.write(bytes, to: path)
    }

    /// Writes the data; if they go to a file, their structure goes to another file beside it.
    private func deliver(_ table: Table, _ context: ReportContext, by writer: SDMXWriter) throws {
        guard let data = writer.csv(of: table) else { throw Self.withoutFigures }
        guard let path, FileStatus.kind(of: path) ?? .file == .file else { return try deliver(text: data) }
        let batch = AtomicFileBatch()
        try batch.write(Array(data.utf8), to: path)
        let bare = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        try batch.write(
            Array(writer.structures(of: [table], reportingDay: context.today).utf8), to: bare + ".structure.json")
        try batch.commit()
    }

    private func deliverWorkbook(_ write: (String) throws(WriteError) -> Void) throws {
        let batch = AtomicFileBatch()
        if let path {
            try batch.write(to: path, write)
            try batch.commit()
        } else {
            // The library can only write to files. The batch is never committed, so its temporary file is removed.
            let place = try batch.write(to: NSTemporaryDirectory() + "tadrib-\(UUID()).xlsx", write)
            try print(bytes: try FileSystem.bytes(of: place))
        }
    }
}

extension ProcessEnvironment {
    /// A writer for the terminal, if there is one.
    func textWriter(_ arguments: Arguments, isForFile: Bool = false) -> TextWriter {
        guard let terminalWidth, !isForFile else { return TextWriter() }
        let isPlain =
            arguments.isOn(.noColor) || variables["NO_COLOR"].map { !$0.isEmpty } == true
            || variables["TERM"] == "dumb"
        return TextWriter(
            width: terminalWidth, usesStyles: !isPlain, direction: direction(of: arguments.language))
    }

    /// How the terminal shows a language: VTE and the terminals built on it accept a direction since version 0.58, which
    /// `VTE_VERSION` gives as 5800.
    ///
    /// A multiplexer or another terminal that was started from one inherits the variable, but accepts no direction.
    private func direction(of language: Language) -> TextDirection {
        guard language.isRightToLeft, variables["TERM"] != "dumb" else { return .plain }
        let isOverlaid = ["TMUX", "STY", "XTERM_VERSION"].contains { variables[$0] != nil }
        let version = variables["VTE_VERSION"].flatMap { Int($0) } ?? 0
        return version >= 5_800 && !isOverlaid ? .rightToLeft : .leftToRight
    }
}
