/// What runs across a table, from left to right.
package enum Across: Hashable, Sendable {
    /// Days with marks.
    case days(Days)
    /// Groups of columns, each a course.
    case groups(Groups)

    /// Which columns run across: those between two headings; a side that is nil is open.
    package struct Columns: Hashable, Sendable {
        /// The heading of the last column before them.
        package var after: String?
        /// The heading of the first column behind them.
        package var before: String?

        /// Columns between two headings.
        package init(after: String? = nil, before: String? = nil) {
            self.after = after
            self.before = before
        }
    }

    /// Days across, whose headings are dates.
    ///
    /// They give `days.present`, `days.hours`, `days.first`, `days.last`, and `marks.NAME`, the number of days with a mark.
    package struct Days: Hashable, Sendable {
        /// The columns.
        package var columns = Columns()
        /// How their headings are read, as dates; the source is not looked at.
        package var date = Field(.text(""), as: .date)
        /// The hours of a whole day; nil where they are not known.
        package var hours: Field?
        /// The marks by the names that their spellings have in the list `marks` of ``Mapping/words``.
        package var marks: [Mark] = []

        /// No days.
        package init() {}
    }

    /// What a mark says of a day.
    package struct Mark: Hashable, Sendable {
        /// Its name.
        package var name: String
        /// Whether the day was attended; nil where it was no day of training, such as a weekend.
        package var isPresent: Bool?
        /// The part of the day's hours that count: `1`, `0.5`.
        package var share: String

        /// A mark given by its values.
        package init(_ name: String, isPresent: Bool?, share: String) {
            self.name = name
            self.isPresent = isPresent
            self.share = share
        }
    }

    /// Groups of columns with the same headings above them.
    package struct Groups: Hashable, Sendable {
        /// The columns.
        package var columns = Columns()
        /// What the rows of the headings hold, from above; the lowest names the parts of a group.
        package var levels: [String] = []

        /// No groups.
        package init() {}
    }
}
