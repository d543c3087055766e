import Aggregation
import Support
import TrainingStats

extension Target {
    /// Which way a baseline says that the figure is to go; nil where there is none, or it is the target itself.
    private var directionOfBaseline: Measure.Direction? {
        guard let baseline, baseline != value else { return nil }
        return value < baseline ? .less : .more
    }

    /// Whether the figure may not be above the target, and need not rise to it: the baseline says so, else the measure.
    package func isUndercut(_ measure: Measure) -> Bool {
        (directionOfBaseline ?? measure.direction) == .less
    }

    /// What is doubtful of the way that the figure is to go; nil if nothing is.
    package func doubt(_ measure: Measure) -> TargetDoubt? {
        switch (directionOfBaseline, measure.direction) {
        case (.less, .more): .falls
        case (.more, .less): .rises
        case (nil, .neither): .takenAsAtLeast
        default: nil
        }
    }
}

/// What is doubtful of a target, which is held against the records all the same.
package enum TargetDoubt: Hashable, Sendable {
    /// The target is below its baseline, and more of the measure is better.
    case falls
    /// The target is above its baseline, and less of the measure is better.
    case rises
    /// Neither baseline nor measure say which way the figure is to go.
    case takenAsAtLeast
    /// No record has a member that the filter names.
    case unmatched(UnmatchedMembers)

    /// The column that is to be looked at.
    package var column: String {
        switch self {
        case .falls, .rises: "baseline"
        case .takenAsAtLeast: "target"
        case .unmatched: "where"
        }
    }

    /// What is doubtful, and what to do about it.
    package var text: BilingualText {
        switch self {
        case .falls:
            .init(
                en:
                    "the target is below its baseline, and is taken as a figure to be undercut, although of this measure more "
                    + "is better; correct one of the two, or leave the baseline out",
                ar:
                    "المستهدف أدنى من خط أساسه فيُعد حداً لا يُتجاوز، مع أن الأكثر من هذا المقياس أفضل؛ صحّح أحدهما أو احذف خط "
                    + "الأساس")
        case .rises:
            .init(
                en:
                    "the target is above its baseline, and is taken as a figure to be reached, although of this measure less "
                    + "is better; correct one of the two, or leave the baseline out",
                ar:
                    "المستهدف أعلى من خط أساسه فيُعد قيمة تُبلغ، مع أن الأقل من هذا المقياس أفضل؛ صحّح أحدهما أو احذف خط الأساس"
            )
        case .takenAsAtLeast:
            .init(
                en:
                    "neither more nor less of this measure is better, and the target is taken as 'at least'; give a baseline "
                    + "to say which way the figure is to go",
                ar:
                    "ليس الأكثر من هذا المقياس أفضل ولا الأقل، فيُعد المستهدف حداً أدنى؛ اكتب خط الأساس ليُعرف اتجاه القيمة"
            )
        case .unmatched(let unmatched):
            Self.text(of: unmatched)
        }
    }

    private static func text(of unmatched: UnmatchedMembers) -> BilingualText {
        let members = unmatched.members.joined(separator: ",")
        return BilingualText(
            en:
                "no record has '\(unmatched.dimension)\(unmatched.choice.rawValue)\(members)'; correct it, or leave it if the "
                + "records are still to come",
            ar:
                "لا سجل فيه «\(unmatched.dimension)\(unmatched.choice.rawValue)\(members)»؛ صحّحه، أو اتركه إن كانت السجلات لم "
                + "تصل بعد"
        ).followed(by: Spelling.suggestion(of: [unmatched.nearest].compactMap(\.self)))
    }
}
