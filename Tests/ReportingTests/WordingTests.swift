import Aggregation
import Foundation
import Records
import Reporting
import Support
import TestSupport
import Testing
import TrainingStats

/// Every word in both languages, in one place, and agreeing with the number beside it.
struct WordingTests {
    static func isArabic(_ text: String) -> Bool { text.unicodeScalars.contains { (0x600...0x6FF).contains($0.value) } }

    private func check<Entry: CatalogueEntry>(_ type: Entry.Type) {
        for entry in Entry.allCases {
            let (en, ar) = entry.wording
            #expect(!en.isEmpty && !Self.isArabic(en), "\(entry)")
            let isMarkAlone = en.allSatisfy { !$0.isLetter }
            // A mere arrangement of values needs no words.
            let arranges = ar.replacing(/\{\w+\}/, with: "").allSatisfy { !$0.isLetter }
            #expect(Self.isArabic(ar) || (arranges && !isMarkAlone), "\(entry)")
            #expect(placeholders(en) == placeholders(ar), "\(entry)")
        }
    }

    private func placeholders(_ text: String) -> Set<Substring> { Set(text.matches(of: /\{\w+\}/).map(\.output)) }

    /// A filter that leaves out what is not known says it in one word, and not as an exception.
    @Test func filtersOfWhatIsKnown() throws {
        let dataset = try LoadedDataset(files: TinyDataset.files).dataset
        let description = DatasetDescription(dataset, today: .day("2019-12-31"), catalogue: .builtIn)
        func words(_ members: [String], _ language: Language) -> String {
            MemberNames(description, language).words([Filter(dimension: "state", .allBut, members: members)])
        }
        #expect(words(["_U"], .en) == "State: all that are known")
        #expect(words(["_U"], .ar) == "الدولة: كل ما هو معروف")
        #expect(words(["_U", "KWT"], .en) == "State: all but Not known, Kuwait")
    }

    @Test func everyEntryIsTranslated() {
        check(Phrase.self)
        check(Title.self)
        check(Sentence.self)
        check(NoteSentence.self)
        check(RequirementSentence.self)
        check(ChartSentence.self)
        check(TargetSentence.self)
        check(SelectionSentence.self)
        check(CalendarSentence.self)
        check(ReleaseSentence.self)
        check(DeliverySentence.self)
        check(CertificateSentence.self)
        check(HistoryPhrase.self)
        check(ExplorerPhrase.self)
    }

    @Test func everyCountedPhraseHasAllForms() {
        for counted in Counted.allCases {
            let forms = counted.forms
            #expect(!forms.en.one.isEmpty && forms.en.other.contains("#"), "\(counted)")
            for plural in ArabicPlural.allCases {
                #expect(Self.isArabic(forms.ar[plural]), "\(counted) \(plural)")
            }
            for plural in [ArabicPlural.few, .many, .other] {
                #expect(forms.ar[plural].contains("#"), "\(counted) \(plural)")
            }
        }
    }

    static let agreement: [(Counted, [Int: String])] = [
        (
            .recordsRead,
            [
                0: "لم يُقرأ أي سجل", 1: "قُرئ سجل واحد", 2: "قُرئ سجلان", 3: "قُرئت 3 سجلات", 11: "قُرئ 11 سجلاً",
                100: "قُرئ 100 سجل", 101: "قُرئ 101 سجل", 102: "قُرئ 102 سجل", 103: "قُرئت 103 سجلات",
                111: "قُرئ 111 سجلاً", 3_879: "قُرئ 3,879 سجلاً",
            ]
        ),
        (
            .ofRecords,
            [0: "0 سجل", 1: "سجل واحد", 2: "سجلين", 3: "3 سجلات", 11: "11 سجلاً", 100: "100 سجل"]
        ),
        (.errors, [0: "لا أخطاء", 1: "خطأ واحد", 2: "خطآن", 3: "3 أخطاء", 11: "11 خطأً", 100: "100 خطأ"]),
        (
            .met,
            [
                0: "لا أرقام مطابقة", 1: "رقم واحد مطابق", 2: "رقمان مطابقان", 3: "3 أرقام مطابقة",
                11: "11 رقماً مطابقاً", 100: "100 رقم مطابق",
            ]
        ),
        (.tables, [0: "لا جداول", 1: "جدول واحد", 2: "جدولان", 3: "3 جداول", 11: "11 جدولاً", 100: "100 جدول"]),
    ]

