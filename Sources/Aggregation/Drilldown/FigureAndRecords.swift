import TrainingStats

/// A figure and the records behind it, taken from one reading of the participations.
public struct FigureAndRecords: ParticipationSink, Sendable {
    private var builder: SummaryBuilder
    private var selection: RecordSelection

    /// A measure in the total of a request, on the kept tables of a dataset; the request's own measures have no part in it.
    ///
    /// - Throws: ``RequestError`` for unknown names and for combinations that have no meaning.
    public init(
        of measure: String, in request: SummaryRequest, on dataset: Dataset, catalogue: Catalogue
    ) throws(RequestError) {
        selection = try RecordSelection(behind: measure, in: request, on: dataset, catalogue: catalogue)
        var request = request
        request.measures = [measure]
        builder = try SummaryBuilder(request, on: dataset, catalogue: catalogue)
    }

    private init(_ builder: SummaryBuilder, _ selection: RecordSelection) {
        self.builder = builder
        self.selection = selection
    }

    /// The summary whose total is the figure, and the records that make it.
    public consuming func finish() -> (figure: Summary, records: SelectedRecords) {
        let selection = selection
        return (builder.finish(), selection.finish())
    }

    /// The same with nothing taken in.
    public func emptyCopy() -> FigureAndRecords { FigureAndRecords(builder.emptyCopy(), selection.emptyCopy()) }

    /// Takes in a block.
    public mutating func add(_ block: borrowing ParticipationBlock) {
        builder.add(block)
        selection.add(block)
    }

    /// Takes in what another has taken in.
    public mutating func merge(_ other: consuming FigureAndRecords) {
        let (others, records) = (other.builder, other.selection)
        builder.merge(others)
        selection.merge(records)
    }

    /// Whether the measure counts distinct persons.
    public var wantsPersons: Bool { builder.wantsPersons }

    /// Makes ready for the persons.
    public mutating func prepareForPersons() { builder.prepareForPersons() }

    /// Takes in persons.
    public mutating func add(persons first: Int, starts: Span<Int32>, parts: Span<PersonalPart>) {
        builder.add(persons: first, starts: starts, parts: parts)
    }

    /// Takes in the persons that a copy has counted.
    public mutating func mergePersons(of other: consuming FigureAndRecords) {
        let counted = other.builder
        builder.mergePersons(of: counted)
    }
}
