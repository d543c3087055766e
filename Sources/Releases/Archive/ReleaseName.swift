/// The name of the folder of a release: its period, and from the second revision on the number: `2020-01`, `2020-01-r2`.
package struct ReleaseName: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Label of its period.
    package let period: String
    /// Its number among the releases of the period, from 1.
    package let revision: Int

    /// The name of a revision of a period.
    package init(period: String, revision: Int) {
        self.period = period
        self.revision = revision
    }

    /// Reads the name of a folder; nil if it is not the name of a release.
    init?(_ folder: String) {
        let parts = folder.split(separator: "-r", omittingEmptySubsequences: false)
        guard let period = parts.first, period.first?.isLetter == true || period.first?.isNumber == true else {
            return nil
        }
        switch parts.count {
        case 1: self.init(period: String(period), revision: 1)
        case 2:
            guard let number = Int(parts[1]), number > 1, String(number) == parts[1] else { return nil }
            self.init(period: String(period), revision: number)
        default: return nil
        }
    }

    /// The folder's name.
    package var description: String { revision == 1 ? period : "\(period)-r\(revision)" }

    /// Whether one comes before the other: by period, then by number.
    package static func < (left: ReleaseName, right: ReleaseName) -> Bool {
        (left.period, left.revision) < (right.period, right.revision)
    }
}
