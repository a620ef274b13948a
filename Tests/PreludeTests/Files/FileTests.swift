import Foundation
import Prelude
import Testing

@Suite struct FileTests {
    /// A folder of its own, gone afterwards.
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "duel-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try body(folder)
    }

    @Test("Tensors and networks come back as they were")
    func roundTrip() throws {
        try withFolder { folder in
            let run = try run(
                """
                let x = randn(3, 4)
                save(x, "\(folder)/x.npy")
                let G = Sequential(Dense(4, 2), BatchNorm(2)); let H = Sequential(Dense(4, 2), BatchNorm(2))
                save(G, "\(folder)/g.safetensors")
                load(H, "\(folder)/g.safetensors")
                print(all(equal(load("\(folder)/x.npy"), x)), same(G, H))
                """)
            #expect(run.error == "")
            #expect(run.output == "true true\n")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
                    "g.safetensors", "x.npy",
                ])
        }
    }

    @Test("Figures are written as SVG and PNG")
    func figures() throws {
        try withFolder { folder in
            #expect(
                try run("let f = line([1, 2])\nsave(f, \"\(folder)/f.svg\")\nsave(f, \"\(folder)/f.png\")")
                    .error == "")
            let svg = try String(contentsOfFile: folder + "/f.svg", encoding: .utf8)
            #expect(svg.contains("<svg") && svg.contains("</svg>"))
            let png = try Data(contentsOf: URL(filePath: folder + "/f.png"))
            #expect(png.prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
        }
    }

    @Test("A file of another network is an error and changes nothing")
    func foreignNetwork() throws {
        try withFolder { folder in
            let run = try run(
                """
                let G = Sequential(Dense(4, 2)); let H = Sequential(Dense(4, 3)); let h = copy(H)
                save(G, "\(folder)/g.safetensors")
                expectError(contains: "g.safetensors") { load(H, "\(folder)/g.safetensors") }
                print(same(H, h))
                """)
            #expect(run.error == "")
            #expect(run.output == "true\n")
        }
    }

    @Test("A folder is no file, and a cut-off file says so")
    func unreadable() throws {
        try withFolder { folder in
            #expect(try run("load(\"\(folder)/x.npy\")").error.contains("there is no such file or folder"))
            try FileManager.default.createDirectory(
                atPath: folder + "/x.npy", withIntermediateDirectories: true)
            #expect(try run("load(\"\(folder)/x.npy\")").error.contains("this is a folder"))
            try Data([0x93, 0x4e, 0x55]).write(to: URL(filePath: folder + "/cut.npy"))
            #expect(try run("load(\"\(folder)/cut.npy\")").error.contains("cut.npy"))
        }
    }

    @Test("A run that is being marked reads its data sets and nothing else, and writes nothing")
    func marking() throws {
        try withFolder { folder in
            try FileManager.default.createDirectory(
                atPath: folder + "/data", withIntermediateDirectories: true)
            #expect(
                try run("save(ones(2), \"\(folder)/data/in.npy\")\nsave(ones(2), \"\(folder)/out.npy\")")
                    .error == "")
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/data/link.npy", withDestinationPath: folder + "/out.npy")
            func marked(_ script: String) throws -> String {
                try run(script, context: PreludeContext.forMarking(seed: 0, home: folder)).error
            }
            #expect(try marked("load(\"\(folder)/data/in.npy\")") == "")
            #expect(try marked("load(\"\(folder)/out.npy\")").contains("this run may not read the file"))
            #expect(
                try marked("load(\"\(folder)/data/../out.npy\")").contains("this run may not read the file"))
            #expect(
                try marked("load(\"\(folder)/data/link.npy\")").contains("this run may not read the file"))
            #expect(
                try marked("save(ones(2), \"\(folder)/data/in.npy\")").contains("this run may write no files")
            )
        }
    }

    @Test("The digits that come along have 4,000 and 1,000 samples in ten classes")
    func digits() throws {
        let run = try run(
            """
            let (x, y) = mnist(test: true).labeled(100)
            print(mnist(test: true).count, mnist().classes.count, x.shape, min(x) >= -1, max(x) <= 1)
            print(min(mnist(range: 0...1).sample(10)) >= 0)
            """)
        #expect(run.error == "")
        #expect(run.output == "1000 10 [100, 1, 28, 28] true true\ntrue\n")
    }
}
