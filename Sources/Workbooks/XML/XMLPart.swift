import CExpat

/// An element of a part as expat gives it.
struct XMLElement {
    /// Its namespace, and its name in it.
    let namespace: Substring
    let name: Substring
    private let attributes: [(name: String, value: String)]

    fileprivate init(
        _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        (namespace, self.name) = Self.parts(String(cString: name))
        var list: [(name: String, value: String)] = []
        // Invariant: expat ends the list of names and values with nil.
        var place = attributes
        while let pair = place, let name = pair[0], let value = pair[1] {
            list.append((String(cString: name), String(cString: value)))
            place = pair + 2
        }
        self.attributes = list
    }

    /// The value of an attribute without prefix.
    subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// The value of an attribute of a namespace that ends as given.
    func attribute(_ name: String, ofNamespaceEnding ending: String) -> String? {
        attributes.first {
            let (namespace, local) = Self.parts($0.name)
            return local == name && namespace.hasSuffix(ending)
        }?.value
    }

    /// Expat joins the two by a space.
    private static func parts(_ name: String) -> (Substring, Substring) {
        guard let space = name.lastIndex(of: " ") else { return ("", name[...]) }
        return (name[..<space], name[name.index(after: space)...])
    }
}

/// What reads the elements of a part.
protocol XMLPartReader: AnyObject {
    /// An element begins; `path` has the names of those that it is in.
    func begin(_ element: XMLElement, in path: [Substring]) throws(SpreadsheetError)
    /// An element ends; `path` has the names of those that it is in.
    func end(_ name: Substring, in path: [Substring]) throws(SpreadsheetError)
    /// Some text of the innermost element of a path.
    func add(_ text: UnsafeBufferPointer<UInt8>, in path: [Substring]) throws(SpreadsheetError)
}

extension XMLPartReader {
    func end(_ name: Substring, in path: [Substring]) throws(SpreadsheetError) {}
    func add(_ text: UnsafeBufferPointer<UInt8>, in path: [Substring]) throws(SpreadsheetError) {}
}

/// Parses a part with expat; a DOCTYPE is refused, so that no entity can be declared.
final class XMLPart {
    private let path: String
    private let place: String
    private let mostDepth: Int
    private let reader: any XMLPartReader
    private let parser: XML_Parser
    private var open: [Substring] = []
    private var failure: SpreadsheetError?

    private init(
        _ reader: any XMLPartReader, path: String, place: String, _ limits: SpreadsheetLimits
    ) throws(SpreadsheetError) {
        guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: UInt8(ascii: " "))) else {
            throw SpreadsheetError(.cannotRead, path: path, reason: "there is no memory left")
        }
        self.reader = reader
        self.path = path
        self.place = place
        self.parser = parser
        mostDepth = limits.depth
    }

    deinit { XML_ParserFree(parser) }

    /// Reads a whole part.
    static func read(
        _ source: some ByteSource, path: String, place: String, limits: SpreadsheetLimits, by reader: any XMLPartReader
    ) throws(SpreadsheetError) {
        let part = try XMLPart(reader, path: path, place: place, limits)
        try part.parse(source)
    }

    private func parse(_ source: some ByteSource) throws(SpreadsheetError) {
        // Invariant: the parser calls back only within XML_ParseBuffer, while self is alive.
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, { XMLPart.of($0)?.begin($1, $2) }, { user, _ in XMLPart.of(user)?.end() })
        XML_SetCharacterDataHandler(parser, { XMLPart.of($0)?.add($1, $2) })
        XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
            XMLPart.of(user)?.fail("the document has a DOCTYPE, which no spreadsheet program writes")
        }
        let size = 1 << 16
        while true {
            guard let buffer = XML_GetBuffer(parser, Int32(size)) else { throw expatError }
            let count = try source.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
            let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
            if let failure { throw failure }
            guard status == XML_STATUS_OK else { throw expatError }
            if count == 0 { return }
        }
    }

    private static func of(_ user: UnsafeMutableRawPointer?) -> XMLPart? {
        user.map { Unmanaged<XMLPart>.fromOpaque($0).takeUnretainedValue() }
    }

    private var expatError: SpreadsheetError {
        let text = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "unknown error"
        return damage("the document is no XML (\(text), line \(XML_GetCurrentLineNumber(parser)))")
    }

    private func damage(_ reason: String) -> SpreadsheetError {
        SpreadsheetError(
            .damaged, path: path, place: place, reason: reason + "; open the file and save it anew as .xlsx")
    }

    private func fail(_ reason: String) { stop(damage(reason)) }

    private func stop(_ error: SpreadsheetError) {
        failure = failure ?? error
        XML_StopParser(parser, XML_Bool(XML_FALSE))
    }

    private func begin(_ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard let name, failure == nil else { return }
        let element = XMLElement(name, attributes)
        guard open.count < mostDepth else { return fail("elements are nested more than \(mostDepth) deep") }
        do throws(SpreadsheetError) { try reader.begin(element, in: open) } catch { stop(error) }
        open.append(element.name)
    }

    private func end() {
        guard failure == nil, let name = open.popLast() else { return }
        do throws(SpreadsheetError) { try reader.end(name, in: open) } catch { stop(error) }
    }

    private func add(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard let text, failure == nil else { return }
        // Invariant: expat hands over `count` bytes, which stay until this returns.
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) { bytes in
            do throws(SpreadsheetError) {
                try reader.add(UnsafeBufferPointer(start: bytes, count: Int(count)), in: open)
            } catch { stop(error) }
        }
    }
}
