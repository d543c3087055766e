import Support

/// Why a server of Spark Connect gives no answer.
package struct SparkError: Error, Hashable, Sendable {
    /// What kind of trouble.
    package enum Kind: Sendable {
        /// The address is wrong.
        case address
        /// What the address or a variable names is not there.
        case missing
        /// No server is reached, or the answer is cut off.
        case unavailable
        /// The server does not let this user in, or the token cannot be read.
        case denied
        /// The server cannot do what is asked.
        case refused
        /// What comes is not what the protocol says.
        case malformed
    }

    package let kind: Kind
    /// What is wrong, and the remedy.
    package let reason: BilingualText

    /// An error given by what is wrong.
    package init(_ kind: Kind, _ reason: BilingualText) {
        self.kind = kind
        self.reason = reason
    }

    /// The error of an answer that is not in the form of the protocol.
    package static func malformed(_ detail: String) -> SparkError {
        SparkError(
            .malformed,
            .init(
                en: "the answer of the server cannot be read (\(detail)); is it Spark 3.4 or later, or Sail?",
                ar: "تتعذر قراءة جواب الخادم (\(detail.isolated))؛ هل هو Spark 3.4 أو أحدث، أو Sail؟"))
    }

    /// The error of an answer whose end is missing.
    static func cutOff(_ detail: String) -> SparkError {
        SparkError(
            .unavailable,
            .init(
                en: "the answer of the server is cut off (\(detail)), and nothing of it is used; run again",
                ar: "انقطع جواب الخادم (\(detail.isolated))، ولم يُستخدم منه شيء؛ أعد التشغيل"))
    }
}
