import Foundation
import Support
import Synchronization
import TrainingStats

/// The making of prepared records while a dataset is read: workers write blocks, and what else is known comes at the end.
///
/// Where anything stands in the way, such as a full disk or a number of more than 64 bits, none are made: reading goes on.
final class Preparation: Sendable {
    let folder: PreparedFolder
    /// Where they will lie.
    let path: String
    /// The values that are kept of each participation.
    let values: [ParticipationValue]
    private let file: PreparedFile
    private let end = Atomic(PreparedFile.firstPosition)
    private let isGivenUp = Atomic(false)
    private let blocks = Mutex<[UInt64]>([])
    private let lists = Mutex<[UInt64]>([])

    /// Begins to make prepared records; nil if no file can be made for them.
    init?(in folder: PreparedFolder, at path: String, values: [ParticipationValue]) {
        do throws(FileError) {
            try folder.make()
            file = try PreparedFile(creating: path)
        } catch {
            return nil
        }
        self.folder = folder
        self.path = path
        self.values = values
    }

    /// Gives up: nothing is made.
    func giveUp() { isGivenUp.store(true, ordering: .relaxed) }

    /// Whether somebody has given up.
    var hasGivenUp: Bool { isGivenUp.load(ordering: .relaxed) }

    /// Writes a part where there is room; nil, and all is given up, if it cannot be written.
    func write(_ bytes: UnsafeRawBufferPointer) -> PreparedFile.Part? {
        // Numbers of eight bytes lie on multiples of eight.
        let position = end.wrappingAdd((bytes.count + 7) & ~7, ordering: .relaxed).oldValue
        do throws(FileError) {
            return try file.write(bytes, at: position)
        } catch {
            giveUp()
            return nil
        }
    }

    /// Writes the numbers of a part.
    func write<Number: BitwiseCopyable>(_ numbers: [Number]) throws(Stopped) -> PreparedFile.Part {
        guard let part = numbers.withUnsafeBytes({ write($0) }) else { throw Stopped() }
        return part
    }

    /// Writes a column of texts, and the places of keys if they are looked up.
    func write(_ column: TextColumn, slots: [UInt64]? = nil, seed: UInt64 = 0) throws(Stopped) -> PreparedTexts {
        let storage = column.storage
        return PreparedTexts(
            bytes: try write(storage.bytes), ends: try write(storage.ends), length: storage.length,
            slots: try slots.map { (slots) throws(Stopped) in try write(slots) }, seed: seed)
    }

    /// Notes where a block lies.
    func note(_ part: PreparedFile.Part, bucket: Int, rows: Int) {
        blocks.withLock {
            $0 += [UInt64(bucket), UInt64(rows), UInt64(part.position), UInt64(part.length), part.seal]
        }
    }

    /// Writes where the blocks lie, those of a bucket together.
    func writeBlocks() throws(Stopped) -> PreparedFile.Part {
        try write(entries: blocks.withLock { $0 }, width: 5, positionAt: 2)
    }

    /// Notes where a list of persons lies.
    func note(_ part: PreparedFile.Part, personsFrom first: Int, persons: Int, rows: Int) {
        lists.withLock {
            $0 += [first, persons, rows, part.position, part.length].map { UInt64($0) } + [part.seal]
        }
    }

    /// Writes where the lists of persons lie, in their order.
    func writeLists() throws(Stopped) -> PreparedFile.Part {
        try write(entries: lists.withLock { $0 }, width: 6, positionAt: 3)
    }

    /// Writes entries of so many words, ordered by the first word and by their positions.
    private func write(entries words: [UInt64], width: Int, positionAt place: Int) throws(Stopped) -> PreparedFile.Part
    {
        let order = stride(from: 0, to: words.count, by: width).sorted {
            (words[$0], words[$0 + place]) < (words[$1], words[$1 + place])
        }
        return try write(order.flatMap { words[$0..<$0 + width] })
    }

    /// Finishes the prepared records and puts them in their place, where they replace older ones.
    func publish(_ header: PreparedHeader) throws(Stopped) -> PreparedFile {
        let position = end.load(ordering: .relaxed)
        guard !hasGivenUp, let bytes = try? JSONEncoder().encode(header),
            folder.makeRoom(for: position + bytes.count, at: path)
        else { throw Stopped() }
        let isTrusted = header.inputs.allSatisfy { $0.digest == nil }
        do throws(FileError) {
            try file.publish(Array(bytes), at: position, isTrusted: isTrusted)
            return file
        } catch {
            throw Stopped()
        }
    }

    /// Nothing is made, which nobody need be told.
    struct Stopped: Error {}
}
