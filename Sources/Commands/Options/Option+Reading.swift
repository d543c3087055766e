import Records
import Stores

// How records with errors are treated.

extension Option where Value == RejectionLimit {
    static var maxRejects: Self {
        Self("max-rejects", .rejectionLimit, help: "go on without so many rows with errors")
    }
}

extension Option where Value == StoreMoment {
    static var asOf: Self {
        Self(
            "as-of", .storeMoment, isConfigurable: false,
            help: "of a store: what it knew on that day, or after the import of that number")
    }
}

extension Option where Value == String {
    static var schema: Self {
        Self(
            "schema", ValueKind("NAME") { text, _ in text }, isConfigurable: false,
            help: "of a PostgreSQL database: the schema with the tables")
    }

    static var cache: Self {
        Self("cache", .folder, help: "keep prepared records there, to read an unchanged dataset again quickly")
    }

    static var rejects: Self { Self("rejects", .folder, help: "write rejected rows there, with their finding") }

    static var annotate: Self {
        Self("annotate", .file, help: "write a copy of the workbook there, with the findings in its cells")
    }

    static var proposeLabels: Self {
        Self("propose-labels", .file, help: "write a labels.csv there that lets similar members count as one")
    }

    static var dataPackage: Self {
        Self("data-package", .file, help: "write the description of the files there too, as datapackage.json")
    }

    static var proposePersons: Self {
        Self("propose-persons", .file, help: "write a persons.csv there that lets possible duplicates count as one")
    }
}

extension Option where Value == Bool {
    static var handOver: Self {
        Self(
            "hand-over", .onOff, isConfigurable: false,
            help: "of a server of Spark: take over all participations and check each, in place of counting them there")
    }

    static var explain: Self {
        Self(
            "explain", .onOff, isConfigurable: false,
            help: "print what would be handed over and what a server would be asked, and count nothing")
    }

    static var outliers: Self {
        Self("outliers", .onOff, help: "tell also of values that are far from the others of their course")
    }

    static var noCache: Self { Self("no-cache", .onOff, help: "read all records anew, and keep no prepared ones") }

    static var strict: Self { Self("strict", .onOff, help: "let a warning stop the work as an error does") }
}
