import Records
import Support
import Synthesis

extension Command {
    static let generate = Command(
        name: "generate", summary: "a synthetic dataset of any size",
        synopsis: "-o FOLDER [--participations N] [--seed S] [--hostile]",
        operands: .nothing,
        examples: [
            Example("tadrib generate -o records --participations 100000 --seed 7", "the same bytes on every machine")
        ],
        options: [
            Option.output, Option.participations, Option.seed, Option.hostile, Option.quiet,
        ] + OptionGroup.general,
        run: runGenerate)

    /// Makes a synthetic dataset.
    private static func runGenerate(_ arguments: Arguments, _ process: ProcessEnvironment) throws -> ExitCode {
        guard let folder = arguments[.output], folder != "-" else {
            throw CommandError.usage(
                .init(en: "no folder is given for the dataset", ar: "لم يُذكر مجلد لمجموعة البيانات"),
                hint: .init(en: "for instance -o records", ar: "مثلاً -o records"))
        }
        let participations = arguments[.participations] ?? 1_000
        let dataset = SyntheticDataset(
            participations: participations, seed: UInt64(arguments[.seed] ?? 1),
            isHostile: arguments.isOn(.hostile))
        try refuseToReplaceRecords(in: folder)
        let batch = AtomicFileBatch()
        // Tables of an earlier dataset that the new one does not have would be read as part of it.
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

    /// Throws if a folder holds records that were not generated.
    private static func refuseToReplaceRecords(in folder: String) throws {
        let records = RecordTable.allCases.flatMap(\.fileNames).first { FileStatus("\(folder)/\($0)") != nil }
        guard let records else { return }
        let settings = folder + "/dataset.json"
        if FileStatus.kind(of: settings) == .file,
            SyntheticDataset.made(settings: try FileSystem.bytes(of: settings))
        {
            return
        }
        throw CommandError(
            code: .cannotCreate,
            message: .init(
                en: "\(folder)/\(records): records that were not generated stand here",
                ar: "\(folder)/\(records): هنا سجلات لم تُولَّد آلياً"),
            hint: .init(en: "give another folder, or remove them", ar: "اختر مجلداً آخر أو احذفها"))
    }
}
