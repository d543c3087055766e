extension String {
    /// The text cut to a length that a message can show.
    ///
    /// Unicode scalars are counted, so that marks upon letters cannot make a short text of any size.
    package func shortened(to length: Int = 120) -> String {
        let scalars = unicodeScalars
        guard scalars.index(scalars.startIndex, offsetBy: length + 1, limitedBy: scalars.endIndex) != nil else {
            return self
        }
        return String(scalars.prefix(length - 1)) + "…"
    }
}
