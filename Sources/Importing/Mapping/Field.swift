/// Where a value comes from, and how its text is read.
package struct Field: Hashable, Sendable {
    /// Where a value comes from.
    package indirect enum Source: Hashable, Sendable {
        /// The column with one of these headings; of several columns with the same heading the n-th, from 1 on.
        case column([String], number: Int?)
        /// The cell beside one of these labels, above or below the table; or what follows the label in its cell.
        case around([String])
        /// The name of the sheet.
        case sheetName
        /// The name of the file, without its ending.
        case fileName
        /// A heading above a group of columns, by the name of its row in `levels`.
        case level(String)
        /// A column of a group of columns, by its lowest heading.
        case part(String)
        /// A value, a field or a result of ``Across``, by its name.
        case value(String)
        /// A text that is the same in all rows.
        case text(String)
        /// Several joined, with a text between them; those that are empty are passed over.
        case join([Field], with: String)
        /// The first that is not empty.
        case first([Field])
        /// The first case that holds.
        case cases([Case])
        /// Several numbers multiplied.
        case product([Field])
        /// Several numbers added; those that are empty are passed over.
        case sum([Field])
    }

    /// A condition with the field that holds under it.
    package struct Case: Hashable, Sendable {
        /// When it holds; an empty condition always does.
        package var when: Condition
        /// What holds then.
        package var then: Field

        /// A case given by its parts.
        package init(when: Condition, then: Field) {
            self.when = when
            self.then = then
        }
    }

    /// How a text is read.
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        /// As it stands, without blanks around it.
        case text
        /// A name: spellings that differ in case, spacing and punctuation alone are one, and the first one is kept.
        case name
        /// An identifier: digits of any script, without blanks and guards; leading zeros stay.
        case identifier
        /// A date, in ``order`` and ``calendar``.
        case date
        /// The first or the last day of a range of dates in a cell.
        case firstDay = "first-day"
        case lastDay = "last-day"
        /// A number.
        case number
        /// A share or score in per cent: `62%`, 0.62 in a cell shown in per cent, 62.
        case percent
        /// A duration, in hours: `3 days`, `أسبوع`, `4 hrs`.
        case duration
        /// How long something is valid, in months: `24 months`, `2 years`, `سنتان`, 24.
        case months
        /// The time between two times of day, in hours: `09:00 - 14:00`.
        case clockRange = "clock-range"
        /// A member of a list of ``Mapping/words``; a text that is not in it is told, never guessed.
        case words
        /// The year of a date.
        case year
    }

    /// What counts where the rows of one course, session or person differ.
    package enum Merge: String, CaseIterable, Hashable, Sendable {
        /// The value of the first row, or of the last one.
        case first, last
        /// The least or earliest value, or the greatest or latest one.
        case least, greatest
    }

    /// The calendar of a date.
    package enum DateCalendar: String, CaseIterable, Hashable, Sendable {
        case gregorian, hijri
    }

    /// The day that a month without a day stands for.
    package enum MonthAlone: String, CaseIterable, Hashable, Sendable {
        case firstDay = "first-day"
        case lastDay = "last-day"
        case unknown
    }

    /// What is done with the case of an identifier's letters.
    package enum LetterCase: String, CaseIterable, Hashable, Sendable {
        /// Identifiers that differ in case are one; capitals are written.
        case ignored
        /// They are two.
        case kept
    }

    /// Where it comes from.
    package var source: Source
    /// How its text is read; nil for what is usual of the column that it fills.
    package var kind: Kind?
    /// The order of a date; nil if a date that more than one order fits is an error.
    package var order: DateOrder?
    /// The calendar of a date.
    package var calendar = DateCalendar.gregorian
    /// The day that a month without a day stands for; nil if such a date is an error.
    package var monthAlone: MonthAlone?
    /// Where the month of days that stand alone comes from, such as `January 2025` above columns 1, 2, 3.
    package var month: String?
    /// Texts that say that nothing is known.
    package var empty: [String] = []
    /// The list of ``Mapping/words`` in which it is looked up; nil for the one of its own name, if there is one.
    package var words: String?
    /// How many digits an identifier has at least: zeros are put before it.
    package var width: Int?
    /// What is done with the case of an identifier's letters; nil if identifiers that differ in it are an error.
    package var letterCase: LetterCase?
    /// A text in the cell that parts it, and which part is taken, from 1 on: `code - title`.
    package var split: String?
    package var take: Int?
    /// What counts where the rows of one course, session or person differ; nil for the first, and the others are told.
    package var merge: Merge?

    /// A field from a source, read as is usual.
    package init(_ source: Source, as kind: Kind? = nil) {
        self.source = source
        self.kind = kind
    }

    /// The column with a heading.
    package static func column(_ heading: String, as kind: Kind? = nil) -> Field {
        Field(.column([heading], number: nil), as: kind)
    }
}
