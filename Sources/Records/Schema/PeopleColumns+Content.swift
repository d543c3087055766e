import TrainingStats

extension TrainerColumn {
    var content: FieldContent {
        switch self {
        case .trainerID: .identifier
        case .name, .nationality, .organisation: .text
        case .affiliation: .code(of: TrainerAffiliation.self)
        }
    }
}

extension AssignmentColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .trainerID: .reference(.trainers)
        case .role: .code(of: TrainerRole.self)
        case .hours: .decimal(from: 0)
        }
    }
}

extension TraineeColumn {
    var content: FieldContent {
        switch self {
        case .traineeID: .identifier
        case .state: .state
        case .name, .institution: .text
        case .sector: .code(of: Sector.self)
        case .sex: .code(of: Sex.self)
        case .birthYear: .whole(1800...2200)
        }
    }
}

extension PersonColumn {
    var content: FieldContent { .reference(.trainees) }
}

extension AffiliationColumn {
    var content: FieldContent {
        switch self {
        case .traineeID: .reference(.trainees)
        case .from: .date
        case .state: .state
        case .institution: .text
        case .sector: .code(of: Sector.self)
        }
    }
}

extension HeadcountColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .participants, .completions: .whole(0...1_000_000_000)
        case .state: .state
        case .institution: .text
        case .sector: .code(of: Sector.self)
        case .sex: .code(of: Sex.self)
        case .cost: .decimal()
        }
    }
}

extension ParticipationColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .traineeID: .reference(.trainees)
        case .status: .code(of: ParticipationStatus.self)
        case .certificateNumber: .text
        case .certifiedOn: .date
        case .value(let value):
            if case .number(let greatest) = value.admissible.greatest {
                .decimal(from: value.admissible.least, to: greatest)
            } else {
                .decimal(from: value.admissible.least)
            }
        }
    }
}

extension AttendanceColumn {
    var content: FieldContent {
        switch self {
        case .sessionID: .reference(.sessions)
        case .traineeID: .reference(.trainees)
        case .date: .date
        case .present: .code(of: DayPresence.self)
        case .minutes: .decimal(from: 0, to: AttendanceDay.mostMinutes)
        }
    }
}
