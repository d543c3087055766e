/// How registers call their columns, in English and Arabic and a few languages more: facts about public registers.
///
/// A heading is compared as a whole. One that stands under several columns can be any of them; the values tell.
enum HeadingWords {
    static let spellings: [(column: RegisterColumn, headings: String)] = ofPersons + ofCourses + ofOutcomes
}

extension HeadingWords {
    /// Headings about persons.
    private static let ofPersons: [(column: RegisterColumn, headings: String)] = [
        (
            .traineeIdentifier,
            """
            ID | ID No. | ID number | Employee ID | Employee No. | Employee Number | Employee Code | EMP ID | Staff ID | Staff No. | User ID | Username
            Student ID | Trainee ID | Trainee No. | Participant ID | Participant No. | Participant ID (UPN) | SIS User ID | SIS ID | OrgDefinedId
            National ID | National No. | Civil ID | Civil ID No. | Civil No. | CPR | CPR No. | QID | Emirates ID | Iqama No. | STAR/BADGE | Badge | Badge No.
            Service No. | Service Number | Military No. | Roll No. | Passport No. | Passport Number | Personnel No. | Personal No. | trainee_id
            رقم المتدرب | رقم المشارك | رقم الهوية | رقم الهوية الوطنية | الهوية الوطنية | الهوية | الرقم المدني | الرقم العسكري | الرقم الوظيفي
            الرقم القومي | الرقم الوطني | الرقم الشخصي | رقم الإقامة | رقم الجواز | رقم جواز السفر | رقم القيد | رقم البطاقة المدنية | البطاقة المدنية
            الرقم السكاني | الرقم الموحد | رقم الموظف | رقم الخدمة
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
    ]
}
