/// How the value of a cell is written in the file.
enum OfficeCellType {
    case number, sharedText, inlineText, formulaText, boolean, error, date

    /// The type that an attribute names; numbers are what has none.
    @inline(always)
    init(_ text: UnsafeBufferPointer<UInt8>) {
        if text.count == 1 {
            switch text[0] {
            case UInt8(ascii: "s"): self = .sharedText
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .date
            default: self = .number
            }
        } else if text.elementsEqual("str".utf8) {
            self = .formulaText
        } else if text.elementsEqual("inlineStr".utf8) {
            self = .inlineText
        } else {
            self = .number
        }
    }
}

/// Makes texts of the values of cells.
struct OfficeValues: Sendable {
    let texts: SharedTexts
    let formats: [NumberFormat]
    let dates: SerialDate

    /// Adds the text of a value, and says what it is; `damage` makes the error of a value that means nothing.
    @inline(always)
    func append(
        _ value: [UInt8], _ type: OfficeCellType, style: Int?, to bytes: inout [UInt8],
        damage: (String) -> SpreadsheetError
    ) throws(SpreadsheetError) -> SheetCell.Kind {
        switch type {
        case .number: return appendNumber(value, style: style, to: &bytes)
        case .sharedText:
            var number = 0
            for byte in value where byte &- 0x30 < 10 { number = min(number * 10 + Int(byte - 0x30), 1 << 40) }
            guard texts.append(number, to: &bytes) else {
                throw damage("a cell has the shared text \(number), which the workbook lacks")
            }
            return .text
        case .formulaText, .inlineText:
            let start = bytes.count
            bytes += value
            EscapedText.resolve(in: &bytes, from: start)
            return .text
        case .boolean:
            bytes += (value == [0x31] || value.elementsEqual("true".utf8) ? "true" : "false").utf8
            return .boolean
        case .error:
            bytes += value
            return .error
        case .date: return ISOTime.append(value, to: &bytes)
        }
    }

    @inline(always)
    private func appendNumber(_ value: [UInt8], style: Int?, to bytes: inout [UInt8]) -> SheetCell.Kind {
        let format = style.flatMap { $0 < formats.count ? formats[$0] : nil } ?? .general
        return value.withUnsafeBufferPointer { text in
            if format == .general, NumberText.isPlain(text) {
                bytes.append(contentsOf: text)
                return .number
            }
            guard let number = NumberText.number(text) else {
                bytes.append(contentsOf: text)
                return .text
            }
            return append(number, as: format.shape(of: number), to: &bytes)
        }
    }

    private func append(_ number: Double, as shape: NumberFormat.Shape, to bytes: inout [UInt8]) -> SheetCell.Kind {
        switch shape {
        case .date, .dateTime, .time, .duration: return dates.append(number, as: shape, to: &bytes)
        case .digits(let count):
            if !NumberText.append(number, digits: count, to: &bytes) { NumberText.append(number, to: &bytes) }
            return .number
        case .number, .percent:
            NumberText.append(number, to: &bytes)
            return shape == .percent ? .percent : .number
        }
    }
}
