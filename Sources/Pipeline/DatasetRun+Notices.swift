import Aggregation
import Reporting
import Support
import TrainingStats

/// What is told of a selection that has less than was asked for.
extension DatasetRun {
    /// Tells of a period without delivered sessions, of members that no record has, and of filters that no record passes.
    package func tellSelection(_ context: ReportContext, of summary: Summary) {
        let unmatched = UnmatchedMembers.all(summary.unmatchedMembers, of: context.filters, on: dataset)
        for members in unmatched { tell { $0.notice(of: members) } }
        if description.remark(on: context.period, .en) != nil {
            tell { self.description.remark(on: context.period, $0) ?? "" }
        } else if unmatched.isEmpty, !context.filters.isEmpty, summary.cells.isEmpty {
            tell { $0(Sentence.nothingSelected) }
        }
    }

    private func tell(_ words: (Language) -> String) {
        environment.listener.hasNotice(BilingualText(en: words(.en), ar: words(.ar)))
    }
}

extension Language {
    /// What is told of members that no record has.
    fileprivate func notice(of members: UnmatchedMembers) -> String {
        let filter = "--where \(members.dimension)"
        let names = list(members.members.map { self(Sentence.quotedMember, ["member": $0.isolated]) })
        guard let nearest = members.nearest else {
            return self(Sentence.noSuchMember, ["filter": filter, "members": names])
        }
        let escaped = Filter.escaped(nearest)
        guard escaped != nearest else {
            return self(
                Sentence.nearMember,
                [
                    "filter": filter, "members": names,
                    "nearest": self(Sentence.quotedMember, ["member": nearest.isolated]),
                ])
        }
        return self(
            Sentence.memberToEscape,
            [
                "filter": filter, "members": names,
                "nearest": self(Sentence.quotedMember, ["member": nearest.isolated]),
                "spelling": "\(members.dimension)=\(escaped)",
            ])
    }
}
