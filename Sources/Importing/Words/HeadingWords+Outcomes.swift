extension HeadingWords {
    /// Headings about what became of a participation, about people counted, and about what is not imported.
    static let ofOutcomes: [(column: RegisterColumn, headings: String)] = [
        (
            .status,
            """
            Status | Transcript Status | Booking Status | Training Outcome | Outcome | Attendance Status | Enrolment Status | Enrollment Status
            Registration Status | Estado | Participation status | Participation
            الحالة | حالة المتدرب | حالة التسجيل | الموقف | وضع المتدرب | حالة الحضور | حالة المشاركة
            """
        ),
        (
            .attendance,
            """
            Attended | Attendance | Present | Part | Attended? | Attended (Y/N) | Present? | الحضور | حضور | حضر/لم يحضر | الحضور والغياب | حضر | Signature | التوقيع
            """
        ),
        (
            .completionStatus,
            "Completion Status | Completed | Completion | Curso finalizado | حالة الإنجاز | الإنجاز | أتم الدورة"
        ),
        (
            .result,
            "Result | Results | Final result | Pass/Fail | Pass | Resultado | النتيجة | النتيجة النهائية | ناجح/راسب"
        ),
        (
            .attendedDays,
            "Days | Days attended | Days present | Taken sessions | أيام الحضور | عدد الحضور | عدد أيام الحضور"
        ),
        (
            .score,
            """
            Score | Grade | Final grade | Final score | Post-test | Post test | Post test score | PostTestScore | Post score | Test score | Exam | Exam score
            Calculated Final Grade | Course total | Current Score | Points | Percentage | Mark | Marks | Final mark | Note | Assessment
            الدرجة | الدرجات | النسبة | المعدل | التقدير | نتيجة الاختبار | الاختبار البعدي | العلامة | درجة الاختبار | المجموع | الاختبار
            """
        ),
        (
            .preScore,
            "Pre-test | Pre test | Pre test score | PreTestScore | Pre score | Pre-assessment | الاختبار القبلي"
        ),
        (
            .certifiedOn,
            """
            Certified on | Certified | Date certified | Issue date | Date of issue | Issued on | Date issued | Certificate date | Date of certificate
            Certificate issue date | Certificate issued on | Certificate issued | Cert. issued | Cert. date | Certificate | certified_on
            تاريخ الشهادة | تاريخ الإصدار | تاريخ إصدار الشهادة | تاريخ صدور الشهادة | تاريخ منح الشهادة | الشهادة | شهادة
            """
        ),
        (
            .certificateNumber,
            """
            Certificate No. | Certificate Number | Certificate # | Certificate ID | Certificate code | Cert. No. | Cert. Number | Credential ID
            Credential No. | Certificate | Certificate serial No. | certificate_no
            رقم الشهادة | الرقم التسلسلي للشهادة | رقم تسلسلي للشهادة | رمز الشهادة | رقم الاعتماد | الشهادة | شهادة
            """
        ),
        (
            .certificate,
            """
            Certificate | Certificate Issued | CertificateIssued | Certificate Number | Certificate No. | CertificateValid | Cert. issued | Cert. No. | Date of certificate
            Certified | Credential ID | Certificate date
            الشهادة | رقم الشهادة | استحقاق الشهادة | تاريخ الإصدار | تاريخ الشهادة | تسليم الشهادة | حصل على شهادة | شهادة حضور | شهادة اجتياز | شهادة | نوع الشهادة
            """
        ),
        (
            .validMonths,
            """
            Valid (months) | Validity (months) | Validity in months | Months valid | Months of validity | Valid for (months) | valid_months | Validity
            Validity period | Validity period (months) | Certificate validity | Certificate validity (months) | Valid for
            Valid (years) | Validity (years) | Validity in years | Years valid | Valid for (years)
            صلاحية الشهادة | مدة صلاحية الشهادة | مدة الصلاحية | الصلاحية | الصلاحية بالأشهر | الصلاحية بالشهور | الصلاحية (شهر) | مدة الصلاحية بالأشهر
            مدة صلاحية الشهادة بالأشهر | صلاحية الشهادة بالأشهر | الصلاحية بالسنوات | مدة الصلاحية بالسنوات | صلاحية الشهادة بالسنوات
            """
        ),
        (
            .enrolledOn,
            "Date Enrolled | Enrolled on | Enrolment date | Enrollment date | Date booked | Registration date | Registered on | تاريخ التسجيل | تاريخ القبول"
        ),
        (.completedOn, "Completed On | Completion Date | Date Completed | تاريخ الإتمام | تاريخ الإنجاز"),
        (
            .cost,
            """
            Cost | Training Cost | Course fee | Fee | Fees | Normal cost | Price | Amount | Expenses | Tuition | Cost per person | Cost per trainee | Cost [USD] | ค่าใช้จ่าย
            التكلفة | تكلفة التدريب | الرسوم | السعر | المبلغ | قيمة الدورة | رسوم الدورة | إجمالي المبلغ | المصروفات | تكلفة البرنامج | الكلفة | تكلفة الدورة
            """
        ),
        (
            .currency,
            "Currency | Currency code | Cost currency | currency | العملة | رمز العملة | عملة التكلفة | عملة المبلغ"
        ),
        (.rating, "Rating | Evaluation | Satisfaction | التقييم | تقييم الدورة"),
        (
            .participants,
            """
            Participants | Number of participants | No. of participants | Trainees | No. of trainees | Number of trainees | Attendees | No. of attendees | Headcount
            Number trained | People trained | Enrolled | #reached | Total participants | No. attended
            عدد المتدربين | عدد المشاركين | المشاركون | عدد الحضور | الملتحقين | الملتحقون | عدد الملتحقين | المتدربون
            """
        ),
        (.women, "Female | Females | Women | F | No. of women | #reached+f | إناث | الإناث | عدد الإناث | نساء"),
        (.men, "Male | Males | Men | M | No. of men | #reached+m | ذكور | الذكور | عدد الذكور | رجال"),
        (
            .completions,
            "Graduates | No. of graduates | Completions | Certificates issued | Passed | الخريجين | الخريجون | عدد الخريجين | عدد الشهادات"
        ),
        (
            .serial,
            "No. | S/N | S.No. | SN | Sr. No. | Sr. | Serial | Serial No. | # | Sl. No. | Row | م | الرقم | التسلسل | مسلسل | ت | رقم | الرقم التسلسلي | الرقم المسلسل"
        ),
        (
            .remarks,
            "Remarks | Notes | Comments | Comment | Remark | ملاحظات | الملاحظات | ملاحظة | End-of-Line Indicator"
        ),
        (
            .contact,
            "Phone | Phone No. | Mobile | Mobile No. | Telephone | Tel. | Contact | Contact No. | رقم الجوال | رقم الهاتف | الهاتف | الجوال | الموبايل | رقم التواصل | Address | العنوان"
        ),
        (
            .secret,
            "Password | Passwords | Pass word | Passcode | PIN | Pwd | كلمة المرور | كلمة السر | الرقم السري | Initial password"
        ),
        (
            .expiresOn,
            """
            Valid until | Valid till | Valid to | Expiry date | Expiry | Expires | Expires on | Expiration date | Certificate expiry | Certificate expiry date
            صالحة حتى | صالحة لغاية | صالح حتى | تاريخ الصلاحية | تاريخ انتهاء الصلاحية | تاريخ انتهاء الشهادة | تاريخ انتهاء صلاحية الشهادة | انتهاء الصلاحية
            """
        ),
        (.budget, "Training Budget | Budget | Allocated budget | الميزانية | الموازنة | ميزانية التدريب"),
        (.trainerCount, "عدد المدربين | No. of trainers | Number of trainers"),
        (.absences, "Faltas | Absences | Days absent | Absent days | عدد الغياب | الغياب | أيام الغياب"),
        (.share, "% | Attendance % | Attendance rate | نسبة الحضور | النسبة المئوية"),
        (.maximumScore, "Note maximale | Max score | Maximum score | Points possible | الدرجة العظمى | الدرجة القصوى"),
    ]
}
