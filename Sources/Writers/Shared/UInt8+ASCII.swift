extension UInt8 {
    /// Whether it is a Latin letter without a mark, or a digit from 0 to 9.
    ///
    /// Bytes are looked at: a sign that Unicode holds equal to a letter, such as that of kelvin, is no Latin letter.
    var isASCIILetterOrDigit: Bool { (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & 0xDF) }
}
