import Foundation

/// The folder of the package.
///
/// It is looked for above the test program, so that a copy of a built clone uses its own files. If the products are built outside of the
/// package, the place of this source file says where the package is.
public let packageFolder: String = {
    var folder = Bundle.main.executableURL?.deletingLastPathComponent()
    while let place = folder, place.path != "/" {
        if FileManager.default.fileExists(atPath: place.path + "/Package.swift") { return place.path }
        folder = place.deletingLastPathComponent()
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path
}()
