/// The value of a cell of an ods file, as its attributes state it.
struct OpenDocumentValue {
    private enum Kind { case none, number, percentage, date, time, boolean, text, error }

    private let kind: Kind
    private let value: [UInt8]?
    private let hasFormula: Bool

    private enum Name {
        static let type = XMLName("value-type")
        static let formula = XMLName("formula")
        static let value = XMLName("value")
        static let date = XMLName("date-value")
        static let time = XMLName("time-value")
        static let boolean = XMLName("boolean-value")
        static let string = XMLName("string-value")
    }

    /// The value of the cell that has begun.
    init(of scanner: XMLScanner, _ prefixes: OpenDocumentPrefixes) throws(SpreadsheetError) {
        let isError =
            scanner.withAttribute(Name.type, of: prefixes.calc) { $0.elementsEqual("error".utf8) } ?? false
        let type =
            isError ? Kind.error : scanner.withAttribute(Name.type, of: prefixes.office) { Self.kind($0) } ?? .none
        kind = type
        hasFormula = scanner.withAttribute(Name.formula, of: prefixes.table) { _ in true } ?? false
        let name: XMLName? =
            switch type {
            case .number, .percentage: Name.value
            case .date: Name.date
            case .time: Name.time
            case .boolean: Name.boolean
            case .text: Name.string
            case .none, .error: nil
            }
        value = try name.map { name throws(SpreadsheetError) in
            try scanner.attribute(name, of: prefixes.office)
        }.flatMap(\.self)
    }

    private static func kind(_ text: UnsafeBufferPointer<UInt8>) -> Kind {
        switch String(decoding: text, as: UTF8.self) {
        case "float", "currency": .number
        case "percentage": .percentage
        case "date": .date
        case "time": .time
        case "boolean": .boolean
        case "string": .text
        default: .none
        }
    }

    /// Adds the text of the value, where the cell shows a text; says what it is.
    func append(shown: [UInt8], to bytes: inout [UInt8]) -> SheetCell.Kind {
        guard let value, kind != .text else {
            bytes += value ?? shown
            if kind == .error { return .error }
            return hasFormula && kind == .none && shown.isEmpty ? .uncachedFormula : .text
        }
        switch kind {
        case .date: return ISOTime.append(value, to: &bytes)
        case .time:
            let start = bytes.count
            let kind = ISOTime.append(duration: value, to: &bytes)
            if bytes.count == start { bytes += shown }
            return kind
        case .boolean:
            bytes += value
            return .boolean
        default:
            // Leading zeros are a matter of the format; what is shown has them.
            let isPadded = shown.count > 1 && shown[0] == 0x30 && shown.allSatisfy { $0 &- 0x30 < 10 }
            return value.withUnsafeBufferPointer { text in
                if NumberText.isPlain(text) {
                    let isSame = isPadded && shown.drop { $0 == 0x30 }.elementsEqual(value.drop { $0 == 0x30 })
                    bytes += isSame ? shown : value
                } else if let number = NumberText.number(text) {
                    NumberText.append(number, to: &bytes)
                } else {
                    bytes += value
                    return .text
                }
                return kind == .percentage ? .percent : .number
            }
        }
    }
}
