// swift-tools-version: 6.1
// A fuzz target over the parser and the interpreter, driven by libFuzzer; README.md tells how to run it.
import PackageDescription

let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "duel", path: "..")],
    targets: [
        .systemLibrary(name: "CFuzzer"),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["CFuzzer", .product(name: "Prelude", package: "duel")]),
    ],
    swiftLanguageModes: [.v6]
)
