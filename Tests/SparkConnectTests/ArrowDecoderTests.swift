import TestSupport
import Testing

@testable import SparkConnect

/// Streams of Arrow: what is in them comes out, and what is hostile is refused.
struct ArrowDecoderTests {
    @Test func textsOfSeveralBatches() throws {
        let batches = try ArrowDecoder.batches(of: ArrowSamples.texts)
        #expect(batches.map(\.rows) == [3, 0, 1])
        #expect(batches.allSatisfy { $0.columns == ["a", "b"] })
        #expect(
            batches.flatMap { batch in (0..<batch.rows).map { batch.row($0) } } == [
                ["x", "é\n"], ["", "مرحبا"], [nil, "\0"], ["last", nil],
            ])
    }

    @Test func aSchemaAlone() throws { #expect(try ArrowDecoder.batches(of: ArrowSamples.noRows).isEmpty) }

    @Test func booleansAreWords() throws {
        let batch = try #require(try ArrowDecoder.batches(of: ArrowSamples.booleans).first)
        #expect((0..<3).map { batch.row($0) } == [["x", "true"], ["y", nil], ["z", "false"]])
    }

    @Test func textsWithLongOffsets() throws {
        #expect(try ArrowDecoder.batches(of: ArrowSamples.large).map { $0.row(0) } == [["x"]])
    }

    @Test(
        arguments: [
            (ArrowSamples.ints, "'n' is no text"),
            (ArrowSamples.compressed, "compressed"), (ArrowSamples.dictionary, "is no text"),
            ([][...], "without a schema"), ([1, 2, 3, 4, 5, 6, 7, 8][...], "no Arrow message"),
        ])
    func otherFormsAreRefused(_ stream: ArraySlice<UInt8>, _ words: String) {
        do {
            _ = try ArrowDecoder.batches(of: stream)
            Issue.record("it was taken")
        } catch {
            #expect(error.kind == .malformed && error.reason.en.contains(words), "\(error.reason.en)")
        }
    }

    /// Every length of a stream, and streams in which bytes are others: an answer or an error, and never a crash.
    @Test(arguments: [
        ArrowSamples.texts, ArrowSamples.booleans, ArrowSamples.large, ArrowSamples.compressed, ArrowSamples.dictionary,
    ])
    func hostileBytesAreRefused(_ stream: ArraySlice<UInt8>) {
        for length in 0...stream.count { Self.read(stream.prefix(length)) }
        let seed = UInt64.random(in: 0...UInt64.max)
        print("hostile Arrow: seed \(seed)")
        var random = SplitMix64(seed: seed)
        for _ in 0..<20_000 {
            var bytes = stream
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let values: [UInt8] = [0, 1, 0x7F, 0x80, 0xFF, UInt8.random(in: 0...255, using: &random)]
                bytes[Int.random(in: bytes.indices, using: &random)] = values.randomElement(using: &random) ?? 0
            }
            Self.read(bytes)
        }
    }

    /// Reads a stream, and all texts of what it gives.
    private static func read(_ stream: ArraySlice<UInt8>) {
        do throws(SparkError) {
            for batch in try ArrowDecoder.batches(of: stream) {
                for row in 0..<batch.rows { _ = batch.row(row) }
            }
        } catch {
            #expect(error.kind == .malformed)
        }
    }
}
