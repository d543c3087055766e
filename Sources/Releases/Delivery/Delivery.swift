import Reporting
import Support

/// How releases of a report reach somebody: by mail, or by a program that is run.
package struct Delivery: Hashable, Sendable {
    /// What is delivered.
    package enum Occasion: String, CaseIterable, Sendable {
        /// Every release.
        case always
        /// Releases that replace an earlier one of their period.
        case revision
        /// Releases in which a target is missed.
        case missedTarget = "missed-target"
        /// No release, but that one was due on an earlier day and is not made.
        case overdue
    }

    /// How it is delivered.
    package enum Way: Hashable, Sendable {
        case mail(Mail)
        case command(CommandLine)
    }

    /// Its name within the report: small letters, digits and hyphens.
    package var name: String
    /// What is delivered.
    package var when: Occasion
    /// How.
    package var way: Way

    /// Whether it is a mail.
    var isMail: Bool { if case .mail = way { true } else { false } }

    /// A delivery from its values.
    package init(name: String, when: Occasion = .always, way: Way) {
        self.name = name
        self.when = when
        self.way = way
    }
}

extension Delivery {
    /// A mail about a release.
    package struct Mail: Hashable, Sendable {
        /// Addresses without names.
        package var to: [String]
        /// Its subject; nil for the usual one.
        package var subject: BilingualText?
        /// Its text; nil for the usual one.
        package var text: BilingualText?
        /// Its languages; empty for those of the report.
        package var languages: [Language] = []
        /// The formats that are attached.
        package var attachments: [OutputFormat] = []

        /// A mail to addresses.
        package init(to: [String]) { self.to = to }
    }

    /// A program with its arguments; the release's folder is the last one.
    package struct CommandLine: Hashable, Sendable {
        /// Path of the program.
        package var program: String
        /// What stands before the release's folder.
        package var arguments: [String]
        /// How many seconds it may take.
        package var limit = 300

        /// A program with arguments.
        package init(program: String, arguments: [String]) {
            self.program = program
            self.arguments = arguments
        }
    }
}

/// How mails of a schedule are sent.
package struct MailRoute: Hashable, Sendable {
    /// Who takes the mails.
    package enum Taker: Hashable, Sendable {
        /// A program with the interface of `sendmail`.
        case sendmail(program: String)
        /// A server of SMTP.
        case server(Server)
    }

    /// A server of SMTP.
    package struct Server: Hashable, Sendable {
        /// `smtp://HOST[:PORT]`, with STARTTLS, or `smtps://HOST[:PORT]`.
        package var address: String
        /// Whether the connection must be encrypted.
        package var needsEncryption = true
        /// The name to log in with; nil where the server asks for none.
        package var user: String?
        /// Where the password is.
        package var password: Password?
        /// A file with certificates that are trusted, in place of those of the system.
        package var authority: String?

        /// A server at an address.
        package init(address: String) { self.address = address }
    }

    /// Where a password is, which a schedule itself never has.
    package enum Password: Hashable, Sendable {
        /// In a variable of this name.
        case variable(String)
        /// In a file that its owner alone can read.
        case file(String)
    }

    /// The address of whoever sends, without a name.
    package var from: String
    /// Who takes the mails.
    package var taker: Taker
    /// How often a mail is tried in one run.
    package var attempts = 3
    /// How many seconds pass between two attempts.
    package var pause = 10
    /// How many seconds the other side may be silent.
    package var limit = 120

    /// A route for mails from an address.
    package init(from: String, taker: Taker) {
        self.from = from
        self.taker = taker
    }
}
