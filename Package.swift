// swift-tools-version: 6.1
// Read from top to bottom, this is the architecture: a target knows only what stands above it.
import PackageDescription

let package = Package(
    name: "duel",
    products: [
        .executable(name: "duel", targets: ["duel"]),
        .library(name: "Tensors", targets: ["Tensors", "CKernels"]),
        .library(name: "Prelude", targets: ["Prelude", "Script", "Text"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // What every room needs of words: counts, widths, escapes, inks, and the learner's mistake as data.
        .target(name: "Text"),

        // What a run may use: memory, time, steps, and the flag that stops it.
        .target(name: "Budget", dependencies: ["Text"]),

        // The numbers: shapes, storage, kernels, random numbers, operations and their gradients.
        .target(name: "CKernels"),
        .target(name: "COpenBLAS"),
        .target(name: "Tensors", dependencies: ["Text", "Budget", "CKernels", "COpenBLAS"]),

        // Layers, losses, optimizers, data sets, GANs and their training loop, measures, model files.
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "Networks", dependencies: ["Text", "Budget", "Tensors", "CZlib"]),

        // A figure as a value, and its renderings: text of a given width, SVG, PNG.
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .target(name: "Plots", dependencies: ["Text", "Budget", "CPNG"]),

        // The language: source, tokens, syntax tree, compiler, interpreter, values, diagnostics.
        .target(name: "Script", dependencies: ["Text", "Budget"]),

        // The only place where the four meet: every function that a script can call.
        .target(name: "Prelude", dependencies: ["Tensors", "Networks", "Plots", "Script"]),

        // Session, cells, completion, commands, lessons, exports: all of the notebook but the terminal.
        .systemLibrary(
            name: "CMark", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .target(name: "Notebook", dependencies: ["Prelude", "CMark"]),

        // Checks, limits, the marking process, reports.
        .target(name: "Grading", dependencies: ["Notebook"]),

        // The command line and the readline front.
        .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
        .executableTarget(
            name: "duel",
            dependencies: [
                "Grading", "CReadline",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),

        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .target(name: "KernelVariants", dependencies: ["CKernels"], path: "Tests/KernelVariants"),
        .testTarget(name: "TextTests", dependencies: ["Text"]),
        .testTarget(
            name: "TensorsTests",
            dependencies: ["Tensors", "CKernels", "COpenBLAS", "KernelVariants", "TestSupport"]),
        .testTarget(name: "NetworksTests", dependencies: ["Networks", "TestSupport"]),
        .testTarget(name: "PlotsTests", dependencies: ["Plots", "TestSupport"], exclude: ["References"]),
        .testTarget(name: "ScriptTests", dependencies: ["Script", "TestSupport"]),
        .testTarget(name: "PreludeTests", dependencies: ["Prelude", "TestSupport"]),
        .testTarget(name: "NotebookTests", dependencies: ["Notebook", "TestSupport"]),
        .testTarget(name: "GradingTests", dependencies: ["Grading", "TestSupport"]),
        .testTarget(name: "duelTests", dependencies: ["duel", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)
