import Foundation
import Records
import Support
import Synthesis

extension Command {
    /// A synthetic dataset.
    func generate(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let folder = arguments.value(.output), folder != "-" else {
            throw CommandError.usage("no folder is given for the dataset", hint: "for instance -o records")
        }
        let participations = try arguments.whole(.participations, in: 0...2_000_000_000) ?? 1_000
        let dataset = SyntheticDataset(
            participations: participations, seed: UInt64(try arguments.whole(.seed, in: 0...Int.max) ?? 1),
            isHostile: arguments.isOn(.hostile))
        try makeSureThatNothingIsLost(in: folder)
        let batch = AtomicFileBatch()
        // Tables of an earlier dataset that this one does not have would be taken for a part of it.
        for name in RecordTable.allCases.flatMap(\.fileNames) where !dataset.files.contains(name) {
            batch.removeOnCommit("\(folder)/\(name)")
        }
        for file in dataset.files {
            let staged = try batch.stage(folder + "/" + file)
            try dataset.write(file) { (block) throws(FileError) in try batch.append(block, to: staged) }
        }
        try batch.commit()
        if !arguments.isOn(.quiet) { tell("\(folder): \(participations) participations, every one synthetic") }
        return .done
    }

    /// Throws where a folder holds records that were not generated.
    private func makeSureThatNothingIsLost(in folder: String) throws(CommandError) {
        let records = RecordTable.allCases.flatMap(\.fileNames).first { FileStatus("\(folder)/\($0)") != nil }
        let settings = FileManager.default.contents(atPath: folder + "/dataset.json") ?? Data()
        guard let records, !SyntheticDataset.made(settings: Array(settings)) else { return }
        throw CommandError(
            code: .cannotCreate, message: "\(folder)/\(records): records that were not generated stand here",
            hint: "give another folder, or remove them")
    }
}
