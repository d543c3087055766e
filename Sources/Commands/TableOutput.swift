import Foundation
import Pipeline
import Reporting
import Support
import TrainingStats
import Writers

/// Puts a single table where the options say, in the format that they ask for.
struct TableOutput {
    private let arguments: Arguments
    private let process: ProcessEnvironment
    private let format: OutputFormat
    private let path: String?
    private let profile: WorkbookProfile
    private let style: DataStyle

    /// Finds format and place.
    init(_ arguments: Arguments, _ process: ProcessEnvironment) throws(CommandError) {
        self.arguments = arguments
        self.process = process
        let output = arguments[.output]
        path = output == "-" ? nil : output
        profile = arguments[.profile] ?? .analyst
        style = arguments.dataStyle
        let ending = path.flatMap { OutputFormat(fileName: $0) }
        if arguments.isGiven(.output), !arguments.isGiven(.format), let ending {
            // The name of a file on the command line says more than a format set for all commands.
            format = ending
        } else if let format = arguments[.format] {
            self.format = format
        } else if let path {
            guard let ending else {
                throw CommandError.usage(
                    "'\(path)' does not tell its format by its ending",
                    hint: "give --format, one of \(OutputFormat.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            format = ending
        } else {
            format = .text
        }
        if format == .xlsx, path == nil, process.terminalWidth != nil {
            throw CommandError.usage("a workbook cannot be shown in a terminal", hint: "give -o FILE.xlsx")
        }
    }

    /// Whether people read it in a terminal or as plain text.
    var isText: Bool { format == .text }

    /// Whether it is a page for browsers, which shows a picture beside the table.
    var isPage: Bool { format == .html }

    /// Whether each row holds one figure, whatever the layout.
    var isTidy: Bool { format == .sdmxCSV }

    /// Whether programs read it, which want the same columns every time.
    var isData: Bool {
        switch format {
        case .csv, .tsv, .json, .sdmxCSV: true
        case .text, .md, .xlsx, .html: false
        }
    }

    /// Whether a long list is written row by row.
    var streamsRows: Bool { delimitedWriter != nil || format == .xlsx && profile == .analyst }

    /// Writes a table of the pipeline.
    func deliver(_ made: SingleTable) throws {
        try deliver(made.table, made.context, definitions: made.definitions, inputs: made.inputs)
    }

    /// Writes a long list, whose table has no rows, row by row.
    func deliver(_ made: SingleTable, _ rows: RowStream) throws {
        let document = Document(made.table, made.context, inputs: try made.inputs())
        if let delimitedWriter { return try deliver(rows, by: delimitedWriter) }
        try deliverWorkbook { place throws(WriteError) in
            for table in document.tables { try writeRecordWorkbook(document, table: table, rows: rows, to: place) }
        }
    }

    /// Writes the table; a workbook or a page says what its words mean and which files it comes from.
    func deliver(
        _ table: Table, _ context: ReportContext, definitions: [Definition] = [],
        inputs: () throws -> [InputRecord] = { [] }
    ) throws {
        if format == .xlsx {
            return try deliverWorkbook(Document(table, context, definitions: definitions, inputs: inputs()))
        }
        if format == .sdmxCSV { return try deliverSDMX(table, context) }
        if format == .html {
            let document = try Document(table, context, definitions: definitions, inputs: inputs())
            return try deliver(text: HTMLWriter().text(of: document))
        }
        try deliver(text: text(of: table, context))
    }

    private func deliver(_ rows: RowStream, by writer: DelimitedWriter) throws(FileError) {
        guard let path else {
            return try writer.write(rows) { (text) throws(FileError) in try print(bytes: Array(text.utf8)) }
        }
        if isDevice(path) {
            var bytes: [UInt8] = []
            writer.write(rows) { bytes += $0.utf8 }
            return try print(bytes: bytes, toDeviceAt: path)
        }
        let batch = AtomicFileBatch()
        let file = try batch.stage(path)
        try writer.write(rows) { (text) throws(FileError) in try batch.append(Array(text.utf8), to: file) }
        try batch.commit()
    }

    /// Whether a path takes bytes as they come, so that there is no place beside it.
    private func isDevice(_ path: String) -> Bool {
        FileStatus.kind(of: path).map { [.characterDevice, .pipe].contains($0) } ?? false
    }

    /// Writes a text.
    func deliver(text: String) throws(FileError) {
        guard let path else { return try print(bytes: Array(text.utf8)) }
        if isDevice(path) {
            return try print(bytes: Array(text.utf8), toDeviceAt: path)
        }
        try AtomicFile.write(Array(text.utf8), to: path)
    }

    private func text(of table: Table, _ context: ReportContext) -> String {
        if let delimitedWriter { return delimitedWriter.text(of: table) }
        return switch format {
        case .md: MarkdownWriter().text(of: table, context.language)
        case .json: JSONWriter().text(of: table)
        default: process.textWriter(arguments, isForFile: path != nil).text(of: table)
        }
    }

    /// The writer of comma- or tab-separated values, where these are asked for.
    private var delimitedWriter: DelimitedWriter? {
        switch format {
        case .csv: .csv(hasByteOrderMark: style.hasByteOrderMark, guardsInjection: style.guardsInjection)
        case .tsv: .tsv(hasByteOrderMark: style.hasByteOrderMark, guardsInjection: style.guardsInjection)
        case .text, .md, .json, .xlsx, .html, .sdmxCSV: nil
        }
    }

    /// Writes the data, and beside a file of it the structure that it follows.
    private func deliverSDMX(_ table: Table, _ context: ReportContext) throws {
        let writer = SDMXWriter(labels: style.labels, language: context.language)
        guard let data = writer.csv(of: table) else {
            throw CommandError.usage(
                "this table has no dimensions and measures for SDMX", hint: "tables and reports have them")
        }
        guard let path, FileStatus.kind(of: path) ?? .file == .file else { return try deliver(text: data) }
        let batch = AtomicFileBatch()
        try batch.write(Array(data.utf8), to: path)
        let bare = path.hasSuffix(".csv") ? String(path.dropLast(4)) : path
        try batch.write(
            Array(writer.structures(of: [table], reportingDay: context.today).utf8), to: bare + ".structure.json")
        try batch.commit()
    }

    private func deliverWorkbook(_ document: Document) throws {
        try deliverWorkbook { place throws(WriteError) in try writeWorkbook([document], profile: profile, to: place) }
    }

    private func deliverWorkbook(_ write: (String) throws(WriteError) -> Void) throws {
        let batch = AtomicFileBatch()
        if let path {
            try batch.write(to: path, write)
            try batch.commit()
        } else {
            // The library writes to files alone; the batch is not committed, and its file goes with it.
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

    /// What the terminal can make of a language: VTE, and what is built on it, takes a direction since 0.58, which it says as 5800.
    ///
    /// A multiplexer or another terminal that was started from one has its variable, and takes none.
    private func direction(of language: Language) -> TextDirection {
        guard language.isRightToLeft, variables["TERM"] != "dumb" else { return .plain }
        let isOverlaid = ["TMUX", "STY", "XTERM_VERSION"].contains { variables[$0] != nil }
        let version = variables["VTE_VERSION"].flatMap { Int($0) } ?? 0
        return version >= 5_800 && !isOverlaid ? .rightToLeft : .leftToRight
    }
}
