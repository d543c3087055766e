/// What a server is asked to do, as the messages of Spark Connect have it.
///
/// The numbers of fields are those of `spark/connect/*.proto` in Spark 3.4 and later.
package enum SparkPlan: Sendable {
    /// The rows of a query.
    case query(String)
    /// A statement, such as one that makes a view.
    case statement(String)
    /// The rows of files of a format.
    case files(FileRelation)
    /// Makes a view of this session from files; one with the same name gives way.
    case view(String, FileRelation)

    /// Adds the plan as a field of a message.
    func write(_ number: Int, to message: inout ProtobufWriter) {
        message.message(number) { plan in
            switch self {
            case .query(let sql): plan.message(1) { Self.write(query: sql, to: &$0) }
            case .files(let files): plan.message(1) { files.write(to: &$0) }
            case .statement(let sql):
                plan.message(2) { command in
                    command.message(5) { statement in
                        statement.text(1, sql)
                        statement.message(6) { Self.write(query: sql, to: &$0) }
                    }
                }
            case .view(let name, let files):
                plan.message(2) { command in
                    command.message(3) { view in
                        view.message(1) { files.write(to: &$0) }
                        view.text(2, name)
                        view.flag(4)
                    }
                }
            }
        }
    }

    private static func write(query: String, to relation: inout ProtobufWriter) {
        relation.message(10) { $0.text(1, query) }
    }
}

/// Files as a relation.
package struct FileRelation: Sendable {
    /// How they are written: `csv`, `parquet`, `text`, `binaryFile`.
    let format: String
    /// How they are to be read.
    let options: [(key: String, value: String)]
    /// A file or folder.
    let path: String

    /// Files at a path.
    package init(_ format: String, options: [(key: String, value: String)] = [], path: String) {
        self.format = format
        self.options = options
        self.path = path
    }

    fileprivate func write(to relation: inout ProtobufWriter) {
        relation.message(2) { read in
            read.message(2) { source in
                source.text(1, format)
                for option in options {
                    source.message(3) { entry in
                        entry.text(1, option.key)
                        entry.text(2, option.value)
                    }
                }
                source.text(4, path)
            }
        }
    }
}
