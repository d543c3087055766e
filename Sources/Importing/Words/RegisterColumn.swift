/// What a column of a register holds, as its heading says.
package enum RegisterColumn: String, CaseIterable, Hashable, Sendable {
    // Persons.
    case traineeIdentifier, traineeName, traineeNameArabic, firstName, lastName, email, sex, nationality, employer,
        sector,
        rank, birthYear
    // Courses and their sessions.
    case courseIdentifier, courseTitle, courseTitleArabic, topic, kind, level, session, startDate, endDate, period,
        month,
        clockTime, duration, hours, days, venue, provider, programme, language, delivery, capacity, sessionStatus,
        trainer
    // What became of a participation.
    case status, attendance, completionStatus, result, attendedDays, score, preScore, certificate, certificateNumber,
        certifiedOn, validMonths, enrolledOn, completedOn, cost, currency, rating
    // People counted.
    case participants, women, men, completions
    // What is told apart only so that it is not taken for something else.
    case serial, remarks, contact, secret, expiresOn, budget, trainerCount, absences, share, maximumScore
}
