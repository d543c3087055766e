import Support
import TrainingStats

/// Persons who follow each other, and what each of them took part in.
struct PersonLists {
    /// The position of the first.
    var first = 0
    /// Where the parts of each begin, and last where those of the last end.
    var starts: [Int32] = []
    /// What they took part in, person after person; more may stand behind the end of the last.
    var parts: [PersonalPart] = []
}

/// Where one thread takes persons from.
protocol PersonSource: Sendable {
    associatedtype Failure: Error
    /// Puts the next persons in the place of others; false if there are none any more.
    mutating func next(into lists: inout PersonLists) throws(Failure) -> Bool
}

extension DatasetReader {
    /// Shows a sink every person, on as many threads as there are sources.
    ///
    /// Participations of which nobody sees the persons are looked at for those who would have been children alone.
    func showPersons<Sink: ParticipationSink, Source: PersonSource>(
        of sources: [Source], to sink: Sink
    ) throws(Source.Failure) -> Sink {
        var result = sink
        let wantsPersons = result.wantsPersons
        if wantsPersons { result.prepareForPersons() }
        let young = YoungPersons(draft.dataset.sessions)
        let profiles = draft.dataset.trainees.profiles
        var shares = sources.map { (source: $0, sink: result) }
        try concurrently(&shares) { (share) throws(Source.Failure) in
            var lists = PersonLists()
            while try share.source.next(into: &lists) {
                let (starts, parts) = (lists.starts.span, lists.parts.span)
                young.look(at: lists.first, profiles, starts: starts, parts: parts)
                if wantsPersons { share.sink.add(persons: lists.first, starts: starts, parts: parts) }
            }
        }
        for share in shares where wantsPersons { result.mergePersons(of: share.sink) }
        draft.youngPersons = young.entries
        return result
    }
}
