import Synthesis

extension Command {
    /// A synthetic dataset.
    func generate(_ arguments: Arguments, _ surroundings: Surroundings) throws -> ExitCode {
        guard let folder = arguments.value(.output), folder != "-" else {
            throw CommandError.usage("no folder is given for the dataset", hint: "for instance -o records")
        }
        let participations = try arguments.whole(.participations, in: 0...2_000_000_000) ?? 1_000
        let dataset = SyntheticDataset(
            participations: participations, seed: UInt64(try arguments.whole(.seed, in: 0...Int.max) ?? 1),
            isHostile: arguments.isOn(.hostile))
        let batch = OutputBatch()
        for file in dataset.files {
            let target = folder + "/" + file
            let place = try batch.temporaryPath(for: target)
            try dataset.write(file) { (block) throws(OutputError) in try batch.append(block, to: place, of: target) }
        }
        try batch.commit()
        if !arguments.isOn(.quiet) { tell("\(folder): \(participations) participations, every one synthetic") }
        return .done
    }
}
