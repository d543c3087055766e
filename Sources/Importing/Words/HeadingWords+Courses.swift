extension HeadingWords {
    /// Headings about courses and their sessions.
    static let ofCourses: [(column: RegisterColumn, headings: String)] = [
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
    ]
}
