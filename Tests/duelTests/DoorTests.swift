import Foundation
import TestSupport
import Testing

/// Everything that is written to a terminal goes through one door, and what goes through it is a `TerminalText`.
@Suite struct DoorTests {
    private let sources = SwiftSource.all(in: "Sources")
    private let door = "Sources/duel/Terminal/StandardOutput.swift"
    private let sequences = "Sources/Text/ControlSequences.swift"

    @Test func theSourcesAreFound() {
        #expect(sources.count > 400)
        #expect(sources.contains { $0.path == door } && sources.contains { $0.path == sequences })
        #expect(sources.first { $0.path == door }?.code.contains("to: STDOUT_FILENO") == true)
    }

    @Test func nobodyElseWritesToStandardOutputOrError() {
        let calls = [
            #"(?<![.\w])(print|debugPrint|dump|fputs|puts|putchar|putc|fwrite|fprintf|printf|perror)\s*\("#,
            #"Swift\.(print|debugPrint|dump)\("#, #"\bwrite\(\s*(STDOUT_FILENO|STDERR_FILENO|1\s*,|2\s*,)"#,
            #"\b(stdout|stderr)\b"#, #"\bFileHandle\b"#,
            // Asking whether one is a terminal is no writing.
            #"(?<!isatty\()(?<!of: )(?<!on: )(?<!: Int32 = )STD(OUT|ERR)_FILENO"#,
        ]
        for source in sources where source.path != door {
            for call in calls {
                // Foundation's expressions can look behind.
                let found = source.code.range(of: call, options: .regularExpression).map {
                    String(source.code[$0])
                }
                #expect(found == nil, "\(source.path): \(found ?? "")")
            }
            let devices = source.literals.filter { $0.contains("/dev/std") || $0.contains("/dev/tty") }
            #expect(devices.isEmpty, "\(source.path): \(devices)")
        }
    }

    @Test func escapeSequencesStandInOneFile() throws {
        let escape = try Regex(#"\\u\{0*(1[bB]|9[bB])\}"#)
        let byte = #"(?<!& )0x1[bB]\s*[,\])]"#  // not as a mask of bits
        for source in sources where source.path != sequences {
            let found = source.literals.filter { $0.contains(escape) || $0.contains("\u{1B}") }
            #expect(found.isEmpty, "\(source.path): \(found)")
            #expect(source.code.range(of: byte, options: .regularExpression) == nil, "\(source.path)")
        }
    }

    @Test func readlineWritesOnlyItsOwnTexts() throws {
        let folder = URL(fileURLWithPath: BuiltProgram.packageFolder)
        let file = folder.appendingPathComponent("Sources/CReadline/creadline.c")
        let calls = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0.contains(#/\b(f?printf|fputs|puts|putchar|fwrite)\(/#) }
        #expect(
            calls == [
                #"fprintf(rl_outstream ? rl_outstream : stdout, "%s\n", note_on_offers);"#,
                #"fputs("^C\n", rl_outstream ? rl_outstream : stdout);"#,
            ])
    }

    @Test func warningsAndErrorsHaveTheColorsOfTheOneInk() throws {
        let scratch = try Scratch()
        let path = try scratch.write("let xs = [1, 2]\nxs\nnobody\n", to: "a.duel")
        for (terminal, warning, error) in [
            ("xterm-256color", "\u{1B}[1;38;5;136mwarning: ", "\u{1B}[1;38;5;160m"),
            ("xterm", "\u{1B}[1;33mwarning: ", "\u{1B}[1;31m"),
        ] {
            let run = try scratch.prompt(["run", path], environment: ["TERM": terminal])
            _ = run.exitStatus()
            #expect(run.raw.contains(warning) && run.raw.contains(error), "\(run.raw.debugDescription)")
        }
    }
}
