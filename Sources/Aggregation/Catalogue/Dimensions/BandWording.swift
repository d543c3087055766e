import Support
import TrainingStats

/// The names of bands, by what their numbers are.
enum BandWording {
    /// Numbers of nothing in particular, such as ages; hours; percent; days.
    case plain, hours, percent, days

    /// The name of each band, from the lowest.
    func names(of bands: Bands) -> [BilingualText] {
        (0..<bands.count).map { position in
            let (first, last) = bands.range(at: position)
            if let own = first.flatMap({ bands.names[$0] }) { return own }
            // No score is above 100 %, which need not be said.
            return name(from: first, to: self == .percent && position == bands.cuts.count ? nil : last)
        }
    }

    private func name(from first: Int?, to last: Int?) -> BilingualText {
        switch (first, last) {
        case (let first?, let last?) where first == last && (self == .plain || self == .days):
            .init(en: english(first), ar: self == .days && first == 2 ? "يومان" : arabic(first))
        case (let first?, let last?) where isContinuous:
            .init(
                en: "\(first) to under \(english(last + 1))",
                ar: "من \(self == .percent ? arabic(first) : "\(first)") إلى أقل من \(arabic(last + 1))")
        case (let first?, let last?):
            .init(
                en: "\(first) to \(english(last))",
                ar: self == .days ? "من \(firstDays(first)) إلى \(arabic(last))" : "\(first) إلى \(last)")
        case (let first?, nil): .init(en: "\(english(first)) and over", ar: "\(arabic(first)) فأكثر")
        case (nil, let last?): .init(en: "Under \(english(last + 1))", ar: "دون \(arabic(last + 1))")
        case (nil, nil): .init(en: "All", ar: "الكل")
        }
    }

    /// Whether numbers have decimals, so that a band ends below a number and not at it.
    private var isContinuous: Bool { self == .hours || self == .percent }

    /// A number with its unit.
    private func english(_ number: Int) -> String {
        switch self {
        case .plain: "\(number)"
        case .hours: number == 1 ? "1 hour" : "\(number) hours"
        case .percent: "\(number) %"
        case .days: number == 1 ? "1 day" : "\(number) days"
        }
    }

    private func arabic(_ number: Int) -> String {
        switch (self, ArabicPlural(number)) {
        case (.plain, _): "\(number)"
        case (.percent, _): "\(number)%"
        case (.hours, .one): "ساعة واحدة"
        case (.hours, .two): "ساعتين"
        case (.hours, .few): "\(number) ساعات"
        case (.hours, _): "\(number) ساعة"
        case (.days, .one): "يوم واحد"
        case (.days, .two): "يومين"
        case (.days, .few): "\(number) أيام"
        case (.days, .many): "\(number) يوماً"
        case (.days, _): "\(number) يوم"
        }
    }

    /// A number of days at which a range begins.
    private func firstDays(_ number: Int) -> String {
        number == 1 ? "يوم" : number == 2 ? "يومين" : "\(number)"
    }
}

extension Dimension {
    /// The names of its codes that follow from its rule: of bands, and of a list that the dataset declares.
    var codeNames: [(code: String, name: BilingualText)] {
        switch rule {
        case .band(let number, let bands): Array(zip(bands.codes, number.wording.names(of: bands)))
        case .attribute(let attribute, _):
            switch attribute.kind {
            case .codes(let codes): codes.map { ($0.code, $0.name) }
            case .number(let bands?): Array(zip(bands.codes, BandWording.plain.names(of: bands)))
            case .number(nil), .text, .date: []
            }
        case .field, .ofState, .period: []
        }
    }
}

extension MemberRule.BandedNumber {
    /// How bands of it are called.
    fileprivate var wording: BandWording {
        switch self {
        case .age: .plain
        case .value(.hours): .hours
        case .value, .attribute: .plain
        case .percentage: .percent
        case .sessionDays: .days
        }
    }
}
