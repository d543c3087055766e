import Aggregation
import Records
import TrainingStats

/// Answers about persons that are no figures of records: what they hold, and when they were last trained.
extension DatasetRun {
    /// Figures of the persons of a question: of their certificates, or of their last training.
    package func persons(asked question: ValidityQuestion, ofTraining: Bool) throws -> DisclosedSummary {
        if ofTraining {
            let found = try takeAll(LastTraining(of: dataset, asOf: today), for: Measure.ofPersons)
            return disclosed(
                try found.summary(question, of: dataset, persons: reader.persons, in: catalogue))
        }
        let register = try registerOfValidity()
        return disclosed(
            try ValidityTally.summary(question, of: dataset, persons: reader.persons, register, in: catalogue))
    }

    /// The persons of a question of whom one of some standings can be said.
    package func certificates(
        asked question: ValidityQuestion, of standings: Set<ValidityList.Standing>
    ) throws -> DisclosedCertificates {
        let register = try registerOfValidity()
        return disclosed(
            try ValidityList(
                question, of: standings, in: dataset, persons: reader.persons, register, catalogue: catalogue))
    }

    /// The certificates, where courses state how long they are valid.
    private func registerOfValidity() throws -> CertificateRegister {
        guard dataset.hasValidity else {
            throw PipelineError.noValidity(path: reader.contents.tables[.courses]?.shortName ?? "courses.csv")
        }
        return try takeAll(CertificateCollector(of: dataset), for: Measure.ofPersonsDue).register(
            asOf: today, within: notice)
    }
}
