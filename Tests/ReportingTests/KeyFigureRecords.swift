import TestSupport

/// Records of a few sessions, whose key figures can be told with a pencil.
struct KeyFigureRecords {
    /// A session that ends on a day.
    struct Session {
        var day: String
        var course = "C1"
        /// How many persons came: K from Kuwait, Q from Qatar, U of a state that is not known.
        var persons: [String: Int] = [:]
        /// How many were counted without names, by state.
        var counted: [(state: String, count: Int)] = []
        var cost = ""
    }

    /// The files of a dataset with these sessions.
    static func files(_ sessions: [Session]) -> [String: String] {
        var files = KeyFigureTests.years
        files["sessions.csv"] = "session_id,course_id,start_date,end_date,cost,status\n"
        files["participations.csv"] = "session_id,trainee_id,status\n"
        files["headcounts.csv"] = "session_id,state,participants\n"
        files["trainees.csv"] =
            "trainee_id,state\n" + (1...40).map { "K\($0),KWT\nQ\($0),QAT\nU\($0),\n" }.joined()
        for (index, session) in sessions.enumerated() {
            let start = session.day.isEmpty ? "2019-01-01" : session.day
            files["sessions.csv"]? += "S\(index),\(session.course),\(start),\(session.day),\(session.cost),held\n"
            for (state, count) in session.persons.sorted(by: { $0.key < $1.key }) where count > 0 {
                for number in 1...count { files["participations.csv"]? += "S\(index),\(state)\(number),attended\n" }
            }
            for (state, count) in session.counted { files["headcounts.csv"]? += "S\(index),\(state),\(count)\n" }
        }
        return files
    }
}