    @Test(arguments: agreement) func nounsAgreeWithTheirNumber(counted: Counted, expected: [Int: String]) {
        for (count, text) in expected { #expect(Language.ar(counted, count) == text) }
    }

    @Test func englishKnowsOneAndMany() {
        #expect(Language.en(Counted.tables, 1) == "1 table")
        #expect(Language.en(Counted.tables, 1_000) == "1,000 tables")
    }

    @Test func valuesTakeTheirPlaces() {
        let values: KeyValuePairs = ["explained": "{failed}", "failed": "22"]
        #expect(
            Language.en(Sentence.explained, values)
                == "Rejected records, if they counted, would explain {failed} of 22.")
    }

    /// Members of closed dimensions, states, topics, measures, dimensions and findings say themselves in both languages.
    @Test func everyNameIsTranslated() {
        let dataset = Dataset()
        let description = DatasetDescription(dataset, today: .day("2019-12-31"), catalogue: .builtIn)
        let (english, arabic) = (MemberNames(description, .en), MemberNames(description, .ar))
        for dimension in Catalogue.builtIn.dimensions {
            #expect(Self.isArabic(dimension.heading.ar ?? "") && Self.isArabic(dimension.definition.ar ?? ""))
            for code in dimension.members(of: dataset) ?? [] {
                #expect(Self.isArabic(arabic(.code(code), of: dimension)), "\(dimension.id) \(code)")
                #expect(english(.code(code), of: dimension) != code, "\(dimension.id) \(code)")
            }
        }
        for measure in Catalogue.builtIn.measures.flatMap({ [$0] + $0.intervalEnds }) {
            #expect(
                Self.isArabic(measure.heading.ar ?? "") && Self.isArabic(measure.definition.ar ?? ""), "\(measure.id)")
        }
        for transform in Transform.allCases {
            #expect(Self.isArabic(transform.heading.ar ?? "") && Self.isArabic(transform.definition.ar ?? ""))
        }
        for code in FindingCode.allCases {
            #expect(Self.isArabic(code.explanation.ar ?? ""), "\(code.rawValue)")
            #expect(Self.isArabic(code.name.ar ?? ""), "\(code.rawValue)")
        }
        for (code, name) in CurrencyWording.names { #expect(Self.isArabic(name.ar ?? ""), "\(code)") }
    }

    @Test func monthsHaveNames() {
        #expect(CalendarWording.months.count == 12 && CalendarWording.hijriMonths.count == 12)
        for name in CalendarWording.months + CalendarWording.hijriMonths { #expect(Self.isArabic(name.ar ?? "")) }
    }

    /// The day of the report of 2019, a day of Ramadan, and the first day of a Hijri year.
    @Test(arguments: [
        ("2019-12-16", "16 ديسمبر 2019 (19 ربيع الآخر 1441 هـ)"), ("2019-05-06", "6 مايو 2019 (1 رمضان 1440 هـ)"),
        ("2019-08-31", "31 أغسطس 2019 (1 محرم 1441 هـ)"),
    ])
    func hijriDaysStandBesideGregorianOnes(day: String, text: String) {
        #expect(Language.ar.day(.day(day)) == text)
        #expect(Language.en.day(.day(day)) == day)
    }

    /// Arabic stands in the catalogues or, in errors, as the `ar:` beside its English, and no sentence is put together by
    /// asking for the language.
    @Test func wordsStandInTheCataloguesAlone() throws {
        let catalogues = [
            "Reporting/Wording/", "Aggregation/Catalogue/", "Aggregation/Transforms/TransformCatalogue.swift",
            "TrainingStats/GulfState.swift", "TrainingStats/StateSpellings.swift", "TrainingStats/CodeNames.swift",
            "TrainingStats/Courses/Topic.swift", "Support/Spelling/", "Records/Findings/",
            "Records/Text/TextForm.swift", "Records/Lookup/TableFileName.swift", "Workbooks/SpreadsheetError.swift",
            "Support/Files/FileError.swift",
            "Synthesis/", "Importing/", "Pipeline/Template/",
            "Writers/SDMX/SDMXWord.swift",
        ]
        let sources = packageFolder + "/Sources"
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources).filter { $0.hasSuffix(".swift") }
        #expect(files.count > 100)
        for file in files where !catalogues.contains(where: file.hasPrefix) {
            let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            for (number, line) in lines.enumerated() {
                let hasArabicLetters = line.unicodeScalars.contains {
                    (0x600...0x6FF).contains($0.value) && $0.properties.isAlphabetic
                }
                let standsBesideEnglish =
                    line.contains("ar: ") || line.contains(/^ *\+ "/)
                    || number > 0 && lines[number - 1].hasSuffix("ar:")
                let isComment = line.contains(/^ *\/\//)
                #expect(
                    !hasArabicLetters || standsBesideEnglish || isComment,
                    "\(file):\(number + 1) has Arabic words of its own")
                let asks = line.contains(/== \.ar\b/)
                #expect(!asks || file == "Support/Text/Language.swift", "\(file):\(number + 1) asks for the language")
            }
        }
    }
}
