import Aggregation
import Reporting
import Support
import TrainingStats

/// What is told of a selection that has less than was asked for.
extension DatasetRun {
    /// Tells of a period without delivered sessions, of members that no record has, and of filters that no record passes.
    package func tellSelection(_ context: ReportContext, of summary: Summary) {
        let unmatched = UnmatchedMembers.all(summary.unmatchedMembers, of: context.filters, on: dataset, in: catalogue)
        for members in unmatched {
            // What no filter names is named by a condition of a measure.
            let isOfMeasure = !context.filters.contains { $0.dimension == members.dimension }
            tell { $0.notice(of: members, ofMeasure: isOfMeasure, MemberNames(self.description, $0)) }
        }
        if description.remark(on: context.period, .en) != nil {
            tell { self.description.remark(on: context.period, $0) ?? "" }
        } else if unmatched.isEmpty, !context.filters.isEmpty, context.persons?.count != 0, summary.cells.isEmpty {
            tell { $0(SelectionSentence.nothingSelected) }
        }
    }

    private func tell(_ words: (Language) -> String) { tell(BilingualText(en: words(.en), ar: words(.ar))) }

    /// Tells of something that somebody may not expect.
    package func tell(_ text: BilingualText) { environment.listener.hasNotice(text) }
}

extension Language {
    /// What is told of members that no record has.
    fileprivate func notice(
        of members: UnmatchedMembers, ofMeasure isOfMeasure: Bool, _ names: MemberNames
    ) -> String {
        let filter =
            isOfMeasure
            ? self(SelectionSentence.conditionOfMeasure, ["dimension": members.dimension])
            : "--where \(members.dimension)"
        func quoted(_ member: String) -> String {
            let quoted = self(SelectionSentence.quotedMember, ["member": member.isolated])
            guard members.choice != .containing, let dimension = names.dimension(members.dimension) else {
                return quoted
            }
            let name = names.words(of: member, in: dimension)
            return name == member
                ? quoted : self(SelectionSentence.namedMember, ["member": quoted, "name": name.isolated])
        }
        let named = list(members.members.map(quoted))
        if members.choice == .containing {
            return self(SelectionSentence.noSuchText, ["filter": filter, "members": named])
        }
        guard let nearest = members.nearest else {
            return self(SelectionSentence.noSuchMember, ["filter": filter, "members": named])
        }
        let escaped = Filter.escaped(nearest)
        guard escaped != nearest else {
            return self(
                SelectionSentence.nearMember,
                [
                    "filter": filter, "members": named,
                    "nearest": quoted(nearest),
                ])
        }
        return self(
            SelectionSentence.memberToEscape,
            [
                "filter": filter, "members": named,
                "nearest": quoted(nearest),
                "spelling": "\(members.dimension)\(members.choice.rawValue)\(escaped)",
            ])
    }
}
