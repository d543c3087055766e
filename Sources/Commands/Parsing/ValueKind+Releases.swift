import Releases
import Support

extension ValueKind where Value == [DeliverySelection] {
    /// Deliveries of releases.
    static func deliveries(_ placeholder: String) -> Self {
        Self(placeholder, .words([DeliverySelection.all])) { (text, option) throws(CommandError) in
            var selections: [DeliverySelection] = []
            for name in commaSeparated(text) {
                guard let selection = DeliverySelection(name) else {
                    throw .usage(
                        .init(
                            en: "\(option): '\(name)' names no delivery", ar: "\(option): «\(name)» لا يسمي تسليماً"),
                        hint: .init(
                            en:
                                "give all, REPORT, REPORT/DELIVERY or REPORT/DELIVERY/RELEASE, such as "
                                + "monthly/board/2019-07",
                            ar: "اكتب all أو REPORT أو REPORT/DELIVERY أو REPORT/DELIVERY/RELEASE، مثل "
                                + "monthly/board/2019-07"))
                }
                selections.append(selection)
            }
            return selections
        }
    }
}
