import Foundation
import TestSupport
import Testing

/// One noun for one thing, where two things could meet; files and folders that say what is in them.
@Suite struct NamesTests {
    private struct Declaration: Hashable {
        let name: String
        let target: String
        let isSeenAbove: Bool
    }

    /// Always written with its owner: `Token.Kind`, `Statement.Kind`.
    private let ownersSay: Set<String> = ["Kind", "CodingKeys"]

    @Test func aTypesNameStandsForOneThingInATargetAndInThoseAboveIt() throws {
        let declaration = try Regex(
            #"(?m)^\s*((?:public |package |private |fileprivate |final |indirect )*)"#
                + #"(?:struct|class|enum|protocol|actor) ([A-Z]\w*)"#,
            as: (Substring, Substring, Substring).self)
        var declarations: [Declaration] = []
        for source in SwiftSource.all(in: "Sources") {
            let target = source.path.split(separator: "/")[1]
            for match in source.code.matches(of: declaration)
            where !ownersSay.contains(String(match.output.2)) {
                let access = match.output.1
                declarations.append(
                    Declaration(
                        name: String(match.output.2), target: String(target),
                        isSeenAbove: access.contains("public") || access.contains("package")))
            }
        }
        #expect(declarations.count > 400)
        let below = try targetsBelow()
        for (name, all) in Dictionary(grouping: declarations, by: \.name) {
            for (place, one) in all.enumerated() {
                for other in all[(place + 1)...] {
                    let isSame = one.target == other.target
                    let meets =
                        one.isSeenAbove && below[other.target, default: []].contains(one.target)
                        || other.isSeenAbove && below[one.target, default: []].contains(other.target)
                    #expect(!isSame && !meets, "\(name) in \(one.target) and in \(other.target)")
                }
            }
        }
    }

    @Test func noFolderOfATargetHoldsOneFile() throws {
        var files: [String: Int] = [:]
        for source in SwiftSource.all(in: "Sources") {
            files[source.path.split(separator: "/").dropLast().joined(separator: "/"), default: 0] += 1
        }
        let folders = Set(files.keys)
        for (folder, count) in files where count == 1 {
            #expect(folders.contains { $0.hasPrefix(folder + "/") }, "\(folder)")
        }
    }

    /// The targets that each target knows, from the manifest.
    private func targetsBelow() throws -> [String: Set<String>] {
        let manifest = try String(
            contentsOfFile: BuiltProgram.packageFolder + "/Package.swift", encoding: .utf8)
        let target = try Regex(
            #"arget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]"#,
            as: (Substring, Substring, Substring).self)
        var below: [String: Set<String>] = [:]
        // The manifest is sorted: what a target knows stands above it.
        for match in manifest.matches(of: target) {
            let named = match.output.2.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset % 2 == 1 }
            let direct = Set(named.map { String($0.element) })
            below[String(match.output.1)] = direct.reduce(direct) { $0.union(below[$1, default: []]) }
        }
        #expect(below["Grading"]?.isSuperset(of: ["Text", "Tensors", "Prelude"]) == true)
        return below
    }
}
