// swift-tools-version: 6.3
import PackageDescription

/// What every target of ours is built with: Swift 6 mode, and no warning is let through.
let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "tadrib",
    products: [.executable(name: "tadrib", targets: ["tadrib"])],
    targets: [
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CVectors"),
        .systemLibrary(name: "CXXHash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CPQ", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CCurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Support", dependencies: ["COpenSSL", "CXXHash", "CVectors"], swiftSettings: strict),
        .target(name: "TrainingStats", dependencies: ["Support"], swiftSettings: strict),
        .target(
            name: "Workbooks", dependencies: ["Support", "TrainingStats", "CZip", "CExpat"], swiftSettings: strict),
        .target(
            name: "Records", dependencies: ["Support", "TrainingStats", "Workbooks", "CZlib", "CVectors"],
            swiftSettings: strict),
        .target(name: "Aggregation", dependencies: ["Support", "TrainingStats"], swiftSettings: strict),
        .target(
            name: "Clusters",
            dependencies: ["Support", "TrainingStats", "Records", "Stores", "SparkConnect", "Aggregation"],
            swiftSettings: strict),
        .target(name: "Reporting", dependencies: ["Support", "TrainingStats", "Aggregation"], swiftSettings: strict),
        .target(
            name: "Writers", dependencies: ["Support", "TrainingStats", "Reporting", "CXLSXWriter", "CZlib"],
            swiftSettings: strict),
        .target(
            name: "Importing", dependencies: ["Support", "TrainingStats", "Records", "Workbooks"],
            swiftSettings: strict),
        .target(name: "SparkConnect", dependencies: ["Support", "CCurl"], swiftSettings: strict),
        .target(
            name: "Stores", dependencies: ["Support", "TrainingStats", "Records", "SparkConnect", "CSQLite", "CPQ"],
            swiftSettings: strict),
        .target(
            name: "Releases", dependencies: ["Support", "TrainingStats", "Records", "Stores", "Reporting"],
            swiftSettings: strict),
        .target(
            name: "Pipeline",
            dependencies: [
                "Support", "TrainingStats", "Records", "Workbooks", "Stores", "Clusters", "Aggregation", "Reporting",
                "Writers", "Releases",
            ],
            swiftSettings: strict),
        .target(
            name: "Couriers",
            dependencies: [
                "Support", "TrainingStats", "Records", "Aggregation", "Reporting", "Writers", "Releases", "CCurl",
            ],
            swiftSettings: strict),
        .target(name: "Synthesis", dependencies: ["Support", "TrainingStats"], swiftSettings: strict),
        .target(
            name: "Commands",
            dependencies: [
                "Support", "TrainingStats", "Records", "Stores", "Clusters", "Aggregation", "Reporting", "Writers",
                "Releases", "Couriers", "Pipeline", "Importing", "Synthesis", "CMalloc",
            ],
            swiftSettings: strict),
        .executableTarget(name: "tadrib", dependencies: ["Commands"], swiftSettings: strict),
        .target(
            name: "TestSupport",
            dependencies: ["Support", "TrainingStats", "Workbooks", "Records", "Aggregation", "Reporting", "CZlib"],
            path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "SupportTests", dependencies: ["Support", "TestSupport", "CVectors"], swiftSettings: strict),
        .testTarget(name: "TrainingStatsTests", dependencies: ["Support", "TrainingStats"], swiftSettings: strict),
        .testTarget(
            name: "WorkbooksTests", dependencies: ["Workbooks", "Support", "TestSupport"], exclude: ["Corpus"],
            swiftSettings: strict),
        .testTarget(
            name: "RecordsTests", dependencies: ["Records", "Support", "TrainingStats", "TestSupport", "CVectors"],
            exclude: ["Corpus"],
            swiftSettings: strict),
        .testTarget(
            name: "ImportingTests",
            dependencies: [
                "Importing", "Pipeline", "Reporting", "Writers", "Records", "Workbooks", "Support", "TrainingStats",
                "TestSupport",
            ],
            exclude: ["Registers"],
            swiftSettings: strict),
        .testTarget(
            name: "AggregationTests",
            dependencies: [
                "Aggregation", "Records", "Stores", "SparkConnect", "Clusters", "Reporting", "Synthesis", "Writers",
                "Support", "TrainingStats", "TestSupport",
            ],
            exclude: ["Corpus"], swiftSettings: strict),
        .testTarget(
            name: "SparkConnectTests", dependencies: ["SparkConnect", "Support", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ClustersTests", dependencies: ["Clusters", "SparkConnect"], swiftSettings: strict),
        .testTarget(
            name: "StoresTests",
            dependencies: [
                "Stores", "Records", "SparkConnect", "Aggregation", "Reporting", "Writers", "Synthesis", "Support",
                "TrainingStats",
                "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ReleasesTests",
            dependencies: ["Releases", "Records", "Reporting", "Support", "TrainingStats", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CouriersTests",
            dependencies: ["Couriers", "Releases", "Reporting", "Support", "TrainingStats", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SynthesisTests", dependencies: ["Synthesis", "Support", "Records", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: ["Reporting", "Records", "Aggregation", "Support", "TrainingStats", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "WritersTests",
            dependencies: ["Writers", "Reporting", "Aggregation", "Support", "TrainingStats", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "PipelineTests",
            dependencies: ["Pipeline", "Records", "Releases", "Reporting", "TrainingStats", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "tadrib", "Commands", "Releases", "Reporting", "Aggregation", "Records", "Support", "TrainingStats",
                "TestSupport",
            ],
            exclude: ["Cases", "Tools"],
            swiftSettings: strict),
    ]
)

// Scripts/fuzz alone asks for this: the modules that read, built so that the fuzzer sees where an input leads.
if Context.environment["TADRIB_FUZZ"] == "1" {
    let watched = ["-sanitize=fuzzer,address"]
    for target in package.targets
    where ["Support", "TrainingStats", "Workbooks", "Records", "Aggregation"].contains(target.name) {
        target.swiftSettings = strict + [.unsafeFlags(watched)]
    }
    for name in ["Fuzzing", "FuzzingWorkbooks", "FuzzingPrepared"] {
        package.targets.append(
            .executableTarget(
                name: name, dependencies: ["TestSupport"], path: "Tests/" + name, exclude: ["words.dict"],
                swiftSettings: strict + [.unsafeFlags(watched)],
                // The other linker cannot take in a program whose main is in the fuzzer's library.
                linkerSettings: [.unsafeFlags(watched + ["-use-ld=lld"])]))
    }
}
