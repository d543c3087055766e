import Support
import TrainingStats

/// A mapping that was made by looking at the headings and values of a register, for somebody to correct.
///
/// ```swift
/// let proposal = try MappingProposal(of: try RegisterSheet.all(in: "register.xlsx"))
/// print(proposal.text(in: .en))
/// for doubt in proposal.doubts { print(doubt(.en)) }
/// ```
package struct MappingProposal: Sendable {
    /// The mapping.
    package let mapping: Mapping
    private let notes: ProposalNotes

    /// What is not certain, each once, in the order of the file.
    package var doubts: [BilingualText] { notes.doubts }
    /// What the register says nothing of, so that measures stay empty; nil if it speaks of everything.
    package var closing: BilingualText? { notes.closing }

    /// The mapping that is proposed for some sheets; sessions that begin after the reporting day are told, if it is given.
    ///
    /// - Throws: ``ImportError/refused(_:remedy:)`` where no sheet has headings that are known, or where the cells are of a
    ///   kind that says nothing of training.
    package init(of sheets: [RegisterSheet], today: CivilDate? = nil) throws(ImportError) {
        var notes = ProposalNotes()
        var shapes: [SheetShape] = []
        for sheet in sheets where !sheet.rows.isEmpty {
            if let shape = SheetShape(of: sheet) { shapes.append(shape) }
        }
        guard !shapes.isEmpty else { throw RefusedShape.noHeadings(in: sheets) }
        for shape in shapes { try RefusedShape.check(shape) }
        var proposer = MappingProposer(shapes: shapes, sheets: sheets)
        var proposed = proposer.mapping(&notes)
        ProposalTrial(on: sheets, today: today).settle(
            &proposed, saysCompletionInWords: proposer.saysCompletionInWords, &notes)
        mapping = proposed
        self.notes = notes
    }

    /// The mapping as a file of JSON with comments; what is not certain is marked there.
    package func text(in language: Language) -> String {
        let opening: BilingualText = .init(
            en: """
                How the register becomes a dataset: a proposal. Lines that begin with two strokes are comments.
                Look at the lines with a question mark first, correct what is wrong, and run the same command again.
                """,
            ar: """
                كيف يصير السجل مجموعة بيانات: اقتراح. الأسطر التي تبدأ بشرطتين مائلتين تعليقات.
                ابدأ بالأسطر التي فيها علامة استفهام، وصحح ما كان خطأ، ثم نفّذ الأمر نفسه مرة أخرى.
                """)
        let lines = opening(language).split(whereSeparator: \.isNewline).map { "// \($0)\n" }
        return lines.joined() + mapping.text(comments: notes.comments(in: language))
    }
}
