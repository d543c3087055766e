import Support
import TrainingStats
import Writers

// What the commands call until they read typed values.
extension Arguments {
    func language() throws(CommandError) -> Language { self[.language] ?? self[.languages]?.first ?? .en }
    func languages(else usual: [Language]? = nil) throws(CommandError) -> [Language] {
        if let languages = self[.languages], !languages.isEmpty { return languages }
        return self[.language].map { [$0] } ?? usual ?? [.en]
    }
    func rejectionLimit() throws(CommandError) -> RejectionLimit { self[.maxRejects] ?? .rows(0) }
    func value(_ option: Option<String>) -> String? { self[option] }
    func list(_ option: Option<[String]>) -> [String] { self[option] ?? [] }
    func names(_ option: Option<[String]>) throws(CommandError) -> [String] { self[option] ?? [] }
    func date(_ option: Option<CivilDate>) throws(CommandError) -> CivilDate? { self[option] }
    func whole(_ option: Option<Int>, in range: ClosedRange<Int>) throws(CommandError) -> Int? { self[option] }
    func choice<Choice>(_ option: Option<Choice>, of type: Choice.Type) throws(CommandError) -> Choice? { self[option] }
    func labels() throws(CommandError) -> SDMXWriter.Labels { self[.labels] ?? .id }
    func profile(else usual: String? = nil) throws(CommandError) -> WorkbookProfile {
        self[.profile] ?? usual.flatMap { WorkbookProfile(rawValue: $0) } ?? .analyst
    }
}
