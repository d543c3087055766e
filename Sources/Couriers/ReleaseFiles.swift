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

    /// Whether a target is missed, as the release says at a glance or in a table of targets.
    ///
    /// A release of a period without targets has neither, and misses none.
    func missesTarget() throws -> Bool {
        if let summary = try ReleaseSummary(of: manifest, in: folder) { return summary.missedTargets > 0 }
        for table in manifest.tables {
            let records = CSVText.records(try FileSystem.bytes(of: folder + "/" + table.file))
            guard let columns = records.first, columns.contains("target"),
                let status = columns.firstIndex(of: "status")
            else { continue }
            if records.dropFirst().contains(where: { $0.indices.contains(status) && $0[status] == "missed" }) {
                return true
            }
        }
        return false
    }

    /// The files of some formats as attachments, each as the manifest knows it.
    ///
    /// - Throws: `DeliveryFailure` if the release lacks a format; `FileError` or ``ReleaseError`` if a file cannot be read or was
    ///   changed.
    func attachments(_ formats: [OutputFormat]) throws -> [MailMessage.Attachment] {
        let attached = try formats.map { format in
            let files = manifest.outputs.filter { format.owns($0.file) }
            guard !files.isEmpty else {
                throw DeliveryFailure(
                    .refused,
                    .init(
                        en: "the release has no file of the format '\(format.rawValue)' to be attached",
                        ar: "ليس في الإصدار ملف بالصيغة «\(format.rawValue)» ليُرفق"))
            }
            return (format, files)
        }
        let names = Dictionary(
            attached.flatMap(\.1).map { ($0.file, name(of: $0.file)) }, uniquingKeysWith: { first, _ in first })
        return try attached.flatMap { format, files in
            try files.map { file in
                let bytes = try bytes(of: file)
                return MailMessage.Attachment(
                    name: name(of: file.file), type: format.mediaType,
                    bytes: format.isPage ? leading(bytes, to: names) : bytes)
            }
        }
    }

    private func bytes(of file: Manifest.Output) throws -> [UInt8] {
        let path = folder + "/" + file.file
        let bytes = try FileSystem.bytes(of: path)
        guard SHA256.hexadecimal(of: bytes) == file.sha256 else { throw ReleaseError.changed(path: path) }
        return bytes
    }

    /// The name of an attached file, which says what it is among the files of other mails: `monthly-2019-07.xlsx`,
    /// `monthly-2019-07-explore.html`.
    private func name(of file: String) -> String {
        let name = FilePath.parts(of: file).name
        let release = "\(manifest.report)-\(FilePath.parts(of: folder).name)"
        return name.hasPrefix("report.") ? "\(release).\(name.dropFirst("report.".count))" : "\(release)-\(name)"
    }

    /// A page whose links lead to files that are attached with it; what would lead to others is no link any more.
    private func leading(_ page: [UInt8], to names: [String: String]) -> [UInt8] {
        let files = Set(manifest.outputs.map(\.file))
        let text = String(decoding: page, as: UTF8.self).replacing(/\shref="([^"#:?]+)"/) { link in
            let file = String(link.1)
            guard files.contains(file) else { return String(link.0) }
            return names[file].map { " href=\"\($0)\"" } ?? ""
        }
        return Array(text.utf8)
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

    /// Whether its files are pages with links.
    fileprivate var isPage: Bool { self == .html || self == .explore }

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
