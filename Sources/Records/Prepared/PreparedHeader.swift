import Foundation
import Support
import TrainingStats

/// What stands in prepared records besides the columns: of which files they are made, and what was found in these.
struct PreparedHeader: Codable {
    /// The program that wrote them.
    var program: String
    /// The inputs of the dataset, all of them.
    var inputs: [PreparedInput]
    /// SHA-256 of inputs by their names, as far as somebody has asked for them.
    var digests: [String: String] = [:]
    var trainees: Trainees
    var participations: Participations

    /// What was read of the trainees.
    struct Trainees: Codable {
        var account: PreparedAccount
        /// Keys of rows that are left out.
        var rejected: [String] = []
        var institutions: [String] = []
        /// The lines on which institutions first stood.
        var institutionLines: [Int] = []
        var count = 0
        var ids: PreparedTexts
        var names: PreparedTexts
        var profiles: PreparedFile.Part
        var lines: PreparedFile.Part
        /// Persons of one name, each with the earlier one: pairs of positions.
        var repeated: PreparedFile.Part
    }

    /// What was read of the participations.
    struct Participations: Codable {
        var account: PreparedAccount
        /// Keys of rows that are left out, of those that other tables refer to.
        var rejected: [UInt64] = []
        /// The values that columns are kept of, as the positions of their cases.
        var values: [Int] = []
        /// The blocks: for each its bucket, rows, position, length and seal.
        var blocks: PreparedFile.Part
        /// The lists of persons: for each the position of its first person, how many persons and parts it has, position, length and
        /// seal.
        var persons: PreparedFile.Part
    }
}

/// A column of texts.
struct PreparedTexts: Codable {
    var bytes: PreparedFile.Part
    /// Where each ends; empty if all have the same length.
    var ends: PreparedFile.Part
    /// That length.
    var length = 0
    /// The places of keys, with the number that hashes start from; nil if they are not looked up, or need none.
    var slots: PreparedFile.Part?
    var seed: UInt64 = 0
}

/// What tells one state of an input from another.
struct PreparedInput: Codable, Hashable {
    var name: String
    var identity: FileIdentity
    /// SHA-256 of its content; nil if the identity is enough.
    var digest: String?
}

/// What a reading of a table gives besides its rows.
struct PreparedAccount: Codable {
    var rows: Int
    var rejected: Int
    var emptyLines: Int
    var encoding: String
    var separator: UInt8
    var namesSeparator: Bool
    var notices: [PreparedWords]
    var findings: PreparedFindings
}

/// Words in both languages.
struct PreparedWords: Codable, Hashable {
    var en: String
    var ar: String?

    init(_ text: BilingualText) { (en, ar) = (text.en, text.ar) }

    var text: BilingualText { BilingualText(en: en, ar: ar) }
}
