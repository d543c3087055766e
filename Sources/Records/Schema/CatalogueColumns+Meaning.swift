import Support

extension StateColumn {
    var meaning: BilingualText {
        switch self {
        case .state:
            .init(
                en: "Code of the state, best the one of ISO 3166-1 with three letters: KWT.",
                ar: "رمز الدولة، والأفضل رمز ISO 3166-1 ذو الأحرف الثلاثة: KWT.")
        case .nameEn: .init(en: "Its short name in English.", ar: "اسمها المختصر بالإنجليزية.")
        case .nameAr: .init(en: "Its short name in Arabic.", ar: "اسمها المختصر بالعربية.")
        case .membership: .init(en: "Its standing in the initiative.", ar: "صفتها في المبادرة.")
        case .population:
            .init(en: "Inhabitants, for trainees per 100,000.", ar: "عدد السكان، لحساب المتدربين لكل 100,000 نسمة.")
        }
    }
}

extension TopicColumn {
    var meaning: BilingualText {
        switch self {
        case .topic: .init(en: "Code of the field of training.", ar: "رمز مجال التدريب.")
        case .nameEn: .init(en: "Its name in English.", ar: "اسمه بالإنجليزية.")
        case .nameAr: .init(en: "Its name in Arabic.", ar: "اسمه بالعربية.")
        }
    }
}

extension CourseColumn {
    var meaning: BilingualText {
        switch self {
        case .courseID: .init(en: "Names the course; each one once.", ar: "يعيّن الدورة، ولا يتكرر.")
        case .title: .init(en: "Title of the course.", ar: "عنوان الدورة.")
        case .topic: .init(en: "Field of training, from the sheet Topics.", ar: "مجال التدريب، من ورقة المجالات.")
        case .titleAr: .init(en: "Title of the course in Arabic.", ar: "عنوان الدورة بالعربية.")
        case .kind:
            .init(
                en: "What kind of activity it is; empty means course.", ar: "نوع النشاط، وإن تُرك فارغاً فهو دورة.")
        case .level: .init(en: "How demanding the course is.", ar: "مستوى الدورة.")
        case .hours:
            .init(en: "Planned contact hours of a session.", ar: "ساعات التدريب المقررة لكل انعقاد.")
        case .maxScore:
            .init(
                en: "The highest score that can be reached; empty means 100.",
                ar: "أعلى درجة يمكن بلوغها، وإن تُركت فارغة فهي 100.")
        case .passScore: .init(en: "The lowest score that passes.", ar: "أدنى درجة للنجاح.")
        case .completion:
            .init(
                en: "Whether there is something to complete; empty means yes.",
                ar: "هل في الدورة ما يُتَمّ، وإن تُرك فارغاً فنعم.")
        case .validMonths:
            .init(
                en: "How many months a completion is valid; empty means that it does not lapse.",
                ar: "كم شهراً يسري إتمام الدورة، وإن تُرك فارغاً فلا ينتهي.")
        }
    }
}

extension SessionColumn {
    var meaning: BilingualText {
        switch self {
        case .sessionID:
            .init(en: "Names one holding of a course; each one once.", ar: "يعيّن انعقاداً واحداً لدورة، ولا يتكرر.")
        case .courseID: .init(en: "The course that is held.", ar: "الدورة المنعقدة.")
        case .startDate: .init(en: "First day.", ar: "أول أيام الانعقاد.")
        case .endDate:
            .init(
                en: "Last day; the session counts in the periods that contain it.",
                ar: "آخر أيام الانعقاد، ويُحتسب الانعقاد في الفترات التي تشمله.")
        case .hostState: .init(en: "The state in which it takes place.", ar: "الدولة التي يجري فيها.")
        case .venue: .init(en: "The place.", ar: "المكان.")
        case .provider: .init(en: "Who provides it.", ar: "من يقدمه.")
        case .programme: .init(en: "The programme that it belongs to.", ar: "البرنامج الذي يتبعه.")
        case .cost:
            .init(
                en: "Cost of the session as a whole.",
                ar: "تكلفة الانعقاد كله.")
        case .currency:
            .init(
                en:
                    "Currency of all costs of the session, by its ISO 4217 code; empty means that of the dataset, in which benefits always are.",
                ar:
                    "عملة كل تكاليف الانعقاد برمزها في ISO 4217، وإن تُركت فارغة فعملة السجلات، وبها تُذكر العوائد دائماً."
            )
        case .language: .init(en: "The language in which it is held.", ar: "لغة الانعقاد.")
        case .delivery: .init(en: "How it is delivered.", ar: "طريقة تنفيذه.")
        case .capacity: .init(en: "How many seats there are.", ar: "عدد المقاعد.")
        case .status:
            .init(en: "Whether it takes place; empty means held.", ar: "هل يُعقد، وإن تُرك فارغاً فقد عُقد.")
        }
    }
}

extension LabelColumn {
    var meaning: BilingualText {
        switch self {
        case .dimension:
            .init(
                en: "What is named: institution, venue, provider, programme, language, course ...",
                ar: "ما يُسمّى: institution أو venue أو provider أو programme أو language أو course ...")
        case .member: .init(en: "The text as the records have it.", ar: "النص كما ورد في السجلات.")
        case .nameEn: .init(en: "Its name in English reports.", ar: "اسمه في التقارير الإنجليزية.")
        case .nameAr: .init(en: "Its name in Arabic reports.", ar: "اسمه في التقارير العربية.")
        case .sameAs:
            .init(
                en: "Another text of the records: this one is a spelling of it, and counts as it.",
                ar: "نص آخر في السجلات: هذا كتابة أخرى له، ويُحتسب معه.")
        }
    }
}

extension PublishedColumn {
    var meaning: BilingualText {
        switch self {
        case .indicator: .init(en: "A measure, such as trainees.", ar: "مقياس، مثل trainees.")
        case .qualifier: .init(en: "What the figure claims.", ar: "ما الذي تعنيه القيمة.")
        case .value: .init(en: "The figure.", ar: "القيمة المنشورة.")
        case .filter:
            .init(
                en: "Filters, joined by semicolons, such as state=OMN; empty: all records.",
                ar: "شروط تفصل بينها فاصلة منقوطة، مثل state=OMN، وإن تُركت فارغة فكل السجلات.")
        case .period:
            .init(en: "A period, such as FY2018; empty: all time.", ar: "فترة، مثل FY2018، وإن تُركت فارغة فكل الفترات.")
        case .source: .init(en: "Where it was published.", ar: "أين نُشرت.")
        case .publishedOn: .init(en: "When it was published.", ar: "متى نُشرت.")
        }
    }
}
