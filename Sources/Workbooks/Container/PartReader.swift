import CZip

/// Gives bytes, one after the other.
protocol ByteSource: AnyObject {
    /// Puts the next bytes into a place that is not empty, and says how many; 0 at the end.
    func read(into target: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int
}

/// The bytes of a part as they are unpacked, within the limits.
final class PartReader: ByteSource {
    private let archive: ZipArchive
    private let part: ZipArchive.Part
    private let limits: SpreadsheetLimits
    private let file: OpaquePointer
    private var count = 0

    /// A reader at the start of a part.
    init(_ part: ZipArchive.Part, of archive: ZipArchive, _ limits: SpreadsheetLimits) throws(SpreadsheetError) {
        self.archive = archive
        self.part = part
        self.limits = limits
        file = try archive.open(part)
    }

    deinit { zip_fclose(file) }

    func read(into target: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
        let read = try archive.read(file, of: part.name, into: target)
        count += read
        // The stated packed size cannot exceed the file, as libzip has looked.
        let isBomb =
            count > limits.unpackedBytesWithoutRatio && count / limits.unpackingRatio > max(part.packedSize, 1)
        guard count <= limits.partBytes, !isBomb else {
            throw SpreadsheetError(
                .tooLarge, path: archive.path, place: part.name,
                reason: "it unpacks to more than \(isBomb ? limits.unpackedBytesWithoutRatio : limits.partBytes) bytes"
                    + (isBomb ? ", over \(limits.unpackingRatio) times its packed size" : "")
                    + ": this is no workbook of a spreadsheet program; ask who made it")
        }
        return read
    }
}
