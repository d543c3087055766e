import Support
import TrainingStats

extension RequestError {
    /// What is wrong, in both languages.
    package var text: BilingualText {
        switch self {
        case .unknownDimension(let id, _): .init(en: "there is no dimension '\(id)'", ar: "لا توجد خاصية باسم «\(id)»")
        case .unknownMeasure(let id, _): .init(en: "there is no measure '\(id)'", ar: "لا يوجد مقياس باسم «\(id)»")
        case .memberAsFigure(let id, _):
            .init(
                en:
                    "'\(id)' is a property of records and no measure; a condition is about measures, such as trainees>=3, and a "
                    + "filter about members, such as \(id)=MEMBER",
                ar:
                    "«\(id)» خاصية للسجلات وليس مقياساً؛ الشرط للمقاييس، مثل trainees>=3، والمرشح للقيم، مثل \(id)=MEMBER"
            )
        case .unsupportedMeasure(let id, let reason):
            .init(
                en: "the measure '\(id)' cannot be computed: \(reason)", ar: "لا يمكن حساب المقياس «\(id)»: \(reason)")
        case .unknownMember(let dimension, let member, _):
            .init(
                en: "the dimension '\(dimension)' has no member '\(member)'",
                ar: "ليس للخاصية «\(dimension)» قيمة باسم «\(member)»")
        case .hijriMember(let dimension, let member):
            .init(
                en: "'\(member)' has a Hijri year, and '\(dimension)' is of the Gregorian calendar; "
                    + Self.remedy(ofHijri: member).en,
                ar: "سنة «\(member)» هجرية، والخاصية «\(dimension)» من التقويم الميلادي؛ "
                    + Self.remedy(ofHijri: member)(.ar))
        case .numberWithoutBands(let id):
            .init(
                en: "'\(id)' is a number without bands, and no dimension; give it 'bands' in dataset.json",
                ar: "«\(id)» عدد بلا فئات وليس خاصية؛ اذكر له 'bands' في dataset.json")
        case .repeatedDimension(let id):
            .init(en: "the dimension '\(id)' is asked for twice", ar: "الخاصية «\(id)» مطلوبة مرتين")
        case .badFilter(let text):
            .init(
                en:
                    "'\(text)' is not a filter; give DIMENSION=MEMBER[,MEMBER], such as state=KWT,QAT, or != or ~ in place of =",
                ar: "«\(text)» ليس مرشحاً؛ اكتب DIMENSION=MEMBER[,MEMBER]، مثل state=KWT,QAT، أو != أو ~ مكان =")
        case .badSoughtText(let text) where text == "_U" || text == "_T":
            .init(
                en: "'\(text)' is no text of members; give it with '=' or '!='",
                ar: "«\(text)» ليس نصاً في القيم؛ اذكره مع «=» أو «!=»")
        case .badSoughtText(let text):
            .init(
                en: "'\(text)' has no letter and no digit that members could contain",
                ar: "ليس في «\(text)» حرف ولا رقم يُبحث عنه في القيم")
        case .trainerDimension(let dimension, let measure, let allowed):
            .init(
                en:
                    "the trainer dimension '\(dimension)' goes with \(allowed.joined(separator: ", ")) alone, "
                    + "not with '\(measure)'",
                ar: "خاصية المدربين «\(dimension)» لا تجتمع إلا مع \(allowed.joined(separator: "، "))، "
                    + "لا مع «\(measure)»")
        case .trainerAndTrainee(let trainer, let trainee):
            .init(
                en: "the trainer dimension '\(trainer)' cannot be combined with the trainee dimension '\(trainee)'",
                ar: "لا تجتمع خاصية المدربين «\(trainer)» مع خاصية المتدربين «\(trainee)»")
        case .evaluationDimension(let dimension, let measure, let allowed):
            .init(
                en:
                    "the dimension '\(dimension)' of evaluations goes with \(allowed.joined(separator: ", ")) alone, "
                    + "not with '\(measure)'",
                ar:
                    "خاصية التقييم «\(dimension)» لا تجتمع إلا مع \(allowed.joined(separator: "، "))، لا مع «\(measure)»"
            )
        case .evaluationsByPersons(let name):
            .init(
                en: "'\(name)' cannot be combined with a condition on persons: evaluations do not say whose they are",
                ar: "لا يجتمع «\(name)» مع شرط على الأشخاص: فالتقييمات لا تذكر أصحابها")
        case .evaluationsByTrainee(let dimension, let name):
            .init(
                en:
                    "'\(name)' cannot be combined with the trainee dimension '\(dimension)': evaluations do not say whose they are",
                ar: "لا يجتمع «\(name)» مع خاصية المتدربين «\(dimension)»: فالتقييمات لا تذكر أصحابها")
        case .unknownTransform(let id):
            .init(
                en: "there is no transform '\(id)'; there are "
                    + Transform.allCases.map(\.rawValue).joined(separator: ", "),
                ar: "لا يوجد تحويل باسم «\(id)»؛ والتحويلات هي "
                    + Transform.allCases.map(\.rawValue).joined(separator: "، "))
        case .meaninglessTransform(let transform, let measure):
            .init(
                en: "'\(transform)' of '\(measure)' has no meaning: it is a rate or a mean",
                ar: "لا معنى للتحويل «\(transform)» على «\(measure)»: فهو نسبة أو متوسط")
        case .transformNeedsTime(let transform):
            .init(
                en:
                    "'\(transform)' looks from one part of the calendar to the next: give one time dimension, such as year",
                ar: "«\(transform)» ينظر من فترة إلى التي تليها: اذكر خاصية زمنية واحدة، مثل year")
        case .transformNeeds(let transform, let option):
            .init(
                en: "'\(transform)' has no meaning in a table without \(option)",
                ar: "لا معنى للتحويل «\(transform)» في جدول بلا \(option)")
        case .noRate(let shares) where shares.isEmpty:
            .init(
                en: "no measure is a rate of counted cases, such as completion-rate or pass-rate, and has an interval",
                ar: "ليس بين المقاييس نسبة لحالات معدودة لها فترة ثقة، مثل completion-rate أو pass-rate")
        case .noRate(let shares):
            .init(
                en:
                    "no interval for \(shares.joined(separator: ", ")): one figure over another is no share of records, "
                    + "such as completion-rate or pass-rate",
                ar: "لا فترة ثقة للمقياس \(shares.joined(separator: "، ")): فقسمة رقم على آخر ليست نسبة من السجلات، "
                    + "مثل completion-rate أو pass-rate")
        case .unknownColumn(let id, let measure, _):
            .init(
                en: "there is no column '\(id)' in the list of the records behind '\(measure)'",
                ar: "لا يوجد عمود باسم «\(id)» في قائمة السجلات التي وراء «\(measure)»")
        case .tooManyCombinations(let dimension):
            .init(
                en: "there are too many combinations of members with '\(dimension)': leave a dimension out",
                ar: "مجموعات القيم مع «\(dimension)» أكثر مما يُحسب: استغنِ عن إحدى الخصائص")
        case .badCondition(let text, let character, let fault):
            .init(
                en: "'\(text)' is not a condition: at character \(character), \(fault.text.en)",
                ar: "«\(text)» ليس شرطاً: عند الحرف \(character)، \(fault.text(.ar))")
        case .conditionWithoutRows(let figure):
            .init(
                en: "a condition on '\(figure)' is about rows, and there are none",
                ar: "الشرط على «\(figure)» للصفوف، ولا صفوف هنا")
        case .meaninglessCondition(let figure, let dimension):
            .init(
                en:
                    "no row meets a condition on '\(figure)': with the trainee dimension '\(dimension)' it has no value",
                ar: "لا يحقق أي صف شرطاً على «\(figure)»: فلا قيمة له مع خاصية المتدربين «\(dimension)»")
        case .figureWithoutPersons(let figure):
            .init(
                en: "'\(figure)' cannot be counted for one person", ar: "لا يمكن حساب «\(figure)» لشخص واحد")
        case .trainersByPersons(let trainer):
            .init(
                en: "the trainer dimension '\(trainer)' cannot be combined with a condition on persons",
                ar: "لا تجتمع خاصية المدربين «\(trainer)» مع شرط على الأشخاص")
        case .dimensionOfRecords(let id):
            .init(
                en: "'\(id)' is no property of courses, and none that a person has on the reporting day; give some of "
                    + "course, topic, kind, level, state, institution, sector, sex",
                ar:
                    "«\(id)» ليست خاصية للدورات، ولا خاصية للشخص في يوم التقرير؛ اذكر من course وtopic وkind وlevel وstate "
                    + "وinstitution وsector وsex")
        case .conditionOnColumns(let figure, let dimension):
            .init(
                en: "'\(figure)' is no figure of whole rows: '\(dimension)' is in the columns",
                ar: "ليس «\(figure)» رقماً لصف كامل: فالخاصية «\(dimension)» في الأعمدة")
        case .badDirection(let word):
            .init(
                en: "'\(word)' is not a direction; give asc (the smallest first) or desc (the largest first)",
                ar: "«\(word)» ليس اتجاهاً للترتيب؛ اكتب asc (الأصغر أولاً) أو desc (الأكبر أولاً)")
        case .meaninglessOrder(let measure, let dimension):
            .init(
                en: "'\(measure)' orders no rows here: with the trainee dimension '\(dimension)' it has no value",
                ar: "لا تُرتَّب الصفوف هنا بالمقياس «\(measure)»: فلا قيمة له مع خاصية المتدربين «\(dimension)»")
        }
    }

