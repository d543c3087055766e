// Scheduled releases, and synthetic datasets.

import Releases

extension Option where Value == Bool {
    static var dryRun: Self { Self("dry-run", .onOff, help: "list what is due, and do nothing") }

    static var overdue: Self {
        Self(
            "overdue", .onOff, help: "exit 1 where a release was due before today and is not made, or was not delivered"
        )
    }

    static var noDelivery: Self {
        Self(
            "no-delivery", .onOff, isConfigurable: false,
            help:
                "make releases that nobody gets by mail or command, now or later, as when a schedule begins in the past"
        )
    }

    static var hostile: Self {
        Self(
            "hostile", .onOff,
            help: "as hard to read as correct records can be: UUIDs, shuffled rows, quotes, headcounts")
    }
}

extension Option where Value == [DeliverySelection] {
    static var resend: Self {
        Self(
            "resend", .deliveries("WHICH"), isConfigurable: false,
            help:
                "deliver again what was refused or may have arrived: all, or REPORT[/DELIVERY[/RELEASE]], several with "
                + "commas")
    }

    static var acknowledge: Self {
        Self(
            "acknowledge", .deliveries("WHICH"), isConfigurable: false,
            help: "tell no more of what has not arrived, and do not deliver it; named as for --resend")
    }
}

extension Option where Value == Int {
    static var catchUp: Self {
        Self(
            "catch-up", .whole("N", in: 1...1_000_000),
            help: "make no more than so many releases, the oldest first")
    }

    static var wait: Self {
        Self("wait", .whole("SECONDS", in: 0...86_400), help: "how long to wait for another run to end (default 0)")
    }

    static var participations: Self {
        Self(
            "participations", .whole("N", in: 0...2_000_000_000), help: "how many participations (default 1000)")
    }

    static var seed: Self {
        Self(
            "seed", .whole("N", in: 0...Int.max),
            help: "what all chance comes from (default 1): the same seed, the same bytes")
    }
}

extension Option where Value == String {
    static var metrics: Self {
        Self(
            "metrics", .file,
            help: "write last success, duration, rejected rows and what is overdue there, for Prometheus")
    }
}
