/// Reads JSON in which `//` and `/* */` comments may stand wherever a space may.
package struct JSONReader {
    /// Where the text stops being JSON, and why.
    package struct Fault: Error, Hashable {
        /// The line, from 1.
        package let line: Int
        /// The character of the line, from 1.
        package let column: Int
        package let reason: String
    }

    /// What becomes of a key that stands twice in an object.
    package enum RepeatedKeys { case areRefused, lastCounts }

    private static let deepest = 64
    private let bytes: [UInt8]
    private let repeatedKeys: RepeatedKeys
    private var place = 0
    private var lines = LineCounter()
    /// The lines on which the values start, by their paths.
    private var linesByPath: [String: Int] = [:]

    /// The value of a text in UTF-8, and on which lines its parts are; a byte order mark is passed over.
    package static func read(
        _ bytes: [UInt8], repeatedKeys: RepeatedKeys = .areRefused
    ) throws(Fault) -> JSONDocument {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var reader = JSONReader(bytes: hasMark ? Array(bytes.dropFirst(3)) : bytes, repeatedKeys: repeatedKeys)
        guard String(validating: reader.bytes, as: UTF8.self) != nil else {
            throw reader.fault("the text is not UTF-8")
        }
        try reader.skip()
        let root = try reader.value(at: "", depth: 0)
        try reader.skip()
        guard reader.place == reader.bytes.count else { throw reader.fault("nothing may come after the closing brace") }
        return JSONDocument(root: root, lines: reader.linesByPath)
    }

    private init(bytes: [UInt8], repeatedKeys: RepeatedKeys) {
        self.bytes = bytes
        self.repeatedKeys = repeatedKeys
    }

    private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    private func fault(_ reason: String, at place: Int? = nil) -> Fault {
        let before = bytes[..<min(place ?? self.place, bytes.count)]
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return Fault(
            line: before.count { $0 == UInt8(ascii: "\n") } + 1,
            column: String(decoding: before[start...], as: UTF8.self).count + 1, reason: reason)
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        place += 1
        return true
    }

    /// Passes over spaces and comments.
    private mutating func skip() throws(Fault) {
        while let byte = next {
            if [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
                place += 1
            } else if bytes[place...].starts(with: Array("//".utf8)) {
                while let byte = next, byte != UInt8(ascii: "\n") { place += 1 }
            } else if bytes[place...].starts(with: Array("/*".utf8)) {
                let start = place
                place += 2
                while !bytes[place...].starts(with: Array("*/".utf8)) {
                    guard place < bytes.count else { throw fault("this comment never ends", at: start) }
                    place += 1
                }
                place += 2
            } else {
                return
            }
        }
    }

    private mutating func value(at path: String, depth: Int) throws(Fault) -> JSONNode {
        guard depth < Self.deepest else { throw fault("brackets are nested too deeply") }
        switch next {
        case UInt8(ascii: "{"): return try object(at: path, depth: depth)
        case UInt8(ascii: "["): return try array(at: path, depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case nil: throw fault("the text ends where a value is expected")
        default: return try word()
        }
    }

    private mutating func object(at path: String, depth: Int) throws(Fault) -> JSONNode {
        place += 1
        var members: [JSONNode.Member] = []
        try skip()
        if take("}") { return .object([]) }
        repeat {
            try skip()
            guard next == UInt8(ascii: "\"") else { throw fault("a key in double quotes is expected") }
            let start = place
            let key = try string()
            if let earlier = members.firstIndex(where: { $0.key == key }) {
                guard repeatedKeys == .lastCounts else {
                    throw fault("the key \"\(key)\" is given twice", at: start)
                }
                members.remove(at: earlier)
            }
            let memberPath = JSONDocument.path(of: key, in: path)
            linesByPath[memberPath] = lines.line(of: start, in: bytes)
            try skip()
            guard take(":") else { throw fault("a colon is expected after the key \"\(key)\"") }
            try skip()
            members.append(JSONNode.Member(key, try value(at: memberPath, depth: depth + 1)))
            try skip()
        } while take(",")
        guard take("}") else { throw fault("a comma or a closing brace is expected") }
        return .object(members)
    }

    private mutating func array(at path: String, depth: Int) throws(Fault) -> JSONNode {
        place += 1
        var elements: [JSONNode] = []
        try skip()
        if take("]") { return .array([]) }
        repeat {
            try skip()
            let elementPath = JSONDocument.path(ofElement: elements.count, in: path)
            linesByPath[elementPath] = lines.line(of: place, in: bytes)
            elements.append(try value(at: elementPath, depth: depth + 1))
            try skip()
        } while take(",")
        guard take("]") else { throw fault("a comma or a closing bracket is expected") }
        return .array(elements)
    }

    /// `true`, `false`, `null` or a number.
    private mutating func word() throws(Fault) -> JSONNode {
        let start = place
        while let byte = next, !Array(",:]}[{\"/ \t\r\n".utf8).contains(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        switch word {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case "": throw fault("a value is expected", at: start)
        default:
            let isNumber = word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
            guard isNumber else { throw fault("'\(word)' is no value; texts stand in double quotes", at: start) }
            return .number(word)
        }
    }

    private mutating func string() throws(Fault) -> String {
        let start = place
        place += 1
        var units: [UInt8] = []
        while let byte = next {
            place += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): units += try escape()
            case ..<0x20: throw fault("a text must end on the line where it starts", at: start)
            default: units.append(byte)
            }
        }
        throw fault("this text never ends", at: start)
    }

    private mutating func escape() throws(Fault) -> [UInt8] {
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5C, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "b"): 0x08,
            UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
        ]
        guard let byte = next else { throw fault("the text ends within an escape") }
        place += 1
        if let character = plain[byte] { return [character] }
        guard byte == UInt8(ascii: "u") else { throw fault("a backslash must be written twice", at: place - 2) }
        var units = [try codeUnit()]
        if (0xD800..<0xDC00).contains(units[0]), bytes[place...].starts(with: Array("\\u".utf8)) {
            place += 2
            units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw fault("\\u names no character") }
        return Array(text.utf8)
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        let digits = bytes[place...].prefix(4)
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw fault("\\u needs four hexadecimal digits")
        }
        place += 4
        return unit
    }
}

/// Tells the line of places in a text that come one behind the other, so that each line break is counted once.
private struct LineCounter {
    private var counted = 0
    private var line = 1

    mutating func line(of place: Int, in bytes: [UInt8]) -> Int {
        line += bytes[counted..<place].count { $0 == UInt8(ascii: "\n") }
        counted = place
        return line
    }
}
