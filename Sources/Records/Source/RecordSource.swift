import Support
/// Where the tables of a dataset come from: a folder of CSV files, a workbook, later a database.
///
/// A source names its tables and gives each as a stream. ``DatasetReader`` does the rest, in the same way for all sources:
/// it knows neither files nor queries.
///
///     let reader = try DatasetReader(of: CSVFolder("records"), log: log)
public protocol RecordSource: Sendable {
    /// Looks up what there is now.
    func contents() throws(ReadError) -> SourceContents
    /// What messages call the source; a path, if it lies in files that must not be written over.
    var path: String { get }
    /// What messages call a table that is missing.
    func path(of table: RecordTable) -> String
    /// Finds out whether what holds the records is sound, apart from what they say.
    func checkIntegrity() throws(ReadError)
    /// What to say where it lacks tables: what there is in their place, and what to type next.
    func explanation(ofMissing missing: MissingTables, having contents: SourceContents) throws(ReadError) -> NoDataset
}

extension RecordSource {
    /// Files are checked as they are read.
    public func checkIntegrity() throws(ReadError) {}

    /// Which tables are missing, and which are there.
    public func explanation(
        ofMissing missing: MissingTables, having contents: SourceContents
    ) throws(ReadError) -> NoDataset {
        let present = RecordTable.allCases.filter { contents.tables[$0] != nil }.map(\.rawValue)
        return NoDataset(
            path: path,
            found: present.isEmpty
                ? .init(en: "it has no table", ar: "ليس فيه جداول")
                : .init(
                    en: "it has \(present.joined(separator: ", "))", ar: "فيه \(present.joined(separator: "، "))"),
            missing: missing.list { table, _ in table.rawValue }, next: [])
    }
}

/// What a source has.
public struct SourceContents: Sendable {
    /// The dataset's settings, if it states any.
    public var settings: (any SettingsInput)?
    /// The measures of its own, if it declares any; what they mean is not known here.
    public var measures: (any SettingsInput)?
    /// The tables.
    public var tables: [RecordTable: any TableInput]
    /// What people are to be told of the source as a whole.
    public var notices: [BilingualText]

    /// The contents of a source.
    public init(
        settings: (any SettingsInput)? = nil, tables: [RecordTable: any TableInput], notices: [BilingualText] = []
    ) {
        self.settings = settings
        self.tables = tables
        self.notices = notices
    }

    /// The place of a row as findings give it: `participations.csv:17`.
    public func place(ofRow row: Int, in table: RecordTable) -> String {
        tables[table]?.place(ofRow: row, column: "") ?? "\(table.fileName):\(row)"
    }

    /// The text of its measures as a file has it, without the rows above it on a sheet; nil if it declares none.
    package func measuresText() throws(ReadError) -> [UInt8]? {
        guard let content = try measures?.content() else { return nil }
        return Array(content.drop { $0 == UInt8(ascii: "\n") })
    }

    /// Settings, measures and tables in the order of reading.
    public var inputs: [any RecordInput] {
        (settings.map { [$0] } ?? []) + (measures.map { [$0] } ?? []) + RecordTable.allCases.compactMap { tables[$0] }
    }
}

/// A part of a source that is read by itself.
public protocol RecordInput: Sendable {
    /// Its name within the dataset, as findings and reports give it: `participations.csv`.
    var name: String { get }
    /// Tells one state of its content from another without reading it, as far as that can be done.
    var fingerprint: String { get }
    /// SHA-256 of its content as it stands now, in hexadecimal.
    func sha256() throws(ReadError) -> String
    /// Which state of it is read, of a source that knows several: `import 3`.
    var snapshot: String? { get }
    /// Throws where its content is no longer what it was when the source was looked up.
    func checkUnchanged() throws(ReadError)
    /// The path of the file that holds it; nil if it is not in a file that is read as a whole.
    var filePath: String? { get }
}

extension RecordInput {
    /// There is only one.
    public var snapshot: String? { nil }
    /// It is in none.
    public var filePath: String? { nil }
}

