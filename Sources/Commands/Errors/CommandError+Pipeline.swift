import Pipeline
import Support

extension CommandError {
    /// The error of the pipeline in the words of the command line.
    init(_ error: PipelineError) {
        switch error {
        case .unreadableDefinition(let path):
            self.init(
                code: .noInput,
                message: .init(
                    en: "\(path): there is no such file, or it cannot be read",
                    ar: "\(path): لا وجود للملف أو تتعذر قراءته"))
        case .noPublishedFigures(let path):
            self.init(
                code: .noInput, message: .init(en: "\(path): not found", ar: "\(path): غير موجود"),
                hint: .init(
                    en: "it lists the published figures to hold against the records",
                    ar: "فيه الأرقام المنشورة التي تُقارن بالسجلات"))
        case .noTargets(let path):
            self.init(
                code: .noInput, message: .init(en: "\(path): not found", ar: "\(path): غير موجود"),
                hint: .init(
                    en: "it lists what is to be reached: measure, where, period, target",
                    ar: "فيه ما يُراد بلوغه: measure وwhere وperiod وtarget"))
        case .noRequirements(let path):
            self.init(
                code: .noInput, message: .init(en: "\(path): not found", ar: "\(path): غير موجود"),
                hint: .init(
                    en: "it lists the training that is required, of whom and when",
                    ar: "فيه التدريب المطلوب ولمن ومتى"))
        case .noValidity(let path):
            self.init(
                code: .noInput,
                message: .init(
                    en: "\(path): no course states how long its completion is valid",
                    ar: "\(path): لا تذكر أي دورة مدة صلاحية إتمامها"),
                hint: .init(
                    en: "write the months into the column valid_months", ar: "اكتب عدد الأشهر في العمود valid_months"))
        case .rejectsIntoDataset(let folder):
            self = .usage(
                .init(
                    en: "--rejects: '\(folder)' is the dataset itself, whose files would be replaced",
                    ar: "--rejects: «\(folder)» هو مجموعة البيانات نفسها، وستُستبدل ملفاتها"),
                hint: .init(en: "give another folder", ar: "اختر مجلداً آخر"))
        case .outputIsDataset(let path):
            self = .usage(
                .init(
                    en: "--output: '\(path)' is the dataset itself, which would be replaced",
                    ar: "--output: «\(path)» هو مجموعة البيانات نفسها، وستُستبدل"),
                hint: .init(en: "give another file", ar: "اختر ملفاً آخر"))
        case .copyOfNoWorkbook(let target, let source):
            self = .usage(
                .init(
                    en: "--annotate: '\(target)' is a copy of a workbook, and '\(source)' is none",
                    ar: "--annotate: «\(target)» نسخة من مصنف، و«\(source)» ليس مصنفاً"),
                hint: .init(
                    en: "tadrib template -o registration.xlsx \(source) makes one of it",
                    ar: "يصنع منه tadrib template -o registration.xlsx \(source) مصنفاً"))
        case .copyIsSource(let path):
            self = .usage(
                .init(
                    en: "--annotate: '\(path)' is the workbook itself, which would be replaced",
                    ar: "--annotate: «\(path)» هو المصنف نفسه، وسيُستبدل"),
                hint: .init(en: "give another file", ar: "اختر ملفاً آخر"))
        case .packageOfNoFolder(let target, let source):
            self = .usage(
                .init(
                    en: "--data-package: '\(target)' describes CSV files, and '\(source)' is no folder of them",
                    ar: "--data-package: «\(target)» يصف ملفات CSV، و«\(source)» ليس مجلداً منها"),
                hint: .init(
                    en: "tadrib import \(source) --into FOLDER makes one of it",
                    ar: "يصنع منه tadrib import \(source) --into FOLDER مجلداً"))
        case .packageElsewhere(let target, let source):
            self = .usage(
                .init(
                    en: "--data-package: '\(target)' is not in the folder of the files that it describes",
                    ar: "--data-package: «\(target)» ليس في مجلد الملفات التي يصفها"),
                hint: .init(
                    en: "give \(source)/datapackage.json", ar: "اذكر \(source)/datapackage.json"))
        case .noDaysOfSession(let session, let most):
            self = .usage(
                .init(
                    en: "--register: the days of '\(session)' are not known, or more than \(most)",
                    ar: "--register: أيام «\(session)» غير معروفة أو أكثر من \(most)"),
                hint: .init(
                    en: "correct start_date and end_date in sessions.csv",
                    ar: "صحّح start_date وend_date في sessions.csv"))
        case .unknownRecord(let identifier, let kind, let table, let suggestion):
            let option = kind == .session ? "--session" : "--trainee"
            self = .usage(
                .init(
                    en: "\(option): '\(identifier)' is not in \(table)",
                    ar: "\(option): «\(identifier)» غير موجود في \(table)"),
                hint: suggestion)
        case .noBrowser:
            self.init(
                code: .unavailable,
                message: .init(
                    en: "PDF is printed by Chromium, which is not installed", ar: "يطبع Chromium صيغة PDF، وهو غير مثبت"
                ),
                hint: .init(
                    en: "apt-get install chromium fonts-noto-core, or choose another format, such as html",
                    ar: "apt-get install chromium fonts-noto-core، أو اختر صيغة أخرى، مثل html"))
        case .browserFailed(let program, let said):
            self.init(
                code: .unavailable,
                message: .init(
                    en: "\(program) has printed no PDF: \(said)",
                    ar: "لم يطبع \(program.isolated) ملف PDF: \(said.isolated)"),
                hint: .init(
                    en: "choose another format, such as html, and print the page",
                    ar: "اختر صيغة أخرى، مثل html، واطبع الصفحة"))
        case .rowWithoutFields(let place, let problem):
            self.init(
                code: .data,
                message: .init(en: "\(place): \(problem.en)", ar: "\(place): \(problem(.ar))"),
                hint: .init(en: "tadrib check lists all such rows", ar: "يسرد tadrib check مثل هذه الصفوف كلها"))
        case .refused(let refusal):
            self.init(code: .data, message: refusal.text, hint: refusal.hint)
        case .refusedForSchedule(let dataset, let refusal):
            self.init(
                code: .data,
                message: .init(en: "\(dataset): \(refusal.text.en)", ar: "\(dataset): \(refusal.text(.ar))"),
                hint: .init(
                    en: "tadrib check lists them; \"maxRejects\" in the schedule lets some pass",
                    ar: "يسردها tadrib check؛ ويسمح \"maxRejects\" في الجدول الزمني بمرور بعضها"))
        }
    }
}

extension Refusal {
    /// Why the records are refused.
    fileprivate var text: BilingualText {
        switch self {
        case .uselessFiles(let files):
            .init(
                en:
                    "\(files.joined(separator: ", ")) cannot be read for its first line; no number of rejects excuses that",
                ar:
                    "تتعذر قراءة \(files.joined(separator: "، ")) بسبب السطر الأول؛ ولا يُغني عن ذلك أي عدد مسموح به من المرفوض"
            )
        case .tooManyRejected(let rejected, let rows):
            .init(
                en: "\(rejected) of \(rows) records have errors",
                ar: "في \(rejected) من السجلات أخطاء، وعددها كلها \(rows)")
        case .warnings(let count):
            .init(
                en: "\(count) warnings, and --strict lets none pass",
                ar: "عدد التحذيرات \(count)، و--strict لا يسمح بأي منها")
        }
    }

    /// What to do about it with options of the command line.
    fileprivate var hint: BilingualText? {
        guard case .tooManyRejected(let rejected, _) = self else { return nil }
        return .init(
            en: "correct them (tadrib check lists them), or go on without them: --max-rejects \(rejected)",
            ar: "صحّحها (يسردها tadrib check) أو تابع من دونها: --max-rejects \(rejected)")
    }
}
