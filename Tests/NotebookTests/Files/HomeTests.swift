import Testing

@testable import Notebook

@Suite struct HomeTests {
    private let sandbox = Sandbox()

    @Test func theEnvironmentComesFirst() throws {
        try sandbox.write("", to: "share/duel/lessons/x")
        let home = Home.find(environment: "/elsewhere", executable: sandbox.path + "/bin/duel")
        #expect(home?.folder == "/elsewhere")
    }

    @Test func anInstalledBinaryHasItsShareBesideIt() throws {
        try sandbox.write("", to: "share/duel/lessons/x")
        let home = Home.find(environment: nil, executable: sandbox.path + "/bin/duel")
        #expect(home?.folder == sandbox.path + "/share/duel")
    }

    @Test func aBuiltBinaryHasThePackageAboveIt() throws {
        try sandbox.write("", to: "Package.swift")
        try sandbox.write("", to: "lessons/x")
        let home = Home.find(environment: "", executable: sandbox.path + "/.build/x86_64/debug/duel")
        #expect(home?.folder == sandbox.path)
        #expect(home?.data == sandbox.path + "/data")
    }

    @Test func aPackageAboveABinaryThatWasNotBuiltThereIsNone() throws {
        try sandbox.write("", to: "Package.swift")
        try sandbox.write("", to: "lessons/x")
        #expect(Home.find(environment: nil, executable: sandbox.path + "/tools/duel") == nil)
    }

    @Test func theRunningProgramIsKnown() {
        #expect(Home.executablePath()?.hasPrefix("/") == true)
    }
}
