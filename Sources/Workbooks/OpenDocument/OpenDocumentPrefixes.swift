/// The prefixes that a document gives the namespaces of OpenDocument.
struct OpenDocumentPrefixes: Sendable {
    private(set) var office = XMLName("office")
    private(set) var table = XMLName("table")
    private(set) var text = XMLName("text")
    private(set) var style = XMLName("style")
    private(set) var calc = XMLName("calcext")

    /// The prefixes that the first element declares.
    init(_ declared: [(prefix: XMLName, namespace: String)]) {
        for (prefix, namespace) in declared {
            switch namespace {
            case "urn:oasis:names:tc:opendocument:xmlns:office:1.0": office = prefix
            case "urn:oasis:names:tc:opendocument:xmlns:table:1.0": table = prefix
            case "urn:oasis:names:tc:opendocument:xmlns:text:1.0": text = prefix
            case "urn:oasis:names:tc:opendocument:xmlns:style:1.0": style = prefix
            case "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": calc = prefix
            default: break
            }
        }
    }
}
