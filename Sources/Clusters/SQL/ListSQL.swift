import SparkConnect

/// A list of short texts as a relation in SQL: one long literal, which the other side takes apart.
///
/// A list of values would be an expression each for the other side's parser, and a list of a million takes it minutes.
struct ListSQL {
    /// About how many bytes one literal has at most.
    private static let literalLimit = 1 << 20

    /// The query, whose columns are `f0`, `f1`, ...; all are texts.
    let query: String
    /// How many rows it has.
    let count: Int

    /// The rows of a list, in which neither commas nor colons are.
    init(_ rows: some Sequence<[String]>, width: Int) {
        var literals: [String] = []
        var (current, count) = ("", 0)
        for row in rows {
            if !current.isEmpty { current += "," }
            current += row.joined(separator: ":")
            count += 1
            if current.utf8.count > Self.literalLimit {
                literals.append(current)
                current = ""
            }
        }
        if !current.isEmpty { literals.append(current) }
        self.count = count
        guard !literals.isEmpty else {
            // Spark may take the row apart, or make numbers of it, before it leaves it out.
            let fields = (0..<width).map { "'0' AS f\($0)" }.joined(separator: ", ")
            query = "SELECT \(fields) FROM (SELECT 1 AS x) WHERE x <> 1"
            return
        }
        let fields = (0..<width).map { "split(x, ':')[\($0)] AS f\($0)" }.joined(separator: ", ")
        let parts = literals.map { "SELECT explode(split(\(SparkSQL.text($0)), ',')) AS x" }
        query = "SELECT \(fields) FROM (\(parts.joined(separator: " UNION ALL ")))"
    }
}

/// How texts of a column are compared with those of a list.
struct ListKey {
    /// Whether the numbers of the bytes stand for the texts, since one of them has a character that a list has not.
    private let isCoded: Bool

    /// The comparison with texts.
    init(_ texts: some Sequence<String>) {
        isCoded = texts.contains { text in
            text.utf8.contains { $0 < 0x20 || [",", ":", "'", "\\", "$", "\u{7F}"].contains(Character(.init($0))) }
        }
    }

    /// A text as the list has it.
    func text(_ text: String) -> String { isCoded ? SparkSQL.hexadecimal(text) : text }

    /// An expression as the list has it.
    func expression(_ sql: String) -> String { isCoded ? "hex(\(sql))" : sql }
}

/// The text whose bytes have the numbers that `hex` of SQL gives; nil of any other text.
func text(hexadecimal text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let first = rest.popFirst() {
        guard let second = rest.popFirst(),
            let byte = UInt8(String(decoding: [first, second], as: UTF8.self), radix: 16)
        else { return nil }
        bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self)
}
