/// What a schedule and its reports can say.
extension ScheduleDecoder {
    static let keys = [
        (name: "from", meaning: "the first period, such as 2019-01", isRequired: true),
        (name: "delay", meaning: "days after a period's end", isRequired: false),
        (name: "maxRejects", meaning: "rows with errors to go on without", isRequired: false),
        (name: "mail", meaning: "how mails are sent", isRequired: false),
        (name: "reports", meaning: "the reports to be released", isRequired: true),
    ]

    static let reportKeys = [
        (name: "name", meaning: "small letters, digits and hyphens", isRequired: true),
        (name: "recurrence", meaning: "how often, such as monthly", isRequired: true),
        (name: "dataset", meaning: "the folder, workbook or database of the records", isRequired: true),
        (name: "output", meaning: "the folder for its releases", isRequired: true),
        (name: "definition", meaning: "the file that defines its tables", isRequired: false),
        (name: "formats", meaning: "its formats", isRequired: false),
        (name: "languages", meaning: "its languages", isRequired: false),
        (name: "digits", meaning: "its digits: arab or latn", isRequired: false),
        (name: "profile", meaning: "the profile of workbooks", isRequired: false),
        (name: "retention", meaning: "how many periods are kept", isRequired: false),
        (name: "nothingToReport", meaning: "write or skip", isRequired: false),
        (name: "fileMode", meaning: "such as \"0640\"", isRequired: false),
        (name: "provisionalDays", meaning: "days until figures are final", isRequired: false),
        (name: "deliver", meaning: "who gets its releases, and how", isRequired: false),
    ]
}
