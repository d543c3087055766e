import Foundation
import TestSupport

/// The library that makes calls of a program fail (`Tools/trouble.c`), built once a run of the tests.
enum TroubleLibrary {
    /// Where it is; nil if no compiler builds it.
    static let path: String? = {
        let path = packageFolder + "/.build/trouble.so"
        let source = packageFolder + "/Tests/CommandTests/Tools/trouble.c"
        for name in ["clang", "cc", "gcc"] {
            guard let compiler = program(name) else { continue }
            let made = path + ".\(getpid())"
            let result = try? TestSupport.run(compiler, ["-shared", "-fPIC", "-O1", "-o", made, source, "-ldl"])
            if result?.code == 0, rename(made, path) == 0 { return path }
        }
        return nil
    }()

    /// Variables that load the library into a program which runs in this folder.
    ///
    /// The library is linked into the folder: a path with spaces cannot be said in `LD_PRELOAD`.
    static func variables(_ variables: [String: String], in folder: TemporaryFolder) throws -> [String: String] {
        guard let path else { throw CocoaError(.fileNoSuchFile) }
        let link = folder.path + "/trouble.so"
        if !FileManager.default.fileExists(atPath: link) {
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        }
        return variables.merging(["LD_PRELOAD": "./trouble.so"]) { $1 }
    }
}
