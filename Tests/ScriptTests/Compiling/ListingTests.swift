import Testing

@testable import Script

/// Programs as the machine carries them out, below the lines that they come from.
struct ListingTests {
    @Test func aLoopNamesItsVariableAndWhereItJumps() throws {
        #expect(
            try listing("var total = 0\nfor i in 0..<10 { total += i }") == """
                script, 4 registers
                   1  var total = 0
                       0  loadInt                   r0 = 0
                       1  bindGlobal                var total = r0
                   2  for i in 0..<10 { total += i }
                       2  loadInt                   r1 = 0
                       3  loadInt                   r2 = 10
                       4  prepareCount              makes r0, r1, r2 ready to count
                       5  next                      i = the next of r0, r1, r2, or goes to 8
                       6  combineGlobal             total = total + i
                       7  again                     i = the next of r0, r1, r2 and back to 6
                       8  clear                     lets go of r0, r1, r2, r3
                       9  returnNil                 returns nil

                """)
    }

    @Test func functionsFollowTheCodeThatMakesThem() throws {
        #expect(
            try listing("func fib(n) {\n    if n < 2 { return n }\n    return fib(n - 1) + fib(n - 2)\n}")
                == """
                script, 1 register
                   1  func fib(n) {
                       0  makeClosure               r0 = the function fib
                       1  bindGlobal                let fib = r0
                       2  returnNil                 returns nil

                fib(n) of line 1, 4 registers
                   2      if n < 2 { return n }
                       0  jumpUnlessLessConstant    goes to 2 unless n < 2
                       1  returnValue               returns n
                   3      return fib(n - 1) + fib(n - 2)
                       2  subtractConstant          r2 = n - 1
                       3  callGlobal                r1 = fib(r2)
                       4  subtractConstant          r3 = n - 2
                       5  callGlobal                r2 = fib(r3)
                       6  add                       r1 = r1 + r2
                       7  returnValue               returns r1
                       8  returnNil                 returns nil

                """)
    }

    @Test func partsCallsAndStringsAreWrittenInFull() throws {
        #expect(
            try listing("var xs = [1, 2]\nxs[0] = 5\nxs.append(6)\nprint(\"n =\\t\\(xs.count, digits: 2)!\")")
                == #"""
                script, 4 registers
                   1  var xs = [1, 2]
                       0  loadInt                   r1 = 1
                       1  loadInt                   r2 = 2
                       2  makeList                  r0 = [r1, r2]
                       3  bindGlobal                var xs = r0
                   2  xs[0] = 5
                       4  loadInt                   r0 = 0
                       5  loadInt                   r1 = 5
                       6  setIndex                  xs[r0] = r1
                   3  xs.append(6)
                       7  loadInt                   r3 = 6
                       8  changePlace               r1 = xs.append(r3)
                       9  take                      r0 = r1, which is empty afterwards
                   4  print("n =\t\(xs.count, digits: 2)!")
                      10  getGlobal                 r3 = xs
                      11  member                    r2 = r3.count
                      12  loadInt                   r3 = 2
                      13  interpolate               r1 = "n =\t\(r2, digits: r3)!"
                      14  callGlobal                r0 = print(r1)
                      15  returnValue               returns r0
                      16  returnNil                 returns nil

                """#)
    }

    @Test("A constant on the left stands on the left, and each form of a place is written as in a script")
    func operandsStandWhereTheyStood() throws {
        let text = try listing(
            """
            var grid = [[1, 2], [3, 4]]
            let a = 2 + grid[0][1]
            grid[0][1] += a
            let b = grid[0][1...]
            let c = { x in x * a }
            func f(x, by step = 1) { grid.map { y in c(y) }.count + step }
            let d = f(1, by: 2)
            """)
        for effect in [
            "r0 = 2 + r0", "grid[r0][r1] += r2", "r0 = the function f", "r0 = the closure of line 5",
            "r0 = f(r1, by: r2)",
            "goes to 2 if r1 was given", "step = 1", "\nclosure(x) of line 5, ", "\nclosure(y) of line 6, ",
        ] {
            #expect(text.contains(effect), "\(text)")
        }
    }

    @Test func aSourceWithWindowsLineEndsAndControlsStaysInItsLines() throws {
        let text = try listing("let a = 1\r\nlet b = \"\u{1B}[2J\"\r\n")
        #expect(text.contains("   1  let a = 1\n"))
        #expect(!text.contains("\u{1B}"))
        #expect(!text.contains("\r"))
    }
}

private func listing(_ text: String) throws -> String {
    let interpreter = scriptInterpreter { _ in }
    return try interpreter.listing(of: interpreter.parse(SourceFile(name: "script", text: text)).program)
}
