import Foundation
import Testing

/// Spark itself, with a master and two workers, gives the same figures as files; `Scripts/check-engines` starts it and runs this.
struct SparkClusterTests {
    private static let address = ProcessInfo.processInfo.environment["TADRIB_TEST_SPARK"]

    /// Random requests on random datasets.
    @Test(.enabled(if: address != nil, "Scripts/check-engines runs it"), arguments: 0..<4)
    func figuresAreThoseOfTheFolder(seed: Int) throws {
        let address = try #require(Self.address)
        try CountedConformanceTests.compare(seed: seed, requests: 10) { "\(address)/;lake=\($0)" }
    }
}
