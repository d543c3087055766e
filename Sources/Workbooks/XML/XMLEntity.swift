/// What stands between `&` and `;`.
enum XMLEntity {
    /// Adds what an entity stands for; false where it is none of XML's own.
    static func append(_ name: some Collection<UInt8>, to bytes: inout [UInt8]) -> Bool {
        switch Array(name) {
        case Array("amp".utf8): bytes.append(UInt8(ascii: "&"))
        case Array("lt".utf8): bytes.append(UInt8(ascii: "<"))
        case Array("gt".utf8): bytes.append(UInt8(ascii: ">"))
        case Array("quot".utf8): bytes.append(UInt8(ascii: "\""))
        case Array("apos".utf8): bytes.append(UInt8(ascii: "'"))
        case let text where text.first == UInt8(ascii: "#"):
            let isHexadecimal = text.count > 1 && text[1] == UInt8(ascii: "x")
            let digits = String(decoding: text.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
            guard digits.first != "+", digits.first != "-", let number = UInt32(digits, radix: isHexadecimal ? 16 : 10),
                number != 0, let scalar = Unicode.Scalar(number)
            else { return false }
            bytes.append(contentsOf: Array(String(Character(scalar)).utf8))
        default: return false
        }
        return true
    }
}
