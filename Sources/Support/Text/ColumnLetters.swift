/// The letters of a column of a sheet, from 0 on: 0 is `A`, 26 is `AA`.
package func columnLetters(_ column: Int) -> String {
    var letters: [UInt8] = []
    var rest = max(0, column) + 1
    while rest > 0 {
        letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
        rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
}
