import Records
import Support

/// What a template says about its columns.
///
/// In Arabic, a mark before a date keeps its parts in their order.
enum TemplateWording {
    /// About a column that the contract does not have.
    static let otherColumn = BilingualText(
        en: "This column has no influence on the figures.", ar: "لا أثر لهذا العمود في الأرقام.")

    /// How fields of a kind are filled in.
    static func content(of content: FieldContent, isHijri: Bool) -> BilingualText {
        switch content {
        case .identifier:
            .init(en: "Text: leading zeros stay.", ar: "نص: تبقى الأصفار في أوله.")
        case .reference(let table):
            .init(
                en: "Choose from the list; what is missing goes to the sheet \(table.title.en) first.",
                ar: "اختر من القائمة؛ وما ليس فيها يضاف أولاً إلى ورقة «\(table.title(.ar))».")
        case .text: .init(en: "", ar: "")
        case .code: .init(en: "Choose from the list.", ar: "اختر من القائمة.")
        case .state: list(of: .states)
        case .topic: list(of: .topics)
        case .date:
            isHijri
                ? .init(en: "A Hijri day as text: 1446-06-30.", ar: "يوم هجري نصاً: \u{200E}1446-06-30.")
                : .init(en: "A day, such as 2024-12-31.", ar: "تاريخ ميلادي، مثل \u{200E}2024-12-31.")
        case .number(let bounds): number(within: bounds)
        }
    }

    private static func list(of table: RecordTable) -> BilingualText {
        .init(
            en: "Choose from the list; the sheet \(table.title.en) can have more.",
            ar: "اختر من القائمة؛ ويمكن أن تزاد في ورقة «\(table.title(.ar))».")
    }

    private static func number(within bounds: NumberBounds) -> BilingualText {
        let what = bounds.isWhole ? ("A whole number", "عدد صحيح") : ("A number", "عدد")
        return switch (bounds.least, bounds.greatest) {
        // What no register reaches need not be said.
        case (let least?, let greatest?) where greatest < 1_000_000:
            .init(en: "\(what.0) from \(least) to \(greatest).", ar: "\(what.1) من \(least) إلى \(greatest).")
        case (let least?, _): .init(en: "\(what.0), \(least) or more.", ar: "\(what.1)، \(least) فأكثر.")
        case (nil, _): .init(en: "\(what.0).", ar: "\(what.1).")
        }
    }

    /// What is said when something else is typed.
    static func refusal(of content: FieldContent) -> BilingualText {
        switch content {
        case .identifier, .text: .init(en: "", ar: "")
        case .reference(let table):
            .init(
                en: "This is not on the sheet \(table.title.en). Add it there first, or choose from the list.",
                ar: "هذا ليس في ورقة «\(table.title(.ar))». أضفه إليها أولاً، أو اختر من القائمة.")
        case .code: .init(en: "Choose one of the list.", ar: "اختر مما في القائمة.")
        case .state: refusal(of: .reference(.states))
        case .topic: refusal(of: .reference(.topics))
        case .date(nil):
            .init(en: "Type a day, such as 2024-12-31.", ar: "اكتب تاريخاً ميلادياً، مثل \u{200E}2024-12-31.")
        case .date:
            .init(
                en: "Type a day, such as 2024-12-31, that is not before the first one.",
                ar: "اكتب تاريخاً ميلادياً، مثل \u{200E}2024-12-31، لا يسبق تاريخ البدء.")
        case .number(let bounds): number(within: bounds)
        }
    }

    /// What fields of a kind hold, in a few words, for the page that explains the columns.
    static func kind(of content: FieldContent, isHijri: Bool) -> BilingualText {
        switch content {
        case .identifier: .init(en: "identifier", ar: "معرّف نصي")
        case .reference(let table):
            .init(en: "from the sheet \(table.title.en)", ar: "من ورقة «\(table.title(.ar))»")
        case .text: .init(en: "text", ar: "نص")
        case .code(let codes):
            .init(
                en: codes.map(\.name.en).joined(separator: ", "),
                ar: codes.map { $0.name(.ar) }.joined(separator: "، "))
        case .state: kind(of: .reference(.states), isHijri: isHijri)
        case .topic: kind(of: .reference(.topics), isHijri: isHijri)
        case .date: Self.content(of: content, isHijri: isHijri)
        case .number(let bounds): number(within: bounds)
        }
    }
}
