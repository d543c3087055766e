/// Names of files that are being written: hidden, beside their place, and with a random part, so that nobody else can have
/// put something there.
package enum TemporaryName {
    private static let ending = ".tmp"
    private static let digits = 12

    /// A new name for what becomes `name`: `.report.xlsx.0123456789ab.tmp`.
    static func random(for name: String) -> String {
        let number = String(UInt64.random(in: 0..<1 << 48), radix: 16)
        return start(name) + String(repeating: "0", count: digits - number.count) + number + ending
    }

    /// Whether a name in a folder is one that `random(for:)` gave, and the file what a process has left behind that was
    /// ended while it wrote.
    package static func isTemporary(_ entry: String, for name: String) -> Bool {
        guard entry.hasPrefix(start(name)), entry.hasSuffix(ending) else { return false }
        let middle = entry.dropFirst(start(name).count).dropLast(ending.count)
        return middle.count == digits && middle.allSatisfy { $0.isHexDigit && $0.isASCII }
    }

    /// File systems take names of 255 bytes; a long one is cut so that the rest has room.
    private static func start(_ name: String) -> String {
        var shortened = String.UnicodeScalarView()
        var length = 0
        for scalar in (name.hasPrefix(".") ? name : "." + name).unicodeScalars {
            length += UTF8.width(scalar)
            if length > 220 { break }
            shortened.append(scalar)
        }
        return String(shortened) + "."
    }
}
