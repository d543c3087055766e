import Testing
import TrainingStats

@testable import Importing

@Suite struct WordsTests {
    @Test(arguments: [
        ("Course name", RegisterColumn.courseTitle), ("الدورة التدريبية", .courseTitle),
        ("Civil ID", .traineeIdentifier),
        ("الرقم المدني", .traineeIdentifier), ("من", .startDate), ("إلى", .endDate), ("Cost (KD)", .cost),
        ("التكلفة (د.ك)", .cost),
        ("Post-test", .score), ("Pre-test", .preScore), ("CPD Hours", .hours), ("Event Start", .startDate),
        ("%", .share),
        ("م", .serial), ("No.", .serial), ("Days", .attendedDays), ("Unit", .employer), ("الجنسيه", .nationality),
        ("STATUS", .status),
        ("Password", .secret), ("الرتبه", .rank),
    ])
    func headings(heading: String, column: RegisterColumn) {
        #expect(HeadingIndex.columns(for: heading).first == column)
    }

    @Test func wholeHeadingsAreCompared() {
        // Parts of words say nothing: a budget is no cost, a number of trainers no trainer.
        #expect(HeadingIndex.columns(for: "Training Budget") == [.budget])
        #expect(HeadingIndex.columns(for: "عدد المدربين") == [.trainerCount])
        #expect(HeadingIndex.columns(for: "Course of events").isEmpty)
        #expect(HeadingIndex.columns(for: "Nameplate").isEmpty)
        // What can be two things is said to be.
        #expect(HeadingIndex.columns(for: "Grade") == [.rank, .score])
        #expect(HeadingIndex.columns(for: "Department") == [.employer])
        #expect(HeadingIndex.columns(for: "Status").contains(.status))
        #expect(HeadingIndex.columns(for: "رقم البرنامج") == [.courseIdentifier, .session])
        #expect(HeadingIndex.unit(of: "Cost (KD)") == "KD")
    }

    @Test(arguments: [
        ("Fully attended", StatusWord.participation(.attended)), ("Complete", .participation(.completed)),
        ("DNA", .participation(.noShow)), ("Session cancelled", .sessionCancelled),
        ("Booked", .participation(.registered)), ("ناجحة", .participation(.completed)),
        ("Withdrew", .participation(.withdrawn)),
    ])
    func statuses(text: String, meaning: StatusWord) {
        let found = StatusWords.meaning(of: text)
        #expect(found?.word == meaning && found?.isUnsure == false)
    }

    /// Words that decide a figure, and could be meant otherwise.
    @Test(arguments: [
        ("User cancelled", StatusWord.participation(.withdrawn)), ("Declined", .participation(.withdrawn)),
        ("Waitlisted", .leftOut), ("Failed", .participation(.attended)), ("Not required", .leftOut), ("N/A", .leftOut),
        ("غياب بعذر", .participation(.noShow)), ("راسب", .participation(.attended)),
        ("اعتذر", .participation(.withdrawn)), ("Exempt", .leftOut), ("In progress", .participation(.registered)),
    ])
    func statusesThatAreAskedFor(text: String, meaning: StatusWord) {
        let found = StatusWords.meaning(of: text)
        #expect(found?.word == meaning && found?.isUnsure == true)
        #expect(StatusWords.meaning(of: "Office 3") == nil)
    }

    @Test func personsAndMarks() {
        #expect(["ذ", "ذكر", "M", "Mr."].allSatisfy { SexWords.sex($0) == .male })
        #expect(["ث", "انثى", "أنثى", "f", "Ms."].allSatisfy { SexWords.sex($0) == .female })
        #expect(["كويتية", "دولة الكويت", "KUWAIT", "KW", "Kuwaiti"].allSatisfy { StateWords.code($0) == "KWT" })
        #expect(["UAE", "U.A.E.", "Emirati", "الامارات", "إماراتي"].allSatisfy { StateWords.code($0) == "ARE" })
        #expect(StateWords.code("Bahrein") == nil && StateWords.nearlyNamed("Bahrein") == "BHR")
        #expect(StateWords.code("سلطنة عمان") == "OMN" && StateWords.code("السعوديه") == "SAU")
        #expect(
            AnswerWords.answer("نعم") == true && AnswerWords.answer("لا") == false && AnswerWords.answer("maybe") == nil
        )
        #expect(MarkWords.mark("p") == .present && MarkWords.mark("✓") == .present && MarkWords.mark("x") == .absent)
        #expect(MarkWords.mark("WO") == .dayOff && MarkWords.mark("H") == .halfDay && MarkWords.mark("Q") == nil)
    }

    @Test func rowsThatAreNoRecords() {
        #expect(["Total", "Records: 67", "الإجمالي"].allSatisfy { RowWords.isTotal($0) })
        #expect(!RowWords.isTotal("Total quality management"))
        #expect(RowWords.isSignature("Signature of the trainer: .............."))
        #expect(RowWords.isSignature("مدير إدارة التدريب: ...................."))
        #expect(!RowWords.isSignature("Trainee 001"))
    }
}
