import Support

/// The header of a table: which of its columns stands where.
struct TableHeader<Column: TableColumn>: Sendable {
    /// The heading line as it stands.
    let bytes: [UInt8]
    /// The headings, as they stand.
    let headings: [String]
    /// For each heading the column that it names; nil for those that the contract does not know.
    let columns: [Column?]
    /// Where columns without a heading stand.
    let unnamed: [Int]
    /// The columns of the table that the dataset declares, with their positions in a row.
    let own: [(column: OwnColumn, position: Int)]
    /// The columns that the table has, with their positions in a row.
    private let positions: [(column: Column, position: Int)]

    /// The header of a line, in which declared columns may stand.
    init(bytes: [UInt8], headings: [String], declared: [OwnColumn]) {
        self.bytes = bytes
        self.headings = headings
        let names = Column.headings
        let columns = headings.map { heading in names(heading).map { Column.allCases[$0] } }
        self.columns = columns
        own = Self.places(of: declared, among: headings, columns)
        unnamed = headings.indices.filter { Self.isBlank(headings[$0]) }
        positions = columns.enumerated().compactMap { position, column in column.map { ($0, position) } }
    }

    /// Where declared columns stand: in the first place each that names them and no column of the contract.
    private static func places(
        of declared: [OwnColumn], among headings: [String], _ columns: [Column?]
    ) -> [(column: OwnColumn, position: Int)] {
        guard !declared.isEmpty else { return [] }
        var names = NameIndex()
        for (index, column) in declared.enumerated() {
            names.insert(code: column.name, at: index)
            names.insert(wording: column.heading, at: index)
        }
        var found: [(column: OwnColumn, position: Int)] = []
        for (position, heading) in headings.enumerated() where columns[position] == nil {
            guard let index = names(heading), !found.contains(where: { $0.column.name == declared[index].name }) else {
                continue
            }
            found.append((declared[index], position))
        }
        return found
    }

    /// What messages call the column at a position, of the contract or declared; nil of one that nobody knows.
    func name(at position: Int) -> String? {
        columns[position]?.name ?? (own.contains { $0.position == position } ? headings[position] : nil)
    }

    private static func isBlank(_ heading: String) -> Bool { heading.utf8.allSatisfy(CSVScanner.isBlank) }

    /// Where a column stands in a row; nil where the table lacks it.
    func position(of column: Column) -> Int? {
        // A table has a dozen columns at most: a search is as fast as a hash.
        for entry in positions where entry.column == column { return entry.position }
        return nil
    }

    /// Reports what is wrong with the headings; false where that makes the table useless.
    ///
    /// Of a column without a heading nothing is said before it has a value.
    func check(_ findings: RowFindings) -> Bool {
        var isSound = true
        var seen = KeyTable()
        for (position, heading) in headings.enumerated() where !Self.isBlank(heading) {
            let name = name(at: position) ?? heading
            guard seen.code(of: name) != nil else {
                _ = seen.insert(name)
                continue
            }
            let isPlain = heading == name
            findings.report(
                .duplicateColumn, column: heading, value: heading,
                isPlain
                    ? FindingText(FileWording.repeatedHeading, heading.shortened())
                    : FindingText(FileWording.repeatedSpelling, heading.shortened(), name))
            isSound = false
        }
        for column in Column.allCases where column.need != .optional && position(of: column) == nil {
            findings.report(
                .missingColumn, column: column.name, value: "",
                FindingText(FileWording.missingColumn, column.name))
            isSound = false
        }
        guard isSound else { return false }
        for (position, heading) in headings.enumerated() where name(at: position) == nil && !Self.isBlank(heading) {
            let nearest = findings.nearest(to: heading, among: Column.allCases.map(\.name), for: .unknownColumn)
            findings.report(
                .unknownColumn, column: heading, value: heading,
                FindingText(FileWording.unknownColumn, heading.shortened()).suggesting(nearest))
        }
        return true
    }

    /// Whether lines end in CR alone, so that the header has swallowed the rows.
    private var isOneLongLine: Bool {
        bytes.indices.contains { bytes[$0] == 0x0D && (bytes.count == $0 + 1 || bytes[$0 + 1] != 0x0A) }
    }

    /// Reports a file whose lines or fields are parted by something else than this program expects; false where it is.
    func checkSeparators(_ findings: RowFindings) -> Bool {
        guard !isOneLongLine else {
            findings.report(
                .missingColumn, column: "", value: "",
                FindingText(FileWording.oneLongLine))
            return false
        }
        guard headings.count == 1, headings[0].contains("|") else { return true }
        findings.report(
            .missingColumn, column: "", value: "",
            FindingText(FileWording.barsForCommas))
        return false
    }
}
