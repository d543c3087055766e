import Aggregation
import Reporting
import TrainingStats

// The request: which records, by which dimensions, which measures.

extension Option where Value == PeriodExpression {
    static var period: Self {
        Self(
            "period", .period,
            help:
                "sessions that end in it: 2019, 2019-H1, 2019-Q3, 2019-07, FY2019, 2017..2019, last-year, all (default)"
        )
    }
}

extension Option where Value == Bool {
    static var missed: Self {
        Self("missed", .onOff, help: "list only targets that are proven to be missed, and exit 1 where there is one")
    }
}

extension Option where Value == CivilDate {
    static var today: Self {
        Self("today", .date, help: "the reporting day (default: today in the dataset's time zone)")
    }
}

extension Option where Value == [Filter] {
    static var `where`: Self {
        Self(
            "where", .filters, isRepeatable: true,
            help:
                "keep members: state=KWT,QAT these only; state!=KWT all but it; institution~navy those that contain a "
                + "text; may be repeated, and all must hold")
    }
}

extension Option where Value == [String] {
    static var rows: Self {
        Self("rows", .dimensions("D[,D]"), help: "dimensions in the rows (tadrib list dimensions)")
    }

    static var columns: Self { Self("columns", .dimensions("D[,D]"), help: "dimensions in the columns") }

    /// `--columns` of a list of records.
    static var recordColumns: Self {
        let columns = RecordColumn.fields.map(\.id).joined(separator: ", ")
        return Self(
            "columns", .recordColumns("C[,C]"),
            help: "columns of the list: \(columns), place, what the measure adds up, and any dimension",
            manualNote:
                "of records the columns of the list: \(columns), place, what the measure adds up, and any dimension")
    }

    static var measures: Self { Self("measures", .measures("M[,M]"), help: "measures (tadrib list measures)") }
}

extension Option where Value == [Transform] {
    static var transforms: Self {
        Self(
            "transforms", .transforms("T[,T]"),
            help: "made of each measure: \(Transform.allCases.map(\.rawValue).joined(separator: ", "))")
    }
}

extension Option where Value == String {
    static var session: Self { Self("session", .identifier("S"), help: "identifier of the session") }

    static var trainee: Self { Self("trainee", .identifier("T"), help: "an identifier of the person") }

    static var measure: Self { Self("measure", .measure("M"), help: "the measure whose records are listed") }
}

extension Option where Value == [FigureCondition] {
    static var having: Self {
        Self(
            "having", .conditions("C"), isRepeatable: true,
            help: "show the rows that meet a condition alone, such as 'fill-rate<0.5 and sessions>=3'")
    }
}

extension Option where Value == [FigureCondition] {
    static var persons: Self {
        Self(
            "persons", .conditions("C"), isRepeatable: true,
            help: "count the persons who meet a condition alone, such as 'participations>=3'")
    }
}

extension Option where Value == RequirementRows {
    /// `--rows` of requirements.
    static var requirementRows: Self {
        let known = RequirementRows.allCases.map(\.rawValue).joined(separator: ", ")
        return Self(
            "rows", .choice("D"), help: "put requirements together by \(known)",
            manualNote: "of requirements by what they are put together: \(known)")
    }
}

extension Option where Value == RowOrder.Key {
    static var sort: Self {
        Self(
            "sort", .order("M[:asc]"),
            help: "order the rows by a measure, the largest first, or with :asc the smallest first")
    }
}

extension Option where Value == Int {
    static var top: Self {
        Self(
            "top", .whole("N", in: 1...Int(Int32.max)),
            help: "keep the N members of the first row dimension with the most (of --sort), the rest as _O")
    }

    static var bottom: Self {
        Self(
            "bottom", .whole("N", in: 1...Int(Int32.max)),
            help: "keep the N members of the first row dimension with the least (of --sort), the rest as _O")
    }
}

extension Option where Value == [ValidityList.Standing] {
    static var list: Self {
        Self(
            "list", .standings("S[,S]"),
            help: "list the persons of whom that can be said: "
                + ValidityList.Standing.allCases.map(\.rawValue).joined(separator: ", "))
    }
}

extension Option where Value == Int {
    static var within: Self {
        Self(
            "within", .whole("N", in: CertificateRegister.possibleNotices),
            help: "a certificate is due if it lapses within N days (default \(CertificateRegister.usualNotice))")
    }
}

extension Option where Value == Bool {
    static var lastTraining: Self {
        Self("last-training", .onOff, help: "how long ago persons were last trained, in place of certificates")
    }

    static var intervals: Self {
        Self("intervals", .onOff, help: "the 95 % interval (Wilson) behind each rate of counted cases")
    }

    static var register: Self {
        Self("register", .onOff, help: "person by day, with empty fields to sign or fill in")
    }

    static var personsShort: Self {
        Self("persons-short", .onOff, help: "list the persons of requirements.csv who still need training")
    }

    static var names: Self { Self("names", .onOff, help: "show the names of persons") }

    static var includeEmpty: Self {
        Self(
            "include-empty", .onOff,
            help: "rows for known members without records too, such as institutions that sent nobody")
    }

    static var totals: Self { Self("totals", .onOff, help: "add the totals _T, computed from the records") }
}
