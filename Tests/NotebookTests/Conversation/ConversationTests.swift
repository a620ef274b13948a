import Testing
import Text

@testable import Notebook

@Suite struct ConversationTests {
    private let talk = Talk()

    @Test func aValueIsShown() {
        #expect(talk.say("1 + 1") == "2\n")
        #expect(talk.say("\"text\"") == "\"text\"\n")
        #expect(talk.say("let x = 3") == "")
    }

    @Test func printedTextAndResultStandOnTheirOwnLines() {
        #expect(talk.say("print(1)\n2") == "1\n2\n")
    }

    @Test func aFigureIsDrawn() {
        let answer = talk.say("line([1, 2, 3])")
        #expect(answer.split(separator: "\n").count > 5)
        #expect(answer.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
    }

    @Test func anErrorShowsItsLineAndCaret() {
        #expect(
            talk.say("let x = 1 + fail(\"no\")") == """
                In[1]:1:13: call of fail: no
                  1 | let x = 1 + fail("no")
                    |             ^^^^^^^^^^

                """)
    }

    @Test func longResultsAreCutAndSayHowToSeeTheRest() {
        let answer = talk.say("\"\"\"\n" + String(repeating: "line\n", count: 80) + "\"\"\"")
        #expect(!answer.contains("more lines"))  // A string's result stands on one line.
        let list = talk.say("[" + (1000..<3000).map(String.init).joined(separator: ", ") + "]")
        #expect(list.contains("more lines; `print(_)` shows them all"))
        let rows = list.split(separator: "\n").map { (displayWidth($0) + 79) / 80 }
        #expect(rows.reduce(0, +) <= 49)
    }

    @Test func thePromptCountsCells() {
        #expect(talk.conversation.prompt == "[1]> ")
        _ = talk.say("1")
        _ = talk.say(":vars")
        #expect(talk.conversation.prompt == "[2]> ")
    }

    @Test func aStoppedCellSaysSo() {
        talk.conversation.session.interpreter.stop(onceBound: "x")
        #expect(
            talk.say("let x = 1; while true { }") == "stopped; what was bound before is still there\n")
    }

    @Test func questionsAreAnsweredByThePrelude() {
        #expect(talk.say("?ring").hasPrefix("ring(modes: Int = 8"))
        #expect(talk.say("? ring").hasPrefix("ring("))
        #expect(talk.say(":help ring").hasPrefix("ring("))
    }

    @Test func questionsAboutTheSessionsNamesAreAnswered() {
        _ = talk.say("let x = 1\nfunc f(a, b) { a + b }")
        #expect(talk.say("?x") == "`x` is the Int 1.\n")
        #expect(talk.say("?f").hasPrefix("`f(a, b)`, written at In[1]:2"))
    }

    @Test func unknownQuestionsSuggestNearNames() {
        #expect(
            talk.say("?rign").hasPrefix("There is nothing called `rign`. Did you mean one of these?\n  ring ")
        )
        #expect(talk.say("?xyzzy") == "nothing is known of `xyzzy`; `?` lists what there is\n")
    }

    @Test func aloneTheQuestionMarkListsTheTopics() {
        let answer = talk.say("?")
        #expect(answer.hasPrefix("`?name` explains a function"))
        #expect(answer.contains("  Data ("))
    }

    @Test func aTopicListsItsFunctionsWithWhatTheyDo() {
        #expect(talk.say("?expecting").hasPrefix("Expecting\n  expect "))
        #expect(talk.say("?element").hasPrefix("Element by element\n"))
    }

    @Test func onlyQuitLeaves() {
        _ = talk.say("1")
        #expect(!talk.conversation.isOver)
        for word in [":quit", ":q"] {
            let talk = Talk()
            _ = talk.say(word)
            #expect(talk.conversation.isOver)
        }
    }

    @Test func blankInputsOutsideALessonDoNothing() {
        #expect(talk.say("  ") == "")
    }

    @Test func commandsNeverNeedMoreLines() {
        #expect(!talk.conversation.read(":time {").isIncomplete)
        #expect(talk.conversation.read("for i in 0..<3 {").isIncomplete)
    }
}

@Suite struct CommandTests {
    private let talk = Talk()
    private let sandbox = Sandbox()

    @Test func commandsMayBeShortened() {
        #expect(talk.say(":va").contains("nothing is bound yet"))
        #expect(talk.say(":h").contains(":lesson"))
    }

    @Test func beginningsOfTwoCommandsNameBoth() {
        #expect(talk.say(":r") == "`:r` may be :run, :reset\n")
    }

    @Test func unknownCommandsNameTheNearOne() {
        #expect(talk.say(":lessons") == "there is no command `:lessons`; did you mean `:lesson`?\n")
        #expect(talk.say(":xyzzy") == "there is no command `:xyzzy`; `:help` lists the commands\n")
    }

