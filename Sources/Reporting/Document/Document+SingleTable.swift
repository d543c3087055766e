extension Document {
    /// A document with a single table, definitions of its terms, and the files that it comes from.
    public init(
        _ table: Table, _ context: ReportContext, definitions: [Definition] = [], inputs: [InputRecord] = []
    ) {
        var table = table
        if !definitions.isEmpty { table.definitions = definitions }
        self.init(
            title: table.title, subject: context.subject, author: context.author, language: context.language,
            digits: context.digits, lead: context.lead,
            particulars: context.particulars(inputs, under: table.title), inputs: inputs, tables: [table],
            reportingDay: context.today)
    }
}
