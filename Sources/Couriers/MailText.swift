import Foundation
import Releases
import Reporting
import Support
import TrainingStats

/// Subject and text of a mail, in one language after the other.
struct MailText {
    let subject: String
    /// The text as it is.
    let plain: String
    /// The same as a page, in which each language has its direction.
    let page: String

    /// The words of one language.
    private struct Part {
        let language: Language
        let subject: String
        /// Paragraphs; the figures are the one that is nil.
        let paragraphs: [String?]
        let figures: [ReleaseKeyFigures.Figure]
    }

    /// The words about a parcel.
    init(_ mail: Delivery.Mail, about parcel: Parcel) throws {
        let report = parcel.report
        let usual = report.languages.isEmpty ? [.en] : report.languages
        let parts = try (mail.languages.isEmpty ? usual : mail.languages).map { language in
            try Self.part(mail, parcel, language, report.digits ?? .usual(in: language))
        }
        subject = parts.map(\.subject).joined(separator: " | ")
        plain = parts.map(Self.plain).joined(separator: "\n\n")
        page =
            "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
            + parts.map(Self.page).joined(separator: "<hr>\n") + "</body>\n</html>\n"
    }

    private static func part(
        _ mail: Delivery.Mail, _ parcel: Parcel, _ language: Language, _ digits: Digits
    ) throws -> Part {
        let isOverdue = parcel.delivery.when == .overdue
        let values = try Self.values(parcel, language, digits)
        let subject = mail.subject ?? (isOverdue ? DeliverySentence.overdueSubject : .subject).text
        let text = mail.text ?? (isOverdue ? DeliverySentence.overdueText : .text).text
        func filled(_ text: String) -> String {
            MailValue.allCases.reduce(text) { $0.replacing("{\($1.rawValue)}", with: values.words[$1] ?? "") }
        }
        let place = "{\(MailValue.figures.rawValue)}"
        var paragraphs: [String?] = []
        for paragraph in text(language).split(separator: "\n\n") {
            let pieces = paragraph.components(separatedBy: place)
            for (index, piece) in pieces.enumerated() {
                let words = filled(piece).trimmingCharacters(in: .whitespacesAndNewlines)
                if !words.isEmpty { paragraphs.append(words) }
                if index < pieces.count - 1, !values.figures.isEmpty { paragraphs.append(nil) }
            }
        }
        return Part(
            language: language, subject: filled(subject(language)), paragraphs: paragraphs, figures: values.figures)
    }

    /// What stands in place of `{name}`.
    private static func values(
        _ parcel: Parcel, _ language: Language, _ digits: Digits
    ) throws -> (words: [MailValue: String], figures: [ReleaseKeyFigures.Figure]) {
        func day(_ date: CivilDate?) -> String { date.map { digits.words(language.day($0), in: language) } ?? "" }
        func period(_ label: String) -> String { digits.words(language.period(label), in: language) }
        switch parcel.content {
        case .release(_, let folder, let manifest):
            let state =
                manifest.provisionalUntil.map {
                    language(ReleaseSentence.provisionalUntil, ["day": day(CivilDate($0))])
                } ?? language(ReleaseSentence.final)
            let words: [MailValue: String] = [
                .report: parcel.report.name, .period: period(manifest.period.label),
                .revision: digits.figure(String(manifest.revision)), .state: state,
                .day: day(CivilDate(manifest.reportingDay)),
            ]
            return (words, try ReleaseKeyFigures(of: manifest, in: folder, language, digits).figures)
        case .overdue(let planned):
            let words: [MailValue: String] = [
                .report: parcel.report.name, .period: period(planned.period.label), .day: day(planned.reportingDay),
            ]
            return (words, [])
        }
    }

    private static func line(_ figure: ReleaseKeyFigures.Figure, _ language: Language) -> String {
        guard let before = figure.before else {
            return language(DeliverySentence.figure, ["name": figure.name, "value": figure.value])
        }
        return language(
            DeliverySentence.figureWithBefore, ["name": figure.name, "value": figure.value, "before": before])
    }

    private static func plain(_ part: Part) -> String {
        part.paragraphs.map { paragraph in
            paragraph ?? part.figures.map { line($0, part.language) }.joined(separator: "\n")
        }.joined(separator: "\n\n") + "\n"
    }

    private static func page(_ part: Part) -> String {
        let language = part.language
        let hasBefore = part.figures.contains { $0.before != nil }
        func cell(_ text: String, _ tag: String = "td") -> String { "<\(tag)>\(escaped(text))</\(tag)>" }
        func number(_ text: String) -> String { "<td align=\"right\">\(escaped(text))</td>" }
        let head =
            cell(language(Phrase.figure), "th") + cell(language(DeliverySentence.value), "th")
            + (hasBefore ? cell(language(DeliverySentence.before), "th") : "")
        let rows = part.figures.map { figure in
            "<tr>" + cell(figure.name) + number(figure.value) + (hasBefore ? number(figure.before ?? "") : "")
                + "</tr>\n"
        }
        let table =
            "<table border=\"1\" cellpadding=\"6\" style=\"border-collapse:collapse\">\n<tr>\(head)</tr>\n"
            + rows.joined() + "</table>\n"
        let paragraphs = part.paragraphs.map { paragraph in
            paragraph.map { "<p>" + escaped($0).replacing("\n", with: "<br>\n") + "</p>\n" } ?? table
        }
        return "<div lang=\"\(language.rawValue)\" dir=\"\(language.isRightToLeft ? "rtl" : "ltr")\">\n"
            + paragraphs.joined() + "</div>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
