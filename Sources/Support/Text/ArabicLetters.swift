extension String {
    /// Whether it has letters, marks or digits of the Arabic block.
    package var hasArabic: Bool { unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } }
}
