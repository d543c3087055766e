import Support
import TrainingStats

/// What is to be said of a target that reads well: it names what is not there, or what is doubtful.
public struct TargetRemark: Hashable, Sendable {
    /// Name of the column.
    public var column: String
    /// What it says.
    public var value: String
    /// What is wrong or doubtful, and what to do about it.
    public var reason: BilingualText
    /// Whether it can be held against the records all the same.
    public var isDoubt: Bool

    /// A remark on a field of a target.
    public init(column: String, value: String, reason: BilingualText, isDoubt: Bool = false) {
        self.column = column
        self.value = value
        self.reason = reason
        self.isDoubt = isDoubt
    }
}
