import Support
import TrainingStats

extension FindingCode {
    /// What reports call the finding: its code in English, words in Arabic.
    public var name: BilingualText { BilingualText(en: rawValue, ar: arabicName) }

    private var arabicName: String {
        switch self {
        case .missingColumn: "عمود ناقص"
        case .duplicateColumn: "عمود مكرر"
        case .missingValue: "قيمة ناقصة"
        case .badDate: "تاريخ غير صحيح"
        case .badNumber: "عدد غير صحيح"
        case .badCode: "رمز غير معروف"
        case .outOfRange: "قيمة خارج الحدود"
        case .unknownCourse: "دورة غير معروفة"
        case .unknownSession: "انعقاد غير معروف"
        case .unknownTrainer: "مدرب غير معروف"
        case .unknownTrainee: "متدرب غير معروف"
        case .unknownParticipation: "مشاركة غير معروفة"
        case .duplicateKey: "مفتاح مكرر"
        case .endBeforeStart: "نهاية قبل البداية"
        case .missingRate: "سعر صرف ناقص"
        case .raggedRow: "صف بعدد حقول مختلف"
        case .badEncoding: "ترميز غير صحيح"
        case .unclosedQuote: "علامة اقتباس غير مغلقة"
        case .uncachedFormula: "صيغة بلا نتيجة"
        case .rejectedReference: "إحالة إلى سجل مرفوض"
        case .unknownColumn: "عمود غير معروف"
        case .hoursExceedPlan: "ساعات فوق المخطط"
        case .overCapacity: "عدد فوق السعة"
        case .missingScore: "درجة ناقصة"
        case .missingDate: "تاريخ ناقص"
        case .doubtfulCertificate: "شهادة مشكوك فيها"
        case .formulaError: "خطأ في صيغة"
        case .similarMembers: "قيم متشابهة"
        case .noParticipants: "انعقاد بلا مشاركين"
        case .noCompletions: "دورة بلا إتمام"
        case .longSession: "انعقاد طويل"
        case .implausibleAge: "عمر غير معقول"
        case .possibleDuplicatePerson: "شخص مكرر محتمل"
        case .futureSession: "انعقاد في المستقبل"
        case .earlyFollowUp: "متابعة قبل الأوان"
        case .doubtfulTarget: "مستهدف مشكوك فيه"
        case .futureFollowUp: "متابعة في المستقبل"
        case .doubtfulRequirement: "احتياج مشكوك فيه"
        case .outlier: "قيمة شاذة"
        }
    }
}
