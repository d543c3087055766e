/// What a part of an Office Open XML package refers to.
final class Relationships: XMLPartReader {
    /// A reference to another part.
    struct Relationship {
        /// The last part of its type, which both variants of the standard share: `worksheet`.
        let type: String
        /// The name of the part; nil of what is outside of the package.
        let part: String?
    }

    /// The references by their identifiers.
    private(set) var byIdentifier: [String: Relationship] = [:]
    private let source: String

    /// The references of a part, or of the package; none if it has no such list.
    init(of part: String, in parts: SpreadsheetParts) throws(SpreadsheetError) {
        source = part
        let (folder, name) = Self.split(part)
        try parts.read(folder + "_rels/" + name + ".rels", by: self)
    }

    func begin(_ element: XMLElement, in path: [Substring]) throws(SpreadsheetError) {
        guard element.name == "Relationship", let identifier = element["Id"], let type = element["Type"],
            let target = element["Target"]
        else { return }
        let isExternal = element["TargetMode"] == "External"
        byIdentifier[identifier] = Relationship(
            type: String(type.split(separator: "/").last ?? ""),
            part: isExternal ? nil : PartTable.resolve(target, from: source))
    }

    /// The first part of a type.
    func part(ofType type: String) -> String? { byIdentifier.values.first { $0.type == type }?.part }

    private static func split(_ part: String) -> (folder: String, name: String) {
        guard let slash = part.lastIndex(of: "/") else { return ("", part) }
        return (String(part[...slash]), String(part[part.index(after: slash)...]))
    }
}
