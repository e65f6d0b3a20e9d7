// swift-tools-version: 6.2
import PackageDescription

// The arrows point one way (a test reads the imports and fails on a wrong one):
//
//   Command → Jobs → Output → { Planning ∥ Protection } → { Propagation ∥ Geo ∥ Radio } → Core
//
// `∥` means never each other. Conformance and Sample hang below Command, beside Jobs.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
]

let package = Package(
    name: "Masthead",
    products: [
        .executable(name: "masthead", targets: ["MastheadCommand"]),
        .library(name: "MastheadPropagation", targets: ["MastheadCore", "MastheadPropagation"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // System libraries.
        .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
        .systemLibrary(name: "CPROJ", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),

        // The house, from the ground up.
        .target(name: "MastheadCore", swiftSettings: strict),
        // Vectors that Swift's optimizer does not have to find: a header.
        .target(name: "CWide"),
        .target(name: "MastheadPropagation", dependencies: ["MastheadCore", "CWide"], swiftSettings: strict),
        .target(name: "MastheadRadio", dependencies: ["MastheadCore"], swiftSettings: strict),
        .target(name: "MastheadGeo", dependencies: ["MastheadCore", "CGDAL", "CPROJ"], swiftSettings: strict),
        .target(
            name: "MastheadPlanning",
            dependencies: ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
            swiftSettings: strict),
        .target(
            name: "MastheadProtection",
            dependencies: ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
            swiftSettings: strict),
        .target(
            name: "MastheadOutput",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
                "MastheadProtection", "CCairo",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "MastheadJobs",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
                "MastheadProtection", "MastheadOutput", "Yams",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "MastheadConformance",
            dependencies: ["MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio"],
            swiftSettings: strict),
        .target(name: "MastheadSample", dependencies: ["MastheadCore", "MastheadGeo"], swiftSettings: strict),
        .executableTarget(
            name: "MastheadCommand",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
                "MastheadProtection", "MastheadOutput", "MastheadJobs", "MastheadConformance", "MastheadSample",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The program of the README.
        .executableTarget(
            name: "LibraryExample", dependencies: ["MastheadCore", "MastheadPropagation"], swiftSettings: strict),

        // Measures and checks.
        .target(name: "CAllocationCount"),
        .executableTarget(
            name: "MastheadBench",
            dependencies: [
                "CAllocationCount", "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio",
                "MastheadPlanning", "MastheadProtection",
            ],
            swiftSettings: strict),
        .target(
            name: "MastheadTestSupport", dependencies: ["MastheadCore", "MastheadGeo"], path: "Tests/Support",
            swiftSettings: strict),
        .testTarget(name: "MastheadCoreTests", dependencies: ["MastheadCore"]),
        .testTarget(
            name: "MastheadPropagationTests",
            dependencies: ["MastheadCore", "MastheadPropagation", "MastheadTestSupport"]),
        .testTarget(
            name: "MastheadConformanceTests",
            dependencies: ["MastheadCore", "MastheadConformance", "MastheadTestSupport"]),
        .testTarget(
            name: "MastheadRadioTests", dependencies: ["MastheadCore", "MastheadRadio", "MastheadTestSupport"]),
        .testTarget(name: "MastheadGeoTests", dependencies: ["MastheadCore", "MastheadGeo", "MastheadTestSupport"]),
        .testTarget(
            name: "MastheadPlanningTests",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
                "MastheadTestSupport",
            ]),
        .testTarget(
            name: "MastheadProtectionTests",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadProtection",
                "MastheadTestSupport",
            ]),
        .testTarget(
            name: "MastheadOutputTests",
            dependencies: [
                "MastheadCore", "MastheadPropagation", "MastheadGeo", "MastheadRadio", "MastheadPlanning",
                "MastheadOutput",
                "MastheadTestSupport",
            ]),
        .testTarget(
            name: "MastheadJobsTests",
            dependencies: [
                "MastheadCore", "MastheadGeo", "MastheadPropagation", "MastheadRadio", "MastheadProtection",
                "MastheadOutput", "MastheadJobs", "MastheadTestSupport",
            ]),
        .testTarget(
            name: "MastheadSampleTests",
            dependencies: ["MastheadCore", "MastheadGeo", "MastheadSample", "MastheadTestSupport"]),
        .testTarget(name: "ArchitectureTests", dependencies: ["MastheadTestSupport"]),
        .testTarget(
            name: "GoldenRunTests",
            dependencies: [
                "MastheadCore", "MastheadGeo", "MastheadPlanning", "MastheadOutput", "MastheadJobs", "MastheadSample",
                "MastheadTestSupport",
            ],
            exclude: ["Golden"]),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "MastheadCore", "MastheadGeo", "MastheadRadio", "MastheadPlanning", "MastheadProtection",
                "MastheadJobs",
                "MastheadSample", "MastheadTestSupport",
            ]),
    ]
)
