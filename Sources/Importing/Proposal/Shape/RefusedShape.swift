import Support
import Workbooks

/// Sheets that say nothing of training, or hold what must not be taken over.
enum RefusedShape {
    /// No row of any sheet has headings that are known.
    static func noHeadings(in sheets: [RegisterSheet]) -> ImportError {
        let names = Spelling.list(sheets.map(\.title))
        return .refused(
            .init(
                en:
                    "\(names.en): no row has headings that are known, such as Name, Course, Start date, اسم المتدرب, الدورة",
                ar: "\(names(.ar)): لا صف فيه عناوين معروفة، مثل اسم المتدرب والدورة وتاريخ البداية"),
            remedy: .init(
                en: "put a row of headings above the table; a grid without headings does not say what it holds",
                ar: "ضع صف عناوين فوق الجدول؛ فالجدول بلا عناوين لا يُعرف ما فيه"))
    }

    /// Throws where a sheet holds passwords, or a grid of numbers that are no results.
    static func check(_ shape: SheetShape) throws(ImportError) {
        for column in shape.columns
        where column.profile.filled > 0 && HeadingIndex.columns(for: column.heading).contains(.secret) {
            throw .refused(
                .init(
                    en: "\(shape.sheet.title): the column '\(column.heading.shortened())' holds passwords",
                    ar: "\(shape.sheet.title.isolated): في العمود «\(column.heading.shortened().isolated)» كلمات مرور"),
                remedy: .init(
                    en: "delete it, and change them: a register of training is no place for them",
                    ar: "احذفه وغيّرها؛ فسجل التدريب ليس مكاناً لها"))
        }
        guard shape.across == nil else { return }
        let unknown = shape.columns.filter { HeadingIndex.columns(for: $0.heading).isEmpty && $0.profile.filled > 0 }
        guard unknown.count >= 4 else { return }
        let names = Spelling.list(unknown.prefix(3).map { $0.heading.shortened(to: 40) }, quoted: true)
        if unknown.allSatisfy({
            $0.profile.isMostly($0.profile.numbers) && $0.profile.percents == 0 && $0.profile.dateCells == 0
        }) {
            throw .refused(
                .init(
                    en:
                        "\(shape.sheet.title): the columns \(names.en) and others hold numbers such as days until due, which say "
                        + "neither when somebody was trained nor how it ended",
                    ar:
                        "\(shape.sheet.title.isolated): في الأعمدة \(names(.ar)) وغيرها أعداد كالأيام الباقية، ولا تقول متى "
                        + "تدرب أحد ولا كيف انتهى تدريبه"),
                remedy: .init(
                    en: "import the list from which they were worked out, with dates and results",
                    ar: "استورد القائمة التي حُسبت منها، وفيها التواريخ والنتائج"))
        }
        if unknown.allSatisfy({ $0.profile.isMostly($0.profile.statuses + $0.profile.allDates) }) {
            throw .refused(
                .init(
                    en:
                        "\(shape.sheet.title): the columns \(names.en) and others hold a course each, and no row says so",
                    ar: "\(shape.sheet.title.isolated): في كل من الأعمدة \(names(.ar)) وغيرها دورة، ولا صف يقول ذلك"
                ),
                remedy: .init(
                    en: "put a row above the headings that names the courses, and call each column Date or Result",
                    ar: "ضع فوق العناوين صفاً يسمي الدورات، وسمّ كل عمود «التاريخ» أو «النتيجة»"))
        }
    }
}
