/// Something to be said of a cell of a sheet that its text does not show.
public struct CellRemark: Sendable {
    /// The row.
    var line: Int
    /// Which column of the row it is, from 0 on; nil of what is right of the headings.
    var column: Int?
    /// What kind of trouble.
    var code: FindingCode
    /// What the cell shows.
    var value: String
    /// What is wrong and how to fix it.
    var message: FindingText
}
