import Foundation
import Testing

@testable import Notebook

@Suite struct TextFileTests {
    private let sandbox = Sandbox()

    @Test func whatWasWrittenIsRead() throws {
        try sandbox.write("ein Löffel\n", to: "a.duel")
        #expect(try TextFile.read(sandbox.path + "/a.duel") == "ein Löffel\n")
        #expect(TextFile.names(in: sandbox.path) == ["a.duel"])
    }

    @Test func aByteOrderMarkIsLeftOut() throws {
        try sandbox.write("\u{FEFF}x", to: "a.duel")
        #expect(try TextFile.read(sandbox.path + "/a.duel") == "x")
    }

    @Test func aMissingFileIsNamed() {
        let error = #expect(throws: FileProblem.self) { try TextFile.read("/no/such.duel") }
        #expect(error?.description == "/no/such.duel: there is no such file or folder")
    }

    @Test func aFolderIsNoScript() {
        let error = #expect(throws: FileProblem.self) { try TextFile.read(sandbox.path) }
        #expect(error?.reason == "it is a folder")
    }

    @Test func otherBytesThanUTF8AreNamedByLine() throws {
        let path = sandbox.path + "/latin.duel"
        try TextFile.write(bytes: Array("a\nb".utf8) + [0xFC, 0x0A], to: path)
        let error = #expect(throws: FileProblem.self) { try TextFile.read(path) }
        #expect(error?.reason == "line 2 is not UTF-8 text")
    }

    @Test func writingToAFolderChangesNothing() {
        #expect(throws: FileProblem(sandbox.path, "it is a folder")) {
            try TextFile.write("x", to: sandbox.path)
        }
    }

    @Test func aDeviceIsWrittenAndNotReplaced() throws {
        // Through a link, so that a mistake here costs the link and not the machine's device.
        let link = sandbox.path + "/full"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
        #expect(throws: FileProblem(link, "the disk is full")) { try TextFile.write("x", to: link) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/full")
        #expect(TextFile.names(in: sandbox.path) == ["full"])
    }

    @Test func aLinkStaysALink() throws {
        try sandbox.write("old", to: "real.duel")
        let link = sandbox.path + "/link.duel"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real.duel")
        try TextFile.write("new", to: link)
        #expect(try TextFile.read(sandbox.path + "/real.duel") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real.duel")
    }

    @Test func aFileKeepsItsPermissions() throws {
        let path = sandbox.path + "/private.duel"
        try TextFile.write("old", to: path)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        try TextFile.write("new", to: path)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
}