    @Test func helpListsEveryCommandOnOneLine() {
        let answer = talk.say(":help")
        for command in CommandTable.standard.commands { #expect(answer.contains("  :\(command.name)")) }
        #expect(answer.split(separator: "\n").allSatisfy { displayWidth($0) <= 80 })
    }

    @Test func varsListsNamesAndKinds() {
        _ = talk.say("let x = 1\nlet name = \"ring\"")
        #expect(talk.say(":vars") == "x     the Int 1\nname  the String \"ring\"\n")
    }

    @Test func cellsListsFirstLinesAndFailures() {
        _ = talk.say("let x = 1\nlet y = 2")
        _ = talk.say("nobody")
        #expect(talk.say(":cells") == "1   let x = 1  … 2 lines\n2 ✗ nobody\n")
    }

    @Test func timeRunsCodeAndNamesItsCell() {
        let answer = talk.say(":time 1 + 1")
        #expect(answer.hasPrefix("2\ncell 1: "))
        #expect(talk.say(":time").hasPrefix("cell 1: "))
    }

    @Test func runTakesACellAgainOrAFile() throws {
        _ = talk.say("40 + 2")
        #expect(talk.say(":run 1") == "42\n")
        try sandbox.write("// %% one\nlet a = 5\n// %% two\nprint(a)\n", to: "lab.duel")
        #expect(talk.say(":run \(sandbox.path)/lab.duel") == "5\n")
        let missing = talk.say(":run \(sandbox.path)/no.duel").split { $0.isWhitespace }.joined(
            separator: " ")
        #expect(missing == "\(sandbox.path)/no.duel: there is no such file or folder")
        #expect(talk.say(":run 99").contains("there is no cell 99"))
    }

    @Test func saveWritesAScriptThatRuns() throws {
        _ = talk.say("let x = 1")
        _ = talk.say("print(x)")
        let path = sandbox.path + "/lab.duel"
        #expect(talk.say(":save \(path)") == "saved 2 cells in \(path)\n")
        #expect(Talk().say(":run \(path)") == "1\n")
    }

    @Test func saveWithoutANameOrCellsSaysWhatIsMissing() {
        #expect(talk.say(":save") == "under which name? `:save lab.duel`\n")
        #expect(talk.say(":save x.duel") == "there are no cells yet\n")
    }

    @Test func savingWhereNobodyMayWriteIsAMessage() {
        _ = talk.say("1")
        #expect(talk.say(":save /nowhere/x.duel") == "/nowhere/x.duel: there is no such file or folder\n")
        #expect(talk.say("2") == "2\n")
    }

    @Test func editRunsWhatWasSaved() {
        var commands = CommandTable.standard
        commands.add(.edit { $0.replacing("1", with: "2") }, after: "cells")
        let talk = Talk(commands: commands)
        _ = talk.say("1 + 40")
        #expect(talk.say(":edit 1") == "2 + 40\n42\n")
        #expect(talk.say(":edit 2") == "nothing was changed\n" || talk.say(":edit 7").contains("no cell"))
    }

    @Test func resetForgets() {
        _ = talk.say("let x = 1")
        #expect(talk.say(":reset") == "a new session\n")
        #expect(talk.say(":vars").contains("nothing is bound yet"))
    }

    @Test func theTableIsOpen() {
        var commands = CommandTable.standard
        commands.add(
            Command("check", alias: "c", summary: "marks the exercises") { conversation, _ in
                conversation.screen.say("checked")
            }, after: "skip")
        for word in [":check", ":c"] { #expect(Talk(commands: commands).say(word) == "checked\n") }
        let names = commands.names
        #expect(names.firstIndex(of: "check") == names.firstIndex(of: "skip").map { $0 + 1 })
    }
}

@Suite struct LeavingTests {
    @Test(arguments: ["exit", "quit", " quit ", "exit()", "quit()"])
    func wordsForLeavingLeave(_ word: String) {
        let talk = Talk()
        _ = talk.say(word)
        #expect(talk.conversation.isOver)
    }

    @Test func wordsForLeavingThatAreBoundAreNames() {
        let talk = Talk()
        _ = talk.say("let exit = 42")
        #expect(talk.say("exit") == "42\n")
    }

    @Test func helpWithoutColonHelps() {
        let talk = Talk()
        #expect(talk.say("help") == talk.say(":help"))
        #expect(talk.say("help()") == talk.say("?"))
        #expect(talk.say("help(ring)") == talk.say("?ring"))
        #expect(talk.say("help(\"ring\")") == talk.say("?ring"))
        #expect(talk.conversation.session.cells.isEmpty)
    }

    @Test func printedSentencesBreakBetweenWords() {
        let talk = Talk(width: 20)
        #expect(talk.say("print(\"losses do not measure quality\")") == "losses do not\nmeasure quality\n")
    }

    @Test func longAnswersBreakBetweenWords() {
        let lines = Talk(width: 40).say(":lesson 77").split(separator: "\n")
        #expect(lines.count > 1)
        #expect(lines.allSatisfy { $0.count <= 40 })
    }
}
