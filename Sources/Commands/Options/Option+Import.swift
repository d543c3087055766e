// What an import makes of which register, and which row's history is shown.

import Records

extension Option where Value == String {
    static var into: Self {
        Self(
            "into", .path("DATASET"), isConfigurable: false,
            help: "where the dataset goes: a folder, a new .xlsx, or sqlite:FILE")
    }

    static var mapping: Self {
        Self("mapping", .file, isConfigurable: false, help: "the file that says what is what in the register")
    }
}

extension Option where Value == Bool {
    static var dryImport: Self {
        Self(
            "dry-run", .onOff, help: "tell what would come, and write nothing",
            manualNote: "of an import: tell what would come, and write nothing")
    }
}

extension Option where Value == RecordTable {
    static var table: Self {
        Self("table", .choice("TABLE"), isConfigurable: false, help: "the table of the row whose history is shown")
    }
}

extension Option where Value == [String] {
    static var key: Self {
        Self(
            "key", .key("K[,K]"), isConfigurable: false,
            help: "the key of that row: S01 in sessions, S01,T0007 in participations")
    }
}
