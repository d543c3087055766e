import Aggregation

extension Measure.Additivity {
    /// Along which dimensions cells add up, in words.
    package var phrase: Phrase {
        switch self {
        case .everywhere: .additiveEverywhere
        case .onSessions: .additiveOnSessions
        case .nowhere: .additiveNowhere
        }
    }
}
