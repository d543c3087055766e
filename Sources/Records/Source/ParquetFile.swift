import Foundation
import Support

/// A table in a Parquet file, which the command `duckdb` turns into CSV.
///
/// Debian has no C library for Parquet, and the command is a single file that many have.
struct ParquetFile: TableInput {
    let file: InputFile
    let shortName: String

    var name: String { file.name }
    var fingerprint: String { file.fingerprint }
    var filePath: String? { file.path }
    var size: Int? { nil }
    // Columns of Parquet take a fraction of what they are as text.
    var estimatedSize: Int { file.stamp.bytes * 6 }

    func sha256() throws(ReadError) -> String { try file.sha256() }
    func checkUnchanged() throws(ReadError) { try file.checkUnchanged() }

    func open() throws(ReadError) -> sending TableContent {
        guard let program = ProgramRun.path(of: "duckdb", in: ProcessInfo.processInfo.environment["PATH"]) else {
            throw .unreadable(
                path: file.path,
                reason: .init(
                    en: "Parquet is read by the command duckdb, which is not on the PATH; install it "
                        + "(pip install duckdb-cli), or save the table as CSV",
                    ar:
                        "يُقرأ Parquet بالأمر duckdb، وهو ليس في PATH؛ ثبّته (pip install duckdb-cli) أو احفظ الجدول بصيغة CSV"
                ))
        }
        let name = file.path.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
        let query = "COPY (SELECT * FROM read_parquet('\(name)')) TO '/dev/stdout' (FORMAT csv, HEADER)"
        return .csv(
            try TableText(
                try CommandBytes(program, ["-init", "/dev/null", ":memory:", "-c", query], path: file.path)))
    }
}
