import Support
import TrainingStats

extension Catalogue {
    /// What every dataset has, with the bands that one chooses, and the attributes that it declares.
    public init(of settings: DatasetSettings) {
        self.init(
            measures: Self.builtIn.measures,
            dimensions: Self.builtIn.dimensions.map { $0.choosing(settings.bands) }
                + settings.attributes.enumerated().filter(\.element.isDimension).map { Dimension(of: $1, at: $0) },
            numbers: settings.attributes.enumerated().filter(\.element.isNumber).map { OwnNumber($1, at: $0) })
    }
}

extension Dimension {
    /// The same dimension with other bands, if some are chosen for it.
    fileprivate func choosing(_ bands: [BandedDimension: Bands]) -> Dimension {
        guard let chosen = BandedDimension(rawValue: id).flatMap({ bands[$0] }), case .band(let number, _) = rule else {
            return self
        }
        return Dimension(id, heading: heading, definition: definition, .band(of: number, chosen))
    }

    /// The dimension of an attribute that a dataset declares at a position of its settings.
    fileprivate init(of attribute: Attribute, at position: Int) {
        let places = Attribute.Table.allCases.compactMap { table in
            attribute.columns[table].map { (column: $0, file: table.rawValue + ".csv") }
        }
        let english = places.map { "the column '\($0.column)' of \($0.file)" }.joined(separator: ", and ")
        let arabic = places.map { "العمود «\($0.column)» في \($0.file)" }.joined(separator: "، و")
        let isInForce = attribute.columns[.trainees] != nil
        self.init(
            attribute.id, heading: attribute.name,
            definition: .init(
                en:
                    "An attribute of this dataset: \(english)\(isInForce ? ", as it is in force when the session starts" : "").",
                ar: "خاصية لمجموعة البيانات هذه: \(arabic)\(isInForce ? "، كما هي سارية يوم بدء الانعقاد" : "")."),
            .attribute(attribute, at: position))
    }
}
