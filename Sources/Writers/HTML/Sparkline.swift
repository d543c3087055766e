import Reporting
import Support

/// A trend as columns without any words: from 0, the last one in a strong colour, and hollow where its period is known in part.
struct Sparkline {
    private static let (height, column, gap) = (32.0, 10.0, 4.0)

    private let points: [KeyFigures.Point]
    private let language: Language

    /// The points of a trend; in Arabic time runs from right to left.
    init(_ points: [KeyFigures.Point], _ language: Language) { (self.points, self.language) = (points, language) }

    /// The drawing; nil if no figure is above 0, or one is below.
    var element: String? {
        let numbers = points.map { $0.figure.finite }
        guard let most = numbers.compactMap(\.self).max(), most > 0, numbers.allSatisfy({ ($0 ?? 0) >= 0 }) else {
            return nil
        }
        let width = Double(points.count) * (Self.column + Self.gap) - Self.gap
        let columns = zip(points, numbers).enumerated().compactMap { index, entry -> String? in
            guard let number = entry.1 else { return nil }
            // A column of 1 tells 0 from a figure that is not known.
            let height = max(1, number / most * Self.height)
            let start = Double(index) * (Self.column + Self.gap)
            let x = language.isRightToLeft ? width - start - Self.column : start
            let kind = index < points.count - 1 ? "p" : entry.0.isPartial ? "l part" : "l"
            return "<rect x=\"\(plain(x))\" y=\"\(plain(Self.height - height))\" width=\"\(plain(Self.column))\" "
                + "height=\"\(plain(height))\" class=\"\(kind)\"/>"
        }
        return "<svg viewBox=\"0 0 \(plain(width)) \(plain(Self.height))\" width=\"\(plain(width))\" "
            + "height=\"\(plain(Self.height))\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\(columns.joined())</svg>"
    }

    private func plain(_ number: Double) -> String { PlainNumber.data((number * 10).rounded() / 10) }
}
