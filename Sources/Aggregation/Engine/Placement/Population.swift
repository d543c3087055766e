import Support
import TrainingStats

/// The inhabitants that the trainees of a group of cells are held against.
struct Population {
    private let dataset: Dataset
    private let dimensions: [DimensionCodes]
    /// The states that the filters admit.
    private let admitted: Set<Int>

    /// For groups along dimensions, some of those of a placer.
    init(_ placer: RecordPlacer, along dimensions: [DimensionCodes]) {
        dataset = placer.dataset
        self.dimensions = dimensions
        var admitted = Set(placer.dataset.states.indices)
        for (coded, codes) in placer.admitted {
            guard let codesOfStates = Self.codes(ofStatesIn: placer.dataset, by: coded) else { continue }
            admitted.formIntersection(codesOfStates.indices.filter { codes.contains(codesOfStates[$0]) })
        }
        self.admitted = admitted
    }

    /// The code of each state in a dimension that the state decides; nil of any other dimension.
    private static func codes(ofStatesIn dataset: Dataset, by coded: DimensionCodes) -> [Int32]? {
        func code(_ member: String?) -> Int32 {
            member.flatMap { coded.members.place(of: $0) }.map { Int32($0) } ?? DimensionCodes.unknown
        }
        return switch coded.dimension.rule {
        case .field(.state): dataset.states.map { code($0.code) }
        case .ofState(.membership): dataset.states.map { code($0.membership?.rawValue) }
        case .field, .band, .period, .attribute: nil
        }
    }

    /// The inhabitants of the states that a group is about: of its state, if it is about one, else of all states that its
    /// members and the filters admit; nil if one of them has no number, and of unknown states.
    func of(members: [Int32]) -> Int? {
        let states = dataset.states
        var admitted = admitted
        for (coded, code) in zip(dimensions, members) where code != DimensionCodes.total {
            switch coded.dimension.rule {
            case .field(.state):
                guard code == coded.rest else { return code >= 0 ? states[Int(code)].population : nil }
                admitted.formIntersection(states.indices.filter { coded.holds(states[$0].code, at: code) })
            case .ofState(.membership):
                guard code >= 0 else { return nil }
                admitted.formIntersection(
                    states.indices.filter { index in
                        states[index].membership.map { coded.holds($0.rawValue, at: code) } == true
                    })
            case .field, .band, .period, .attribute: continue
            }
        }
        var sum = 0
        for state in admitted {
            guard let population = states[state].population else { return nil }
            sum += population
        }
        return sum
    }
}
