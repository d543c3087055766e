/// Findings in few bytes each, in the order in which they were made.
///
/// Where all are wanted there can be millions, and as values each would take close to a kilobyte. Texts that many findings
/// have in common, such as files, columns and words, stand once a page.
struct PackedFindings: Sendable {
    /// Where a finding stands, and by what it is sorted.
    struct Position: Sendable {
        /// The place of its file among the files.
        let file: Int32
        let line: Int
        fileprivate let page: Int32
        fileprivate let entry: Int32
    }

    private var pages: [FindingPage] = []

    /// Adds a finding.
    mutating func append(_ finding: Finding) {
        if pages.last?.isFull != false { pages.append(FindingPage()) }
        pages[pages.count - 1].append(finding)
    }

    /// Adds the findings of another list behind these.
    mutating func append(_ other: PackedFindings) { pages += other.pages }

    /// The finding at a position.
    subscript(position: Position) -> Finding { pages[Int(position.page)][Int(position.entry)] }

    /// The positions of all findings by file in an order, then by line; those of one line keep their order.
    func sorted(by fileOrder: [String: Int]) -> [Position] {
        var positions: [Position] = []
        positions.reserveCapacity(pages.reduce(0) { $0 + $1.entries.count })
        for (page, content) in pages.enumerated() {
            let files = content.texts.map { Int32(fileOrder[$0.en] ?? 0) }
            for (index, entry) in content.entries.enumerated() {
                positions.append(
                    Position(
                        file: files[Int(entry.file)], line: entry.line, page: Int32(page), entry: Int32(index)))
            }
        }
        positions.sort { ($0.file, $0.line, $0.page, $0.entry) < ($1.file, $1.line, $1.page, $1.entry) }
        return positions
    }
}

/// Kept findings by file in the order of reading, then by line.
package struct FindingList: Sendable {
    private let findings: PackedFindings
    private let positions: [PackedFindings.Position]

    init(_ findings: PackedFindings, by fileOrder: [String: Int]) {
        self.findings = findings
        positions = findings.sorted(by: fileOrder)
    }

    /// Makes the findings one by one, up to a limit.
    package func forEach(upTo limit: Int = .max, _ body: (Finding) -> Void) {
        for position in positions.prefix(limit) { body(findings[position]) }
    }
}
