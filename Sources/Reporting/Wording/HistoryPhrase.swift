/// Words of the history of a store.
package enum HistoryPhrase: CatalogueEntry {
    /// Titles.
    case imports, historyOfRow
    /// Headings of imports.
    case importNumber, time, user, source
    /// What became of rows.
    case new, changed, gone, unchanged, rejected
    /// What an import came to, of a store and of a table.
    case imported, nothingChanged, newRows, changedRows, goneRows, unchangedRows, rejectedRows, noRows
    /// Headings of changes.
    case change, column, old, newValue

    package var wording: (en: String, ar: String) {
        switch self {
        case .imports: ("Imports", "عمليات الاستيراد")
        case .historyOfRow: ("History of a row", "تاريخ صف")
        case .importNumber: ("Import", "الاستيراد")
        case .time: ("Time (UTC)", "الوقت (UTC)")
        case .user: ("User", "المستخدم")
        case .source: ("Source", "المصدر")
        case .new: ("New", "جديد")
        case .changed: ("Changed", "متغير")
        case .gone: ("Gone", "محذوف")
        case .unchanged: ("Unchanged", "لم يتغير")
        case .rejected: ("Left out", "متروك")
        case .imported: ("{store}: import {number}", "{store}: الاستيراد {number}")
        case .nothingChanged:
            ("{store}: import {number}: nothing has changed", "{store}: الاستيراد {number}: لم يتغير شيء")
        case .newRows: ("{count} new", "جديدة: {count}")
        case .changedRows: ("{count} changed", "متغيرة: {count}")
        case .goneRows: ("{count} gone", "محذوفة: {count}")
        case .unchangedRows: ("{count} unchanged", "لم تتغير: {count}")
        case .rejectedRows: ("{count} left out", "متروكة: {count}")
        case .noRows: ("no rows", "بلا صفوف")
        case .change: ("Change", "التغيير")
        case .column: ("Column", "العمود")
        case .old: ("Old", "القديم")
        case .newValue: ("New value", "القيمة الجديدة")
        }
    }
}
