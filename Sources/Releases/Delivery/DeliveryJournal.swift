import Foundation
import Support

/// What was to be delivered of a report's releases, and what has become of it: `deliveries.json` in their folder.
///
/// It is written anew, as a whole, before and after each step, so that a run that is killed leaves behind how far it was.
package struct DeliveryJournal: Hashable, Codable, Sendable {
    /// Name of the file.
    static let fileName = "deliveries.json"

    /// How far a delivery is.
    package enum State: String, Codable, Sendable {
        /// It is to be done as soon as the release is whole.
        case planned
        /// It has begun, and nothing has arrived yet.
        case begun
        /// The last part is on its way: it may have arrived already.
        case sent
        /// It has arrived.
        case delivered
        /// It has not arrived; the next run tries again.
        case failed
        /// It has not arrived, and will not.
        case refused
        /// Nobody knows whether it has arrived.
        case uncertain
        /// Its occasion has not come.
        case notNeeded = "not-needed"
        /// It has not arrived, or nobody knows, and somebody has said that this is settled.
        case acknowledged
    }

    /// A delivery of a release.
    package struct Entry: Hashable, Codable, Sendable {
        /// The folder of the release; of what is overdue, the label of its period.
        package var release: String
        /// The name of the delivery.
        package var delivery: String
        /// How far it is.
        package var state = State.planned
        /// How often it was tried.
        package var attempts = 0
        /// When the state was last changed, in UTC.
        package var time: String?
        /// Why it has not arrived.
        package var reason: Reason?
        /// The addresses that have it, where others do not; nil if there are none.
        package var arrivedAt: [String]?

        /// A reason in both languages.
        package struct Reason: Hashable, Codable, Sendable {
            var en: String
            var ar: String

            /// The reason as a text.
            package var text: BilingualText { BilingualText(en: en, ar: ar) }
        }

        /// Whether a run is to do it.
        var isOpen: Bool { [.planned, .begun, .failed].contains(state) }

        /// Whether somebody has to know that it has not arrived, or may not have.
        package var isUndelivered: Bool { ![.delivered, .notNeeded, .acknowledged].contains(state) }
    }

    /// The version of this form.
    private(set) var format = 1
    /// All deliveries, in the order in which they were planned.
    package private(set) var deliveries: [Entry] = []

    /// A journal without entries.
    init() {}

    /// The journal in the folder of a report's releases; an empty one if there is none.
    ///
    /// - Throws: ``ReleaseError`` if it cannot be read: without it, something might be delivered twice.
    package init(in folder: String) throws(ReleaseError) {
        let path = folder + "/" + Self.fileName
        guard FileStatus.kind(of: path, followsLinks: false) != nil else { return }
        let bytes = try ReleaseError.wrapping { () throws(FileError) in try FileSystem.bytes(of: path) }
        do {
            self = try JSONDecoder().decode(DeliveryJournal.self, from: Data(bytes))
        } catch {
            throw .badJournal(path: path)
        }
    }

    /// Writes it to the folder, whole and synced.
    func save(in folder: String, mode: UInt32) throws(FileError) {
        let path = folder + "/" + Self.fileName
        let text = try JSONFile.bytes(of: self, forFileAt: path, [.prettyPrinted, .withoutEscapingSlashes])
        try AtomicFile.write(text + Array("\n".utf8), to: path, mode: mode)
    }

    /// Plans deliveries of a release, but for those that are known already; true if there is a new one.
    mutating func plan(_ deliveries: [Delivery], of release: String) -> Bool {
        let names = deliveries.map(\.name).filter { self[release, $0] == nil }
        self.deliveries += names.map { Entry(release: release, delivery: $0) }
        return !names.isEmpty
    }

    /// The entry of a release and a delivery.
    subscript(release: String, delivery: String) -> Entry? {
        get { deliveries.first { $0.release == release && $0.delivery == delivery } }
        set {
            guard let newValue,
                let place = deliveries.firstIndex(where: { $0.release == release && $0.delivery == delivery })
            else { return }
            deliveries[place] = newValue
        }
    }

    /// Forgets releases that are kept no longer; true if there was one.
    mutating func forget(_ releases: [String]) -> Bool {
        let former = deliveries.count
        deliveries.removeAll { releases.contains($0.release) }
        return deliveries.count < former
    }
}
