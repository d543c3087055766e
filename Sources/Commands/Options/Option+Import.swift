// What an import makes of which register.

extension Option where Value == String {
    static var into: Self {
        Self("into", .path("DATASET"), isConfigurable: false, help: "where the dataset goes: a folder, or a new .xlsx")
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
