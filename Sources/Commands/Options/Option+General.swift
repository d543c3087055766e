// Messages, and the look in a terminal.

extension Option where Value == Bool {
    static var quiet: Self { Self("quiet", .onOff, short: "q", help: "no warnings") }

    static var verbose: Self { Self("verbose", .onOff, short: "v", help: "all warnings") }

    static var noColor: Self { Self("no-color", .onOff, help: "no colours") }

    static var help: Self { Self("help", .onOff, short: "h", isConfigurable: false, help: "this help") }

    static var version: Self { Self("version", .onOff, isConfigurable: false, help: "the version") }
}

extension Option where Value == ProgressLine.Choice {
    static var progress: Self {
        Self(
            "progress", .choice("auto|never"),
            help: "how far the reading is, where it takes over a second, on a terminal (auto, default) or never")
    }
}
