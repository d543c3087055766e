/// Finds the ends of fields, one after the other: 64 bytes are looked at at a time, and what was found there is remembered
/// as a set of bits.
///
/// Invariant of all functions here: places lie in a chunk, so that ``Chunk/margin`` bytes behind its end can be read, and
/// both a comma and a line feed come at the chunk's end if none comes before.
struct DelimiterFinder {
    /// Where the bytes start that are looked at.
    private var window: UnsafePointer<UInt8>
    /// The commas and line feeds among them that have not been passed yet.
    private var marks: UInt64

    /// A finder from a place on.
    @inline(always)
    init(from place: UnsafePointer<UInt8>) {
        window = place
        marks = Self.marks(at: place)
    }

    /// Passes the next comma or line feed, and gives its place.
    @inline(always)
    mutating func next() -> UnsafePointer<UInt8> {
        while marks == 0 {
            window += 64
            marks = Self.marks(at: window)
        }
        let end = window + marks.trailingZeroBitCount
        marks &= marks &- 1
        return end
    }

    /// Passes whatever stands before a place.
    @inline(always)
    mutating func skip(to place: UnsafePointer<UInt8>) { self = skipping(to: place) }

    /// The finder that has passed whatever stands before a place.
    @inline(never)
    private func skipping(to place: UnsafePointer<UInt8>) -> DelimiterFinder {
        guard place - window < 64 else { return DelimiterFinder(from: place) }
        var finder = self
        finder.marks &= .max << UInt64(place - window)
        return finder
    }

    /// Which of the 64 bytes at a place are commas or line feeds, the first of them as the lowest bit.
    @inline(always)
    private static func marks(at place: UnsafePointer<UInt8>) -> UInt64 {
        let raw = UnsafeRawPointer(place)
        var marks = sixteenMarks(at: raw + 48)
        marks = marks << 16 | sixteenMarks(at: raw + 32)
        marks = marks << 16 | sixteenMarks(at: raw + 16)
        return marks << 16 | sixteenMarks(at: raw)
    }

    @inline(always)
    private static func sixteenMarks(at place: UnsafeRawPointer) -> UInt64 {
        let bytes = place.loadUnaligned(as: SIMD16<UInt8>.self)
        let (comma, lineFeed) = (UInt8(ascii: ","), UInt8(ascii: "\n"))
        let found = (bytes .== SIMD16<UInt8>(repeating: comma)) .| (bytes .== SIMD16<UInt8>(repeating: lineFeed))
        let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x8080_8080_8080_8080)
        return gathered(halves.x.littleEndian) | gathered(halves.y.littleEndian) << 8
    }

    /// The highest bits of eight bytes as one byte.
    ///
    /// The upper half of the product gathers them; the lower one would do too, but the compiler then takes several at a time,
    /// in far more steps.
    @inline(always)
    private static func gathered(_ bits: UInt64) -> UInt64 {
        bits.multipliedFullWidth(by: 0x0204_0810_2040_8100).high & 0xFF
    }
}
