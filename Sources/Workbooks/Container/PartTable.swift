/// The parts of an archive by their names, which are told apart without regard to case.
struct PartTable: Sendable {
    let path: String
    private let parts: [String: ZipArchive.Part]

    /// The parts of an archive; names that lead outside of it, and names that stand twice, are refused.
    init(of archive: ZipArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetError) {
        path = archive.path
        var parts: [String: ZipArchive.Part] = [:]
        for part in try archive.parts(limits) where !part.name.hasSuffix("/") {
            let isOutside =
                part.name.hasPrefix("/") || part.name.contains("\\")
                || part.name.split(separator: "/", omittingEmptySubsequences: false).contains {
                    $0 == ".." || $0 == "."
                }
            guard !isOutside else {
                throw SpreadsheetError(
                    .damaged, path: archive.path,
                    reason:
                        "it has a part with the name '\(part.name)', which leads outside of the workbook: this is no "
                        + "workbook of a spreadsheet program; ask who made it")
            }
            guard parts.updateValue(part, forKey: Self.key(part.name)) == nil else {
                throw SpreadsheetError(
                    .damaged, path: archive.path,
                    reason:
                        "the part '\(part.name)' is in it twice, so that nobody can tell which one counts; open the file "
                        + "and save it anew as .xlsx")
            }
        }
        self.parts = parts
    }

    /// The part of a name, or nil.
    subscript(name: String) -> ZipArchive.Part? { parts[Self.key(name)] }

    /// Whether any part has a password.
    var isEncrypted: Bool { parts.values.contains(where: \.isEncrypted) }

    private static func key(_ name: String) -> String {
        String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }

    /// The name of the part that a target in another part's relationships means; nil of one outside of the package.
    static func resolve(_ target: String, from part: String) -> String? {
        let isAbsolute = target.hasPrefix("/")
        var parts = isAbsolute ? [] : part.split(separator: "/").dropLast()
        for step in target.split(separator: "/") {
            switch step {
            case ".": break
            case "..": if parts.popLast() == nil { return nil }
            default: parts.append(step)
            }
        }
        return parts.joined(separator: "/")
    }
}
