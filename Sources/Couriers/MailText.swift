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
        /// What the figures say; nil where there are none.
        let summary: ReleaseSummary.Words?
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
        let words = Self.words(parcel, language, digits)
        let subject = mail.subject ?? (isOverdue ? DeliverySentence.overdueSubject : .subject).text
        let text = mail.text ?? (isOverdue ? DeliverySentence.overdueText : .text).text
        func filled(_ text: String) -> String {
            MailValue.allCases.reduce(text) { $0.replacing("{\($1.rawValue)}", with: words[$1] ?? "") }
        }
        let place = "{\(MailValue.figures.rawValue)}"
        var paragraphs: [String?] = []
        for paragraph in text(language).split(separator: "\n\n") {
            let pieces = paragraph.components(separatedBy: place)
            for (index, piece) in pieces.enumerated() {
                let words = filled(piece).trimmingCharacters(in: .whitespacesAndNewlines)
                if !words.isEmpty { paragraphs.append(words) }
                if index < pieces.count - 1 { paragraphs.append(nil) }
            }
        }
        let asksForFigures = paragraphs.contains(nil)
        return Part(
            language: language, subject: filled(subject(language)), paragraphs: paragraphs,
            summary: asksForFigures ? try summary(of: parcel, language) : nil)
    }

    /// What stands in place of `{name}`.
    private static func words(_ parcel: Parcel, _ language: Language, _ digits: Digits) -> [MailValue: String] {
        func day(_ date: CivilDate?) -> String { date.map { digits.words(language.day($0), in: language) } ?? "" }
        func period(_ label: String) -> String { digits.words(language.period(label), in: language) }
        switch parcel.content {
        case .release(_, _, let manifest):
            let state =
                manifest.provisionalUntil.map {
                    language(ReleaseSentence.provisionalUntil, ["day": day(CivilDate($0))])
                } ?? language(ReleaseSentence.final)
            return [
                .report: parcel.report.name, .period: period(manifest.period.label),
                .revision: digits.figure(String(manifest.revision)), .state: state,
                .day: day(CivilDate(manifest.reportingDay)),
            ]
        case .overdue(let planned):
            return [
                .report: parcel.report.name, .period: period(planned.period.label), .day: day(planned.reportingDay),
            ]
        }
    }

    /// The figures of a release in a language; nil of a report without key figures, and of what is not made.
    ///
    /// - Throws: `DeliveryFailure` if the release has them in other languages alone.
    private static func summary(of parcel: Parcel, _ language: Language) throws -> ReleaseSummary.Words? {
        guard case .release(_, let folder, let manifest) = parcel.content,
            let summary = try ReleaseSummary(of: manifest, in: folder)
        else { return nil }
        if let words = summary.languages.first(where: { $0.language == language.rawValue }) { return words }
        throw DeliveryFailure(
            .refused,
            .init(
                en:
                    "the release has no figures in the language '\(language.rawValue)'; add it to 'languages' of the "
                    + "report, or take it from 'language' of the delivery",
                ar: "ليس في الإصدار أرقام باللغة «\(language.rawValue)»؛ أضفها إلى languages للتقرير "
                    + "أو احذفها من language للتسليم"))
    }

    // MARK: The text as it is

    private static func plain(_ part: Part) -> String {
        part.paragraphs.compactMap { $0 ?? part.summary.map { plain($0, part.language) } }
            .joined(separator: "\n\n") + "\n"
    }

    private static func plain(_ summary: ReleaseSummary.Words, _ language: Language) -> String {
        let figures = summary.figures.flatMap { figure in
            let line = language(
                figure.change == nil ? DeliverySentence.figure : .figureWithChange,
                ["name": figure.name, "value": figure.value, "change": figure.change ?? ""])
            return [line] + figure.remarks.map { "    " + $0 }
        }
        let blocks = [
            [summary.caption], summary.warnings.map { "! " + $0 }, figures, summary.findings.map { "- " + $0 },
            summary.notes,
        ]
        return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
    }

    // MARK: The same as a page

    private static func page(_ part: Part) -> String {
        let paragraphs = part.paragraphs.compactMap { paragraph in
            paragraph.map { "<p>" + escaped($0).replacing("\n", with: "<br>\n") + "</p>\n" }
                ?? part.summary.map { page($0, part.language) }
        }
        return "<div lang=\"\(part.language.rawValue)\" dir=\"\(part.language.isRightToLeft ? "rtl" : "ltr")\">\n"
            + paragraphs.joined() + "</div>\n"
    }

    private static func page(_ summary: ReleaseSummary.Words, _ language: Language) -> String {
        func each(_ sentences: [String], in element: String) -> String {
            sentences.map { "<\(element)>\(escaped($0))</\(element)>\n" }.joined()
        }
        let rows = summary.figures.map { figure in
            let remarks = figure.remarks.map { "<br>\n<small>\(escaped($0))</small>" }.joined()
            return "<tr><td>\(escaped(figure.name))\(remarks)</td>"
                + "<td align=\"right\"><b>\(escaped(figure.value))</b></td><td>\(escaped(figure.change ?? ""))</td></tr>\n"
        }
        let box = "<div style=\"border:1px solid #b45309;padding:0 12px;margin:12px 0\">\n"
        let heads = [language(Phrase.figure), language(DeliverySentence.value), language(DeliverySentence.change)]
        return "<p>\(escaped(summary.caption))</p>\n"
            + (summary.warnings.isEmpty ? "" : box + each(summary.warnings, in: "p") + "</div>\n")
            + "<table border=\"1\" cellpadding=\"6\" style=\"border-collapse:collapse\">\n<tr>"
            + heads.map { "<th>\(escaped($0))</th>" }.joined() + "</tr>\n" + rows.joined() + "</table>\n"
            + (summary.findings.isEmpty ? "" : "<ul>\n" + each(summary.findings, in: "li") + "</ul>\n")
            + summary.notes.map { "<p><small>\(escaped($0))</small></p>\n" }.joined()
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
