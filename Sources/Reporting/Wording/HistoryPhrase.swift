/// Words of the history of a store.
package enum HistoryPhrase: CatalogueEntry {
    /// Titles.
    case imports, historyOfRow
    /// Headings of imports.
    case importNumber, time, user, source
    /// What became of rows.
    case new, changed, gone, unchanged, rejected
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
        case .change: ("Change", "التغيير")
        case .column: ("Column", "العمود")
        case .old: ("Old", "القديم")
        case .newValue: ("New value", "القيمة الجديدة")
        }
    }
}