    /// How a member with a Hijri year is to be given.
    private static func remedy(ofHijri member: String) -> BilingualText {
        let dimension: PeriodKind? =
            switch PeriodExpression.kind(of: member) {
            case .year: .hijriYear
            case .month: .hijriMonth
            default: nil
            }
        return dimension.map {
            .init(
                en: "give \($0.rawValue)=\(member), or the period AH\(member)",
                ar: "اكتب \($0.rawValue)=\(member) أو الفترة AH\(member)")
        } ?? .init(en: "give the years of that calendar", ar: "اذكر سنوات ذلك التقويم")
    }
}

extension FigureCondition.Fault {
    /// What is expected.
    fileprivate var text: BilingualText {
        switch self {
        case .figure:
            .init(en: "the name of a measure is expected, such as trainees", ar: "المطلوب اسم مقياس، مثل trainees")
        case .relation: .init(en: "one of < <= > >= = != is expected", ar: "المطلوب واحد من < <= > >= = !=")
        case .number:
            .init(
                en: "a number is expected, such as 3, 0.5 or 50%, with at most six places",
                ar: "المطلوب عدد، مثل 3 أو 0.5 أو 50%، وله ست خانات عشرية على الأكثر")
        case .closing: .init(en: "a closing parenthesis is expected", ar: "المطلوب قوس إغلاق")
        case .joining:
            .init(en: "'and', 'or' or the end is expected", ar: "المطلوب «and» أو «or» أو نهاية الشرط")
        case .depth: .init(en: "the parentheses are nested too deep", ar: "الأقواس متداخلة أكثر مما يُقبل")
        }
    }
}
