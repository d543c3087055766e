import Support
import TestSupport
import Testing

@testable import Commands

/// Errors of the command line in the language of the command.
struct ArabicErrorTests {
    /// A wrong command line of each kind, and what its message says in Arabic.
    @Test(arguments: [
        ("tabel", "لا يوجد أمر باسم «tabel»؛ هل تقصد «table»؟"),
        ("frobnicate", "لا يوجد أمر باسم «frobnicate»؛ يسردها tadrib --help"),
        ("table d --rwos state", "لا يوجد هنا خيار --rwos؛ هل تقصد --rows؟"),
        ("table d -x", "لا يوجد هنا خيار -x"),
        ("table d --rows", "--rows يحتاج إلى قيمة: --rows D[,D]"),
        ("table d --rows --totals", "إن كانت القيمة «--totals» فاكتب --rows=--totals"),
        ("table d --rows year --rows sex", "--rows مذكور مرتين"),
        ("table d --totals=1", "--totals لا يأخذ قيمة، وقد أُعطي «1»"),
        ("table d --rows stat --measures trainees", "لا توجد خاصية باسم «stat»؛ هل تقصد «state»؟"),
        ("table d --rows year,year --measures trainees", "الخاصية «year» مطلوبة مرتين"),
        ("table d --rows year --measures trainee", "لا يوجد مقياس باسم «trainee»؛ هل تقصد «trainees»؟"),
        ("table d --rows year --measures trainees,trainees", "«trainees» مذكور مرتين"),
        ("table d --rows year", "لم يُذكر أي مقياس؛ مثلاً --measures trainees,sessions"),
        ("table d --measures trainees --sort trainees", "--sort و--top و--bottom للصفوف، ولا صفوف هنا؛ اذكر --rows"),
        ("table d --measures trainees --period 2019-H3", "«2019-H3» ليست فترة؛ اكتب 2019، 2019-H1"),
        ("table d --measures trainees --period 2019..2018", "الفترة «2019..2018» تنتهي قبل أن تبدأ"),
        ("table d --measures trainees --period 1440", "سنة «1440» هجرية؛ اكتب AH1440"),
        ("table d --measures trainees --today 2019-13-01", "«2019-13-01» ليس تاريخاً؛ اكتب السنة والشهر واليوم"),
        ("table d --measures trainees --where state", "«state» ليس مرشحاً"),
        ("table d --measures trainees --transforms half", "لا يوجد تحويل باسم «half»"),
        ("table d --measures trainees -f cvs", "«cvs» ليس من text، csv"),
        ("table d --measures trainees -o t.bin", "لا تدل نهاية «t.bin» على صيغته؛ اذكر --format"),
        ("table d --measures trainees --max-rejects few", "«few» ليس عدداً ولا نسبة مئوية؛ اكتب 20 أو 5%"),
        ("table d --rows year --measures trainees --top 0", "«0» ليس عدداً صحيحاً من 1 إلى"),
        ("summary", "لم تُذكر مجموعة بيانات؛ اذكر مجلدها أو مصنفها، أو اضبط TADRIB_DATASET"),
        ("summary a b", "المطلوب مجموعة بيانات واحدة، والمذكور «a»، «b»"),
        ("summary nowhere", "nowhere: غير موجود؛ اذكر المجلد أو المصنف الذي فيه جداول مجموعة البيانات"),
        ("reconcile d -f sdmx-csv", "ليس في هذا الجدول خصائص ومقاييس تصلح لصيغة SDMX"),
        ("report d", "لم يُذكر مجلد لحزمة التقرير؛ مثلاً -o pack"),
        ("report d -o pack --format doc", "ليس في حزمة التقرير «doc»"),
        ("report d -o pack --definition nowhere.json", "nowhere.json: لا وجود للملف أو تتعذر قراءته"),
        ("records d", "لم يُذكر مقياس؛ مثلاً --measure trainees"),
        ("run", "المطلوب جدول زمني واحد"),
        ("verify", "المطلوب مجلد واحد؛ tadrib verify FOLDER"),
        ("verify nowhere", "nowhere: لا إصدار فيه"),
        ("compare a", "المطلوب مجلدان"),
        ("list measure", "«measure» ليس من dimensions، measures، reports، schema؛ هل تقصد «measures»؟"),
        ("list", "المطلوب واحد من dimensions، measures، reports، schema"),
        ("explain trainer-rule", "«trainer-rule» ليس مقياساً"),
        ("explain", "المطلوب اسم واحد"),
        ("completions bsh", "المطلوب واحد من bash، zsh، fish؛ هل تقصد «bash»؟"),
        ("generate", "لم يُذكر مجلد لمجموعة البيانات"),
        ("manual page", "لا يُذكر هنا اسم، والمذكور «page»"),
    ])
    func errorsAreToldInArabic(line: String, words: String) throws {
        let folder = try TemporaryFolder()
        let arguments = line.split(separator: " ").map { String($0) }
        let result = try tadrib(arguments, environment: ["TADRIB_LANG": "ar"], folder: folder.path)
        #expect(result.errors.contains(words), "\(result.errors)")
        let english = try tadrib(arguments, folder: folder.path)
        #expect(english.code == result.code && !english.errors.contains(/\p{Arabic}/), "\(english.errors)")
    }

    /// The language that messages are in: of the command line first, then of the variable, then of the file.
    @Test(
        arguments: [
            (["table", "--lang", "ar", "-x"], [:], nil, Language.ar), (["table", "--lang=ar", "-x"], [:], nil, .ar),
            (["report", "--lang", "ar,en"], [:], nil, .ar),
            (["report", "--lang", "en,ar"], ["TADRIB_LANG": "ar"], nil, .en),
            (["table", "--", "--lang", "ar"], [:], nil, .en), (["--lang", "ar", "tabel"], [:], nil, .ar),
            (["table", "--lang", "arabic"], [:], nil, .en), (["table", "--lang"], ["TADRIB_LANG": "ar"], nil, .ar),
            (["table"], ["TADRIB_LANG": "ar"], "{\"lang\": \"en\"}", .ar), (["table"], [:], "{\"lang\": \"ar\"}", .ar),
            (["table"], [:], "{\"lang\": ", .en), (["table"], [:], nil, .en),
        ] as [([String], [String: String], String?, Language)])
    func languageOfMessages(
        words: [String], variables: [String: String], file: String?, language: Language
    ) throws {
        let folder = try TemporaryFolder()
        if let file { try folder.write(file, to: "tadrib.json") }
        var process = ProcessEnvironment.current
        (process.variables, process.workingFolder) = (variables, folder.path)
        #expect(Language(ofMessagesOn: words, process) == language)
    }
}
