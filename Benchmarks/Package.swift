// swift-tools-version: 6.1
// Measurements of the engine, printed against what the machine itself can do. `make bench` runs them.
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "duel", path: "..")],
    targets: [
        .target(name: "Limits"),
        .executableTarget(
            name: "Benchmarks", dependencies: ["Limits", .product(name: "Tensors", package: "duel")]),
    ],
    swiftLanguageModes: [.v6]
)
