import Support
import TrainingStats

/// The names of measures: none of them may be that of another column.
extension MeasureDecoder {
    /// The identifier of a measure; nil, with a problem, where something else has the name.
    mutating func identifier(_ node: JSONNode, _ path: String) -> String? {
        guard let id = string(node, path) else { return nil }
        guard id.isIdentifier else {
            add(path, "'\(id.shortened())' is no identifier; give small letters, digits and hyphens, a letter first")
            return nil
        }
        if known.contains(where: { $0.id == id }) {
            add(path, "there is a measure '\(id)' already; give another name")
        } else if dimensions.contains(where: { $0.id == id }) {
            add(path, "'\(id)' is a dimension; give another name")
        } else if entries.contains(where: { $0.id == id }) {
            add(path, "there are two measures '\(id)'")
        } else {
            return id
        }
        return nil
    }

    /// Transforms of measures and names of members are columns too, and none of them may have the name of a measure.
    mutating func refuseNamesOfColumns() {
        let measures = Set(known.map(\.id) + declared)
        let dimensions = Set(dimensions.map(\.id))
        for entry in entries {
            let derived = Transform.allCases.map(\.rawValue).first { ending in
                entry.id.hasSuffix("-" + ending) && measures.contains(String(entry.id.dropLast(ending.count + 1)))
            }
            let ending = Dimension.endingOfNames
            let named = entry.id.hasSuffix(ending) && dimensions.contains(String(entry.id.dropLast(ending.count)))
            guard let length = derived.map({ $0.count + 1 }) ?? (named ? ending.count : nil) else { continue }
            add(
                join(entry.path, "id"),
                "a column of '\(entry.id.dropLast(length))' has the name '\(entry.id)'; give another name")
        }
    }

    /// The ends of the interval of a share are columns too, and none of them may have the name of a measure.
    mutating func refuseNamesOfIntervals(of measures: [Measure], _ path: String) {
        for share in known + measures {
            for end in share.intervalEnds {
                for entry in entries where entry.id == end.id {
                    add(
                        join(entry.path, "id"),
                        "an end of the interval of '\(share.id)' has the name '\(end.id)'; give another name")
                }
            }
        }
    }
}
