import Support
import TrainingStats

/// Bands that `dataset.json` chooses.
extension SettingsDecoder {
    /// The bands of dimensions that every dataset has.
    mutating func bands(_ node: JSONNode) -> [BandedDimension: Bands] {
        guard case .object(let members) = node else {
            expect("an object such as {\"age-band\": [30, 40, 50]}", insteadOf: node, at: "bands")
            return [:]
        }
        var found: [BandedDimension: Bands] = [:]
        for member in members {
            let path = join("bands", member.key)
            let known = BandedDimension.allCases.map(\.rawValue)
            let name = name(.string(member.key), at: path, noun: "dimension of bands", known: known)
            guard let dimension = name.flatMap(BandedDimension.init) else { continue }
            found[dimension] = cuts(member.value, path, within: dimension.admissibleCuts).map {
                dimension.bands(cuts: $0.cuts, named: $0.names)
            }
        }
        return found
    }

    private static let bandKeys: [(name: String, meaning: String, isRequired: Bool)] = [
        ("from", "where it begins", true), ("en", "its name in English", true), ("ar", "its name in Arabic", false),
    ]

    /// Where each band begins but the lowest, in ascending order: a number, or an object that gives the band a name.
    mutating func cuts(
        _ node: JSONNode, _ path: String, within range: ClosedRange<Int>
    ) -> (cuts: [Int], names: [Int: BilingualText])? {
        let before = problems.count
        var cuts: [Int] = []
        var names: [Int: BilingualText] = [:]
        for (path, element) in list(node, path) {
            var node = element
            var name: BilingualText?
            if case .object = element {
                guard let fields = object(element, at: path, noun: "a band", keys: Self.bandKeys),
                    let from = fields["from"], let english = fields["en"].flatMap({ string($0, join(path, "en")) })
                else { continue }
                node = from
                name = BilingualText(en: english, ar: fields["ar"].flatMap { string($0, join(path, "ar")) })
            }
            guard case .number(let text) = node, let cut = Int(text), range.contains(cut) else {
                add(path, "a band begins at a whole number from \(range.lowerBound) to \(range.upperBound)")
                continue
            }
            if let last = cuts.last, cut <= last {
                add(path, "\(cut) is not above \(last): bands stand in ascending order")
            }
            if let name, names.values.contains(where: { $0.en == name.en }) {
                add(join(path, "en"), "another band is called '\(name.en.shortened())' too; give each its own name")
            }
            if let name, name.en.isEmpty || name.ar?.isEmpty == true { add(path, "a name is empty") }
            cuts.append(cut)
            names[cut] = name
        }
        return problems.count == before ? (cuts, names) : nil
    }
}
