import Aggregation
import Records
import Reporting

extension Measure.Direction {
    /// Which way a figure is to go, in words.
    var phrase: Phrase {
        switch self {
        case .more: .betterMore
        case .less: .betterLess
        case .neither: .betterNeither
        }
    }
}

extension Dimension.Side {
    /// What a dimension is a property of, in words.
    var phrase: Phrase {
        switch self {
        case .trainee: .onTrainee
        case .session: .onSession
        case .course: .onCourse
        case .time: .onTime
        case .trainer: .onTrainer
        case .evaluation: .onEvaluation
        }
    }
}

extension FindingCode.Severity {
    /// The severity in words.
    var phrase: Phrase {
        switch self {
        case .error: .error
        case .warning: .warning
        }
    }
}
