import Support
import TrainingStats

/// A description of the columns of a table's data in both languages, for formats that include one.
public struct DataStructure: Hashable, Sendable {
    /// Title of the table.
    public var title: BilingualText
    /// The dimensions, one for each of the first columns.
    public var dimensions: [Component]
    /// The figures, one for each of the other columns.
    public var figures: [Figure]

    /// A structure given by its parts.
    public init(title: BilingualText, dimensions: [Component], figures: [Figure]) {
        self.title = title
        self.dimensions = dimensions
        self.figures = figures
    }

    /// A dimension.
    public struct Component: Hashable, Sendable {
        /// Identifier.
        public var id: String
        /// Heading.
        public var name: BilingualText
        /// The members that it can have, in order; texts of any kind, such as the names of institutions.
        public var codes: [Code]

        /// A dimension given by its parts.
        public init(id: String, name: BilingualText, codes: [Code]) {
            self.id = id
            self.name = name
            self.codes = codes
        }
    }

    /// A code and its name.
    public struct Code: Hashable, Sendable {
        /// The code.
        public var id: String
        /// Its name.
        public var name: BilingualText

        /// A code.
        public init(id: String, name: BilingualText) {
            self.id = id
            self.name = name
        }
    }

    /// A figure.
    public struct Figure: Hashable, Sendable {
        /// Its identifier and heading.
        public var code: Code
        /// Its unit.
        public var unit: Unit

        /// A figure.
        public init(code: Code, unit: Unit) {
            self.code = code
            self.unit = unit
        }
    }

    /// The unit of a figure.
    public enum Unit: Hashable, Sendable {
        /// A count.
        case number
        /// A fraction of one.
        case ratio
        /// The unit that the name of the figure tells: hours, points.
        case value
        /// A currency, by its ISO 4217 code.
        case money(String)
    }
}