/// The settings of a dataset, as JSON.
public protocol SettingsInput: RecordInput {
    /// What messages call it.
    var path: String { get }
    /// The JSON text.
    func content() throws(ReadError) -> [UInt8]
}

/// A table of a source.
public protocol TableInput: RecordInput {
    /// What findings of other tables call it; the name, unless there is a shorter one.
    var shortName: String { get }
    /// How many bytes it has; nil where this is not known beforehand.
    var size: Int? { get }
    /// About how many bytes there are to read, by which the number of threads is chosen.
    var estimatedSize: Int { get }
    /// The place of a row, or of a field in it, as findings give it: `participations.csv:17`.
    func place(ofRow row: Int, column: String) -> String
    /// What people are to be told of it once it has been read, besides findings.
    var notices: [BilingualText] { get }
    /// Begins to read it.
    func open() throws(ReadError) -> sending TableContent
}

extension TableInput {
    /// The name.
    public var shortName: String { name }
    /// None.
    public var notices: [BilingualText] { [] }
    /// The name and the row's number.
    public func place(ofRow row: Int, column: String) -> String { "\(name):\(row)" }
}

/// The content of a table, from its first row on, which names the columns.
public enum TableContent {
    /// Text in CSV. Its plain rows are read the quick way, so that a source which can give CSV should.
    case csv(any ByteStream)
    /// Text in CSV, cut into blocks that each say on which line they start.
    case blocks(any CSVBlockStream)
    /// The same in parts, which several threads read side by side.
    case parts(any CSVParts)
    /// Rows of fields.
    case rows(any SourceRowStream)
}

/// Bytes, one after the other.
public protocol ByteStream: AnyObject {
    /// How many there are; nil where this is not known beforehand.
    var size: Int? { get }
    /// Reads up to `count` bytes to the place `offset` of a buffer that has room for them; 0 at the end.
    func read(into buffer: inout [UInt8], at offset: Int, count: Int) throws(ReadError) -> Int
    /// How the text is written where it comes from, as far as that is known by now.
    var form: TextForm { get }
    /// The line on which what is read begins.
    var firstLine: Int { get }
}

extension ByteStream {
    /// UTF-8 with commas.
    public var form: TextForm { TextForm() }
    /// The first one.
    public var firstLine: Int { 1 }
}

/// Blocks of CSV in UTF-8 with commas and LF, each of whole records, whose lines are the numbers of its rows.
///
/// The lines of a block follow each other; between two blocks some may be left out.
public protocol CSVBlockStream: AnyObject {
    /// Adds the next records to bytes, up to about so many, and what is to be said of their cells in the order of lines;
    /// gives the line on which the first record starts, nil at the end.
    func nextBlock(
        into bytes: inout [UInt8], _ remarks: inout [CellRemark], size: Int
    ) throws(ReadError) -> Int?
}

/// A table in parts; the first one begins with the headings.
public protocol CSVParts: Sendable {
    /// Begins the next part; nil after the last. Any thread may ask.
    func next() throws(ReadError) -> sending CSVPart?
}

/// A part of a table.
public struct CSVPart {
    /// Which one it is, from 0 on, in the order of rows.
    public var number: Int
    /// Its rows.
    public var blocks: any CSVBlockStream

    /// A part given by its rows.
    public init(number: Int, blocks: any CSVBlockStream) {
        self.number = number
        self.blocks = blocks
    }
}

/// Rows, some at a time.
public protocol SourceRowStream: AnyObject {
    /// The next rows, at most some thousands; none at the end.
    func nextRows() throws(ReadError) -> [SourceRow]
}

/// A row of fields; an empty field is not known.
public struct SourceRow: Sendable {
    /// What places call it: the row of a sheet, the position in a query's result.
    public var number: Int
    /// Its fields, in UTF-8.
    public var fields: [[UInt8]]

    /// A row given by its fields.
    public init(number: Int, fields: [[UInt8]]) {
        self.number = number
        self.fields = fields
    }
}
