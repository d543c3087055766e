import Aggregation
import Records
import Releases
import Reporting
import Support

/// The files of a release that mails are made of.
struct ReleaseFiles {
    let manifest: Manifest
    let folder: String

    /// Identifiers of the dimensions whose members are persons, and of columns with their names.
    private static let columnsOfPersons: Set<String> = Set(
        Catalogue.builtIn.dimensions.filter(\.isOfPersons).flatMap { [$0.id, $0.id + "-name"] } + ["person", "name"])

    /// Makes sure that the release lists no persons: such a release is not mailed, whatever the format.
    ///
    /// - Throws: `DeliveryFailure` naming the table that lists persons; `FileError` if it cannot be read.
    func checkPersons() throws {
        for table in manifest.tables {
            let columns = CSVText.records(try FileSystem.bytes(of: folder + "/" + table.file)).first ?? []
            guard columns.contains(where: Self.columnsOfPersons.contains) else { continue }
            throw DeliveryFailure(
                .refused,
                .init(
                    en:
                        "the table '\(table.id)' lists persons, and no mail has persons; leave it out of the definition",
                    ar: "الجدول «\(table.id)» يسرد أشخاصاً، ولا تحمل أي رسالة أشخاصاً؛ احذفه من التعريف"))
        }
    }

    /// Whether a target is missed.
    func missesTarget() throws(FileError) -> Bool {
        guard let table = manifest.tables.first(where: { $0.id == "targets" }) else { return false }
        let records = CSVText.records(try FileSystem.bytes(of: folder + "/" + table.file))
        guard let column = records.first?.firstIndex(of: "status") else { return false }
        return records.dropFirst().contains { $0.indices.contains(column) && $0[column] == "missed" }
    }

    /// The files of some formats as attachments, each as the manifest knows it.
    ///
    /// - Throws: `DeliveryFailure` if the release lacks a format or a file was changed; `FileError` if one cannot be read.
    func attachments(_ formats: [OutputFormat]) throws -> [MailMessage.Attachment] {
        try formats.flatMap { format in
            let files = manifest.outputs.filter { format.owns($0.file) }
            guard !files.isEmpty else {
                throw DeliveryFailure(
                    .refused,
                    .init(
                        en: "the release has no file of the format '\(format.rawValue)' to be attached",
                        ar: "ليس في الإصدار ملف بالصيغة «\(format.rawValue)» ليُرفق"))
            }
            return try files.map { try attachment($0, format) }
        }
    }

    private func attachment(_ file: Manifest.Output, _ format: OutputFormat) throws -> MailMessage.Attachment {
        let path = folder + "/" + file.file
        let bytes = try FileSystem.bytes(of: path)
        guard SHA256.hexadecimal(of: bytes) == file.sha256 else {
            throw DeliveryFailure(
                .refused,
                .init(
                    en: "\(path): differs from what the manifest says; restore it from a copy",
                    ar: "\(path): يختلف عما في البيان؛ استعده من نسخة"))
        }
        let name = FilePath.parts(of: file.file).name
        return MailMessage.Attachment(
            name: name.hasPrefix("report.")
                ? "\(manifest.report)-\(folder.split(separator: "/").last ?? "").\(name.dropFirst("report.".count))"
                : name,
            type: format.mediaType, bytes: bytes)
    }
}

extension OutputFormat {
    /// Whether a file of a release has this format.
    fileprivate func owns(_ file: String) -> Bool {
        switch self {
        case .csv: file.hasPrefix("tables/")
        case .sdmxCSV: file.hasPrefix("sdmx/")
        case .explore: file.hasPrefix("explore.")
        default: !file.contains("/") && file.hasPrefix("report.") && file.hasSuffix("." + rawValue)
        }
    }

    /// The media type of its files.
    fileprivate var mediaType: String {
        switch self {
        case .csv, .sdmxCSV: "text/csv; charset=utf-8"
        case .md: "text/markdown; charset=utf-8"
        case .html, .explore: "text/html; charset=utf-8"
        case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .pdf: "application/pdf"
        case .text, .tsv, .json, .jsonl: "application/octet-stream"
        }
    }
}
