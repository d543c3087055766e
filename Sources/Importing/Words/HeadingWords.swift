/// How registers call their columns, in English and Arabic and a few languages more: facts about public registers.
///
/// A heading is compared as a whole. One that stands under several columns can be any of them; the values tell.
enum HeadingWords {
    static let spellings: [(column: RegisterColumn, headings: String)] = [
        (
            .traineeIdentifier,
            """
            ID | ID No. | ID number | Employee ID | Employee No. | Employee Number | Employee Code | EMP ID | Staff ID | Staff No. | User ID | Username
            Student ID | Trainee ID | Trainee No. | Participant ID | Participant No. | Participant ID (UPN) | SIS User ID | SIS ID | OrgDefinedId
            National ID | National No. | Civil ID | Civil ID No. | Civil No. | CPR | CPR No. | QID | Emirates ID | Iqama No. | STAR/BADGE | Badge | Badge No.
            Service No. | Service Number | Military No. | Roll No. | Passport No. | Passport Number | Personnel No. | Personal No. | trainee_id
            رقم المتدرب | رقم المشارك | رقم الهوية | رقم الهوية الوطنية | الهوية الوطنية | الهوية | الرقم المدني | الرقم العسكري | الرقم الوظيفي
            الرقم القومي | الرقم الوطني | الرقم الشخصي | رقم الإقامة | رقم الجواز | رقم جواز السفر | رقم القيد | رقم البطاقة المدنية | البطاقة المدنية
            الرقم السكاني | الرقم الموحد | رقم الموظف
            """
        ),
        (
            .traineeName,
            """
            Name | Full Name | Fullname | Trainee Name | Name of trainee | Trainee | Student | Student Name | User's Fullname | User Full Name
            Participant | Participant Name | Name of participant | Attendee | Attendee Name | Employee Name | Employee | Name (Original Name) | Name (English)
            English Name | Name in English | User | Learner | Learner Name | Nominee
            الاسم بالانجليزية | الاسم (بالانجليزية) | الاسم بالإنجليزي | الاسم الإنجليزي | الاسم | اسم المتدرب | الاسم الكامل | الاسم الرباعي | الاسم الثلاثي
            اسم المشارك | اسم الموظف | أسماء المتدربين | اسماء المشاركين | المتدرب | المشارك | الإسم
            """
        ),
        (
            .traineeNameArabic,
            """
            Name (Arabic) | Arabic Name | Name in Arabic | الاسم بالعربية | الأسم (بالعربية) | الاسم (بالعربية) | الاسم العربي | الاسم بالعربي | اسم المتدرب | الاسم
            """
        ),
        (.firstName, "First Name | Given Name | Forename | الاسم الأول | First name(s)"),
        (.lastName, "Last Name | Surname | Family Name | اسم العائلة | اللقب | العائلة | الاسم الأخير"),
        (.email, "Email | E-mail | Email address | البريد الإلكتروني | البريد الالكتروني | الإيميل"),
        (
            .sex,
            """
            Sex | Gender | M/F | Gender Identity | Geschlecht | Sexe | Salutation | Title (Mr./Ms.) | Mr./Ms. | sex
            الجنس | النوع | ذكر/أنثى | النوع الاجتماعي | جنس المتدرب | نوع الجنس | اللقب (السيد/السيدة) | الصفة | ذ/ث
            """
        ),
        (
            .nationality,
            """
            Nationality | Country | Country name | Citizenship | Country of origin | Home country | NAT | Nat. | Delegation | State | #country+code | #country
            الجنسية | الدولة | البلد | دولة المشارك | جنسية المتدرب | بلد الإقامة | الدولة الموفدة | الوفد | محل الإقامة | جنسية
            """
        ),
        (
            .employer,
            """
            Organisation | Organization | Institution | Department | Company | Employer | Trainee Organisation | #org | Agency | Unit | Division | Directorate
            Ministry | Office | Workplace | Entity | Section/Unit | Employer name | บริษัท
            جهة العمل | الجهة | الشركة | اسم صاحب العمل | جهة التدريب | القسم | الإدارة | الوزارة | المؤسسة | مكان العمل | الكتيبة | الوحدة | الجهة المستفيدة
            """
        ),
        (.sector, "Sector | القطاع"),
        (
            .rank,
            """
            Rank | Grade | Job level | job_level | Job Title | Position | Designation | Cadre | BC Role | Role | Pay Grade | Post | Specialty | Occupation
            الرتبة | المسمى الوظيفي | الدرجة الوظيفية | المرتبة | الوظيفة | الصفة | المنصب | الفئة | الدرجة العسكرية | الدرجة
            """
        ),
        (
            .birthYear,
            "Year of birth | Birth year | Date of birth | DOB | Birth date | سنة الميلاد | تاريخ الميلاد | تاريخ الولادة"
        ),
        (
            .courseIdentifier,
            """
            Course ID | Course code | Course No. | Item ID | Module ID | Activity ID | Training code | Programme code | course_id
            رمز الدورة | رمز المقرر | رقم المقرر | كود الدورة | رقم البرنامج
            """
        ),
        (
            .courseTitle,
            """
            Course | Course Title | Course Name | Name of course | Training Program Name | Training Programme | Training Program | Training Title | Training Name
            Training | Training Course | Program Name | Programme Name | Program | Programme | Seminar Name | Seminar | Topic | Item Title | Activity | Activity Name
            Course Description | Subject | Workshop | Module | Event | Event Name | Session Title | Nama Diklat | Title | Curso
            اسم الدورة | الدورة | الدورة التدريبية | اسم البرنامج | البرنامج التدريبي | البرنامج | اسم المقرر | المقرر | عنوان الدورة | موضوع الدورة | الورشة
            اسم الورشة | عنوان الشهادة | برنامج | النشاط | اسم النشاط | المادة | عنوان البرنامج
            """
        ),
        (
            .courseTitleArabic,
            "Course name (Arabic) | Course title (Arabic) | Title (Arabic) | اسم الدورة بالعربية | اسم الدورة (بالعربية)"
        ),
        (
            .topic,
            "Topic | Category | Subject | Subject area | Field | Area | Theme | #sector | الموضوع | المجال | التصنيف | المحور | الفئة"
        ),
        (
            .kind,
            "Course Type | Type | Activity type | Training type | Event type | نوع الدورة | نوع البرنامج | نوع النشاط | النوع"
        ),
        (.level, "Level | Course level | المستوى | مستوى الدورة"),
        (
            .session,
            """
            Event ID | Section | Class | Batch | Batch No. | Cohort | Group | Session | Session ID | Session No. | Locator Number | Schedule Offering ID
            Training ID | Intake | Ficha | Run | Offering | session_id
            الدفعة | الشعبة | المجموعة | رقم الدورة | الرقم المرجعي | رقم البرنامج | الفوج | الدورة رقم | رمز الدورة | رقم اعتماد البرنامج | رقم الدفعة
            """
        ),
        (
            .startDate,
            """
            Start | Start Date | Starts | Started | Event Start | Session Start | Session Start Date/Time | Start Date/Time | From | Date from | From date | Begin
            Training Date | Date | Dates | Date Implemented | Day | Commencement Date | Course date | Session date | Fecha Inicio | Date of training | Held on
            تاريخ البدء | تاريخ البداية | من | من تاريخ | تاريخ الانعقاد | تاريخ التنفيذ | تاريخ الدورة | موعد بدأ الدورة | بداية الدورة | التاريخ | تاريخ التدريب
            البداية | تاريخ بدء الدورة | فترة التنفيذ من
            """
        ),
        (
            .endDate,
            """
            End | End Date | Ends | Event Finish | Event End | Finish | Finish date | Session end date | Session Finish Date/Time | End Date/Time | To | Until | Date to
            To date | Close Date | Fecha Fin | Completion Date | Year completed | Date Completed | Completed On
            تاريخ الانتهاء | تاريخ النهاية | إلى | إلى تاريخ | حتى | نهاية الدورة | تاريخ الختام | تاريخ التخرج | النهاية | تاريخ انتهاء الدورة | فترة التنفيذ إلى
            """
        ),
        (
            .period,
            "Period | Dates | Training period | Course dates | Duration from to | الفترة | فترة الدورة | فترة التنفيذ | فترة التدريب"
        ),
        (.month, "Month | الشهر | Month/Year"),
        (.clockTime, "Time | Timing | Hours of the day | Schedule | الوقت | التوقيت | وقت الدورة"),
        (
            .duration,
            "Duration | Event Duration | Length | Course duration | المدة | مدة الدورة | مدة البرنامج | مدة التدريب | فترة الدورة"
        ),
        (
            .hours,
            """
            Hours | CPD Hours | Credit Hours | Total Hours | Contact hours | Training hours | No. of hours | Number of hours | estimated_hours | Estimated hours
            Duration [h] | Duration (hours) | Hours attended | ชั่วโมง
            عدد الساعات | مدة البرنامج (ساعات) | الساعات التدريبية | ساعات التدريب | الساعات | عدد ساعات الدورة
            """
        ),
        (
            .days,
            "No. of days | Number of days | Duration (days) | Training Duration(Days) | عدد الأيام | مدة البرنامج (ايام) | عدد أيام الدورة"
        ),
        (
            .venue,
            """
            Venue | Facility | Room | Location | Training Center | Training Centre | Place | Site | Building | Delivery Location | Hall | #adm1+name | Lokasi
            Institution/Country | City
            مكان الانعقاد | المكان | مكان الدورة | مقر التنفيذ | القاعة | الموقع | مركز التدريب | مكان التدريب | المدينة | قاعة التدريب | مكان التنفيذ | المقر
            """
        ),
        (
            .provider,
            "Provider | Training provider | Vendor | Training institute | الجهة المنفذة | جهة التنفيذ | مقدم التدريب | المعهد"
        ),
        (.programme, "Project | Programme name | المشروع"),
        (.language, "Language | Course language | لغة الدورة | اللغة"),
        (.delivery, "Delivery | Delivery mode | Mode | Delivery method | طريقة التنفيذ | أسلوب التنفيذ | نمط التدريب"),
        (.capacity, "Capacity | Seats | Maximum seats | السعة | الطاقة الاستيعابية | عدد المقاعد"),
        (
            .sessionStatus,
            "Session status | Event status | Course status | حالة الدورة | حالة البرنامج | Progress Status"
        ),
        (
            .trainer,
            """
            Trainer | Trainer Name | Instructor | Instructor Name | Facilitator | Lecturer | Tutor | Resource Person | Speaker | Taught by | Coach | Nama Pembimbing
            المدرب | اسم المدرب | المحاضر | اسم المحاضر | المدربون | القائم بالتدريب | القائم بالنشاط | مقدم الدورة | المشرف
            """
        ),
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
            .certificate,
            """
            Certificate | Certificate Issued | CertificateIssued | Certificate Number | Certificate No. | CertificateValid | Cert. issued | Cert. No. | Date of certificate
            Certified | Credential ID | Certificate date
            الشهادة | رقم الشهادة | استحقاق الشهادة | تاريخ الإصدار | تسليم الشهادة | حصل على شهادة | شهادة حضور | شهادة اجتياز | شهادة | نوع الشهادة
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
        (.budget, "Training Budget | Budget | Allocated budget | الميزانية | الموازنة | ميزانية التدريب"),
        (.trainerCount, "عدد المدربين | No. of trainers | Number of trainers"),
        (.absences, "Faltas | Absences | Days absent | Absent days | عدد الغياب | الغياب | أيام الغياب"),
        (.share, "% | Attendance % | Attendance rate | نسبة الحضور | النسبة المئوية"),
        (.maximumScore, "Note maximale | Max score | Maximum score | Points possible | الدرجة العظمى | الدرجة القصوى"),
    ]
}
