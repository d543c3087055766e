import Support

/// Persons by their identifiers.
extension DatasetReader {
    /// The position of the person whom an identifier names, who may count under another one; nil where nobody has it.
    ///
    /// Known when the kept tables have been read.
    package func person(named identifier: String) -> Int? {
        draft.dataset.trainees.ids.code(of: identifier).map { draft.persons($0) }
    }

    /// The positions of the identifiers that count, each of a person of its own.
    package var persons: [Int] { (0..<draft.dataset.trainees.count).filter { draft.persons($0) == $0 } }

    /// All identifiers of a person, first the one that counts.
    package func identifiers(ofPerson person: Int) -> [String] {
        let ids = draft.dataset.trainees.ids
        guard draft.persons.repeated.contains(person) else { return [ids[person]] }
        return [ids[person]]
            + (0..<ids.count).filter { $0 != person && draft.persons($0) == person }.map { ids[$0] }
    }
}
