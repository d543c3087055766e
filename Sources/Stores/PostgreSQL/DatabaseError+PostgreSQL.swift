import CPQ
import Support

extension DatabaseError {
    /// The error of a code of PostgreSQL's (SQLSTATE), with the server's words.
    init(state: String, _ detail: String) {
        switch state {
        case "55P03", "40001", "40P01":
            self.init(.busy, detail, .init(en: "another program writes to it", ar: "يكتب فيها برنامج آخر"))
        case "42501":
            self.init(
                .forbidden, detail,
                .init(
                    en: "the server says: \(detail); the owner of the schema can grant it",
                    ar: "يقول الخادم: \(detail.isolated)؛ يمنحه مالك المخطط"))
        case "25006":
            self.init(
                .unwritable, detail,
                .init(
                    en: "the server takes no changes, as a standby does not; give the address of the primary",
                    ar: "لا يقبل الخادم تغييراً لأنه احتياطي؛ اذكر عنوان الخادم الأساسي"))
        case "53100":
            self.init(.failed, detail, .init(en: "the disk of the server is full", ar: "قرص الخادم ممتلئ"))
        case "57014":
            self.init(
                .unavailable, detail,
                .init(
                    en: "the server ended the query (\(detail)); give the role more time (statement_timeout), or run "
                        + "again",
                    ar: "أنهى الخادم الاستعلام (\(detail.isolated))؛ امنح الدور وقتاً أطول (statement_timeout) أو أعد "
                        + "التشغيل"))
        case "3D000": self.init(.missing, detail, Self.noDatabase(detail))
        case "28000", "28P01": self.init(.refused, detail, Self.refused(detail))
        case "57P01", "57P02", "57P03", "53300": self.init(.unavailable, detail, Self.unavailable(detail))
        case _ where state.hasPrefix("08"): self.init(.unavailable, detail, Self.unavailable(detail))
        // Rows that break a rule, texts that cannot be kept, keys that are too long for an index.
        case _ where state.hasPrefix("23") || state.hasPrefix("54") || state.hasPrefix("22"):
            self.init(.constraint, detail)
        case "XX001", "XX002":
            self.init(
                .damage, detail,
                .init(
                    en: "the database is damaged (\(detail)); restore a copy that was made earlier",
                    ar: "قاعدة البيانات تالفة (\(detail.isolated))؛ استعد نسخة سابقة"))
        default:
            self.init(.failed, detail, .init(en: "the server says: \(detail)", ar: "يقول الخادم: \(detail.isolated)"))
        }
    }

    /// The error of a result; without a code the connection was lost.
    init(postgreSQL result: OpaquePointer?, of connection: OpaquePointer) {
        func field(_ code: Int32) -> String? {
            // Invariant: libpq's texts end with a zero, and are copied at once.
            result.flatMap { PQresultErrorField($0, code) }.map { String(cString: $0) }
        }
        // The message alone: PostgreSQL's details quote the fields of the row.
        let said = field(DatabaseError.message) ?? String(cString: PQerrorMessage(connection))
        let line = Self.firstLine(said)
        if let state = field(DatabaseError.state) {
            self.init(state: state, line)
        } else if PQstatus(connection) == CONNECTION_BAD {
            self.init(.unavailable, line, Self.unavailable(line))
        } else {
            self.init(state: "", line)
        }
    }

    /// The error of a connection that could not be made; its message has the codes.
    init(connecting connection: OpaquePointer) {
        let said = String(cString: PQerrorMessage(connection))
        // Several servers may have been tried: what counts is what a server itself said.
        if let match = said.firstMatch(of: /: {2}([0-9A-Z]{5}): (.*)/) {
            self.init(state: String(match.output.1), String(match.output.2))
        } else if PQconnectionNeedsPassword(connection) == 1 {
            self.init(.refused, Self.firstLine(said), Self.noPassword)
        } else {
            self.init(.unavailable, Self.firstLine(said), Self.unavailable(Self.firstLine(said)))
        }
    }

    // Invariant: letters of ASCII, as libpq has them.
    private static let message = Int32(UInt8(ascii: "M"))
    private static let state = Int32(UInt8(ascii: "C"))

    private static func firstLine(_ text: String) -> String {
        text.split(separator: "\n").first.map { $0.trimmingPrefix("ERROR:  ") }.map(String.init) ?? "?"
    }

    static func unavailable(_ detail: String) -> BilingualText {
        .init(
            en: "no connection to the server (\(detail)); see whether it runs and the address is right",
            ar: "لا اتصال بالخادم (\(detail.isolated))؛ تأكد من أنه يعمل ومن صحة العنوان")
    }

    private static func refused(_ detail: String) -> BilingualText {
        .init(
            en: "the server refuses the user (\(detail)); the password belongs in ~/.pgpass or PGPASSWORD",
            ar: "يرفض الخادم المستخدم (\(detail.isolated))؛ مكان كلمة المرور ~/.pgpass أو PGPASSWORD")
    }

    private static let noPassword = BilingualText(
        en: "the server asks for a password; put it into ~/.pgpass or PGPASSWORD",
        ar: "يطلب الخادم كلمة مرور؛ ضعها في ~/.pgpass أو PGPASSWORD")

    private static func noDatabase(_ detail: String) -> BilingualText {
        .init(
            en: "the server has no such database (\(detail)); createdb makes one",
            ar: "لا قاعدة بيانات بهذا الاسم على الخادم (\(detail.isolated))؛ ينشئها createdb")
    }
}
