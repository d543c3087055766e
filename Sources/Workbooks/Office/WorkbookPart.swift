/// The list of sheets of a workbook.
final class WorkbookPart: XMLPartReader {
    /// A sheet as the workbook lists it.
    struct Entry {
        let name: String
        let isHidden: Bool
        /// The identifier of the reference to its part.
        let relationship: String
    }

    private(set) var entries: [Entry] = []
    private(set) var epoch = SerialDate.Epoch.year1900
    private(set) var isWorkbook = false
    private let limits: SpreadsheetLimits
    private let path: String

    /// Nothing is read yet.
    init(path: String, limits: SpreadsheetLimits) {
        self.path = path
        self.limits = limits
    }

    func begin(_ element: XMLElement, in path: [Substring]) throws(SpreadsheetError) {
        switch (path.count, element.name) {
        case (0, "workbook"): isWorkbook = OfficeNamespace.isMain(element.namespace)
        case (1, "workbookPr"):
            if let value = element["date1904"], ["1", "true", "on"].contains(value) { epoch = .year1904 }
        case (2, "sheet") where path[1] == "sheets":
            guard let name = element["name"],
                let identifier = element.attribute("id", ofNamespaceEnding: "relationships")
            else { return }
            guard entries.count < limits.sheets, name.utf8.count <= limits.nameBytes else {
                throw SpreadsheetError(
                    .tooLarge, path: self.path, reason: "it has too many sheets, or a sheet whose name is too long")
            }
            let state = element["state"]
            entries.append(
                Entry(name: name, isHidden: state == "hidden" || state == "veryHidden", relationship: identifier))
        default: break
        }
    }
}

/// The namespaces of the two variants of the standard: transitional, as Excel writes it, and strict.
enum OfficeNamespace {
    static let main: Set<String> = [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ]

    /// Whether a namespace is that of workbooks and sheets.
    static func isMain(_ namespace: some StringProtocol) -> Bool { main.contains(String(namespace)) }
}
