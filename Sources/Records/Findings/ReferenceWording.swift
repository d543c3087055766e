/// What findings say of keys: rows that refer to others, repeat them, or name the same member or person.
enum ReferenceWording: FindingWording {
    case unknownReference, rejectedReference, rowRefersToRejected, rowsReferToRejected, repeatedKey,
        repeatedParticipation, repeatedPerson, repeatedWithoutOrder, spellingsInCircle, misspeltMember, unknownMember,
        similarMember,
        similarOwnMember,
        personBesideItself, personOfAnother, personsInCircle, personsParted, personsMerged, sameNameOfPersons

    var words: (en: String, ar: String) {
        switch self {
        case .unknownReference:
            (
                en: "'{}' is not in {}",
                ar: "«{}» غير موجود في {}"
            )
        case .rejectedReference:
            (
                en: "'{}' was itself rejected in {}",
                ar: "«{}» مرفوض هو نفسه في {}"
            )
        case .rowRefersToRejected:
            (
                en: "'{}': this row refers to rejected rows of {}; correct those",
                ar: "«{}»: يشير هذا الصف إلى صفوف مرفوضة في {}؛ صحّحها"
            )
        case .rowsReferToRejected:
            (
                en: "'{}': {} rows from here on refer to rejected rows of {}; correct those",
                ar: "«{0}»: ابتداءً من هنا صفوف تشير إلى صفوف مرفوضة في {2} وعددها {1}؛ صحّحها"
            )
        case .repeatedKey:
            (
                en: "'{}' stands in an earlier row; the first one stays",
                ar: "«{}» مكرر من صف سابق؛ ويبقى الصف الأول"
            )
        case .repeatedParticipation:
            (
                en: "'{}' stands in an earlier row; the first one stays (if the last one is to count, set "
                    + "repeatedParticipations in dataset.json)",
                ar: "«{}» مكرر من صف سابق؛ ويبقى الصف الأول (وليُحتسب الأخير اضبط repeatedParticipations في "
                    + "dataset.json)"
            )
        case .repeatedPerson:
            (
                en: "'{}': the person, who has several identifiers in persons.csv, stands in an earlier row of the "
                    + "session; the first one stays (if the last one is to count, set repeatedParticipations in "
                    + "dataset.json)",
                ar: "«{}»: لهذا الشخص أكثر من معرّف في persons.csv وله صف سابق في الانعقاد؛ ويبقى الصف الأول "
                    + "(وليُحتسب الأخير اضبط repeatedParticipations في dataset.json)"
            )
        case .repeatedWithoutOrder:
            (
                en: "'{}' stands in several rows; there is no first one where rows have no order, and none of them "
                    + "counts: leave one of them",
                ar: "«{}» مكرر في عدة صفوف؛ ولا صف أول حيث لا ترتيب للصفوف، فلا يُحتسب أي منها: أبقِ واحداً منها"
            )
        case .spellingsInCircle:
            (
                en: "'{}' is itself a spelling of '{}'; one of them must be a spelling of no other",
                ar: "«{}» صيغة من «{}» نفسها؛ يجب ألا تكون إحداهما صيغة من غيرها"
            )
        case .misspeltMember:
            (
                en: "no record has '{}'",
                ar: "لا سجل فيه «{}»"
            )
        case .unknownMember:
            (
                en: "no record has '{}'; name a member that records have",
                ar: "لا سجل فيه «{}»؛ اذكر اسماً تحمله السجلات"
            )
        case .similarMember:
            (
                en: "'{}' is the same name as '{}' in another spelling; if they are one, say so in labels.csv "
                    + "(same_as)",
                ar: "«{}» هو الاسم «{}» بكتابة أخرى؛ إن كانا واحداً فاذكر ذلك في labels.csv (same_as)"
            )
        case .similarOwnMember:
            (
                en:
                    "'{}' is the same name as '{}' in another spelling; if they are one, write them alike, or declare a "
                    + "code that both spell (also)",
                ar: "«{}» هو الاسم «{}» بكتابة أخرى؛ إن كانا واحداً فوحّد كتابتهما أو عرّف رمزاً يجمعهما (also)"
            )
        case .personBesideItself:
            (
                en: "'{}' is named beside itself; name another trainee_id, or leave the field empty",
                ar: "«{}» مذكور مقابل نفسه؛ اذكر trainee_id آخر أو اترك الحقل فارغاً"
            )
        case .personOfAnother:
            (
                en: "'{}' is the same person as '{}' by an earlier row, and cannot count as '{}' too; let '{}' "
                    + "count as '{}', or leave the field empty",
                ar: "«{}» هو الشخص «{}» بحسب صف سابق، فلا يُحتسب «{}» أيضاً؛ اجعل «{}» يُحتسب «{}» أو اترك الحقل "
                    + "فارغاً"
            )
        case .personsInCircle:
            (
                en: "'{}' counts as '{}' by earlier rows, so that neither would count; leave one same_as empty",
                ar: "«{}» يُحتسب «{}» بحسب صفوف سابقة، فلن يُحتسب أي منهما؛ اترك أحد حقلي same_as فارغاً"
            )
        case .personsParted:
            (
                en: "'{}' and '{}' are two persons by earlier rows (not_same_as); correct one of the rows",
                ar: "«{}» و«{}» شخصان بحسب صفوف سابقة (not_same_as)؛ صحّح أحد الصفوف"
            )
        case .personsMerged:
            (
                en: "'{}' and '{}' are one person by other fields (same_as); correct one of them",
                ar: "«{}» و«{}» شخص واحد بحسب حقول أخرى (same_as)؛ صحّح أحدها"
            )
        case .sameNameOfPersons:
            (
                en: "'{}' has the name of '{}' (line {}), and nothing that is known tells them apart; say in "
                    + "persons.csv whether they are one (same_as) or two (not_same_as)",
                ar: "لصاحب المعرّف «{}» اسم «{}» (السطر {})، ولا يميز بينهما شيء معروف؛ فاذكر في persons.csv هل "
                    + "هما شخص واحد (same_as) أم اثنان (not_same_as)"
            )
        }
    }
}
