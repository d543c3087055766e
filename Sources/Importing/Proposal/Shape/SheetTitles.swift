import Support
import Workbooks

/// Texts that stand alone above the headings: the name of the office, and the title of the register.
struct SheetTitles {
    /// The office.
    private(set) var office: BilingualText?
    /// The title.
    private(set) var title: BilingualText?

    /// The titles above the headings of a sheet, which stand in a row with a number.
    init(above headings: Int, in sheet: RegisterSheet) {
        for row in sheet.rows where row.number < headings {
            let cells = row.cells.filter { !CellText.isNothing($0.text) }
            // A label with a colon belongs to a value, and a day says when the sheet was made.
            guard cells.count == 1, let cell = cells.first, cell.kind == .text else { continue }
            let text = cell.text.joinedToOneLine()
            guard !text.contains(where: { ":=：".contains($0) }), text.contains(where: \.isLetter),
                text.count <= 200, DateReader()(text) == .none
            else { continue }
            if Self.namesOffice(text) {
                office = Self.adding(text, to: office)
            } else {
                title = Self.adding(text, to: title)
            }
        }
    }

    /// A text in one language; the first of a language counts, and stands for the other one until that is there.
    private static func adding(_ text: String, to earlier: BilingualText?) -> BilingualText {
        guard let earlier else { return text.hasArabic ? .init(en: text, ar: text) : .init(en: text) }
        if text.hasArabic, earlier.ar == nil { return .init(en: earlier.en, ar: text) }
        if !text.hasArabic, earlier.en.hasArabic { return .init(en: text, ar: earlier.ar ?? earlier.en) }
        return earlier
    }

    /// Whether a text names an office by one of its words.
    private static func namesOffice(_ text: String) -> Bool {
        text.split { !$0.isLetter }.contains { offices(String($0)) == true }
    }

    private static let offices = WordTable<Bool>([
        (
            true,
            """
            Directorate | Department | Office | Centre | Center | Ministry | Institute | Authority | Academy | Command | Division | Agency | University | College
            وزارة | إدارة | مديرية | مكتب | مركز | معهد | هيئة | أكاديمية | كلية | جامعة | قيادة | قسم | الوزارة | الإدارة | المركز | المعهد
            """
        )
    ])
}
