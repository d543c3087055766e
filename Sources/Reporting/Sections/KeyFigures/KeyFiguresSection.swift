import Aggregation
import Support
import TrainingStats

/// The key figures: those of the period beside the same part of the one before and all time, with targets and published
/// figures.
///
/// The table has all of them; what a report begins with is made of the same answers.
struct KeyFiguresSection: ReportSection {
    let id = "key-figures"
    let title = Title.keyFigures.text

    func requests(in scope: ReportScope) -> [SummaryRequest] { KeyFigureQuestions(in: scope).requests }

    func table(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> Table {
        KeyFigureTable(try KeyFigureAnswers(answers, material), material).table(id: id, title: title)
    }

    func keyFigures(_ answers: DisclosedAnswers, _ material: ReportMaterial) throws(UnansweredRequest) -> KeyFigures? {
        let answered = try KeyFigureAnswers(answers, material)
        let words = KeyFigureWords(answered, material)
        let warnings = KeyFigureWarnings(answered, material)
        return KeyFigures(
            title: title(material.language), table: id, caption: words.caption,
            tiles: KeyFigureTiles(answered, material).tiles,
            headingOfFindings: material.language(Title.standingOut),
            findings: KeyFigureFindings(answered, material).all,
            warnings: warnings.all, missedTargets: warnings.missedTargets)
    }
}
