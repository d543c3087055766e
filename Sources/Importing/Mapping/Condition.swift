/// What must hold of a row, all of it.
package struct Condition: Hashable, Sendable {
    /// What a value must be.
    package enum Test: Hashable, Sendable {
        /// One of these texts, after the value's words have been looked up.
        case isOneOf([String])
        /// Something.
        case isFilled
        /// Nothing.
        case isEmpty
        /// A number in a range; dates compare as texts.
        case isBetween(atLeast: String?, below: String?)
    }

    /// A value, field or result by its name, and what it must be.
    package struct Part: Hashable, Sendable {
        /// The name.
        package var name: String
        /// What it must be.
        package var test: Test

        /// A part given by its name and test.
        package init(_ name: String, _ test: Test) {
            self.name = name
            self.test = test
        }
    }

    /// The parts, which must all hold.
    package var parts: [Part]

    /// A condition of parts.
    package init(_ parts: [Part]) { self.parts = parts }
}
