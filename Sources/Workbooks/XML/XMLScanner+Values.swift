import Foundation

/// Texts and attributes of what the scanner has come to.
extension XMLScanner {
    /// Adds the current text to bytes, entities resolved and line ends made LF.
    func appendText(to bytes: inout [UInt8]) throws(SpreadsheetError) {
        try append(text, isRaw: isTextRaw, to: &bytes)
    }

    /// The bytes of the current text as they stand; they may not leave the closure.
    @inline(always)
    func withRawText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: base + text.lowerBound, count: text.count))
    }

    /// Calls a body with the bytes of an attribute as they stand; nil where the current element lacks it.
    @inline(always)
    func withAttribute<Result>(
        _ name: XMLName, of prefix: XMLName = .none, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result? {
        for index in 0..<attributeCount {
            let attribute = attributes[index]
            guard attribute.local == name.value, attribute.prefix == prefix.value else { continue }
            return body(
                UnsafeBufferPointer(start: base + attribute.start, count: attribute.end - attribute.start))
        }
        return nil
    }

    /// The text of an attribute; nil where the current element lacks it.
    func attribute(_ name: XMLName, of prefix: XMLName = .none) throws(SpreadsheetError) -> [UInt8]? {
        for index in 0..<attributeCount {
            let attribute = attributes[index]
            guard attribute.local == name.value, attribute.prefix == prefix.value else { continue }
            var bytes: [UInt8] = []
            try append(attribute.start..<attribute.end, isRaw: false, to: &bytes)
            return bytes
        }
        return nil
    }

    /// The prefixes that the current element declares, each with its namespace.
    func declaredPrefixes() throws(SpreadsheetError) -> [(prefix: XMLName, namespace: String)] {
        var declared: [(prefix: XMLName, namespace: String)] = []
        let xmlns = XMLName("xmlns")
        for index in 0..<attributeCount {
            let attribute = attributes[index]
            let name: XMLName
            if attribute.prefix == xmlns.value {
                name = XMLName(value: attribute.local)
            } else if attribute.local == xmlns.value {
                name = .none
            } else {
                continue
            }
            var bytes: [UInt8] = []
            try append(attribute.start..<attribute.end, isRaw: false, to: &bytes)
            declared.append((name, String(decoding: bytes, as: UTF8.self)))
        }
        return declared
    }

    private func append(_ range: Range<Int>, isRaw: Bool, to bytes: inout [UInt8]) throws(SpreadsheetError) {
        let run = UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
        var hasSpecial = false
        for byte in run where byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\r") { hasSpecial = true }
        guard hasSpecial else { return bytes.append(contentsOf: run) }
        var index = 0
        while index < run.count {
            let byte = run[index]
            index += 1
            if byte == UInt8(ascii: "\r") {
                if index < run.count, run[index] == UInt8(ascii: "\n") { index += 1 }
                bytes.append(UInt8(ascii: "\n"))
            } else if byte == UInt8(ascii: "&"), !isRaw {
                guard let end = run[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                    XMLEntity.append(run[index..<end], to: &bytes)
                else { throw damage("an entity is not one of XML's own") }
                index = end + 1
            } else {
                bytes.append(byte)
            }
        }
    }
}
