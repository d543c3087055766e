/// What the record of a participation says of a certificate.
public struct StatedCertificate: Hashable, Sendable {
    /// Its number.
    public var number: String?
    /// The day on which it was issued.
    public var day: CivilDate?

    /// What is stated; nil if nothing is.
    public init?(number: String?, day: CivilDate?) {
        guard number != nil || day != nil else { return nil }
        self.number = number
        self.day = day
    }
}
