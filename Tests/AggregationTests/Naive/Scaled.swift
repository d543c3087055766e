/// Decimals as whole numbers of millionths.
enum Scaled {
    /// The millionths of a plain decimal of up to six places, and nil for an empty field.
    static func parse(_ text: String) -> Int128? {
        if text.isEmpty { return nil }
        var sign: Int128 = 1
        var result: Int128 = 0
        var places = -1
        for character in text {
            switch character {
            case "-": sign = -1
            case "+": break
            case ".": places = 0
            default:
                result = result * 10 + Int128(character.wholeNumberValue ?? 0)
                if places >= 0 { places += 1 }
            }
        }
        for _ in max(places, 0)..<6 { result *= 10 }
        return sign * result
    }
}
