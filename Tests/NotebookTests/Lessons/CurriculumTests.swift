import Testing

@testable import Notebook

@Suite struct CurriculumTests {
    private let sandbox = Sandbox()
    private let curriculum: Curriculum

    init() throws {
        for name in ["08-minimax-loss", "01-tensors", "10-gradient-penalty"] {
            try sandbox.write("// ---\n// title: About \(name)\n// ---\n", to: "lessons/\(name)/lesson.duel")
        }
        try sandbox.write("", to: "lessons/notes/readme.txt")
        curriculum = Curriculum(folder: sandbox.path + "/lessons")
    }

    @Test func lessonsAreSortedAndOtherFoldersLeftOut() {
        #expect(curriculum.lessons.map(\.name) == ["01-tensors", "08-minimax-loss", "10-gradient-penalty"])
        #expect(curriculum.lessons.map(\.number) == [1, 8, 10])
        #expect(curriculum.lessons[1].topic == "minimax-loss")
    }

    @Test(arguments: ["8", "08", "08-minimax-loss", "minimax-loss", "minimax", "mini"])
    func lessonIsFoundBy(_ wanted: String) throws {
        #expect(try curriculum.lesson(wanted).name == "08-minimax-loss")
    }

    @Test func lessonIsFoundByItsFolder() throws {
        try sandbox.write("", to: "mine/lesson.duel")
        #expect(try curriculum.lesson(sandbox.path + "/mine/").name == "mine")
    }

    @Test(arguments: [
        ("minimaxloss", "no lesson minimaxloss; did you mean minimax-loss?"),
        ("7", "no lesson 7; there are lessons 1, 8 and 10, and `duel lesson` lists them"),
        ("./nowhere", "no lesson ./nowhere: there is no lesson.duel in that folder"),
    ])
    func aMissSaysWhatThereIs(_ wanted: String, _ message: String) {
        let error = #expect(throws: UnknownLesson.self) { try curriculum.lesson(wanted) }
        #expect(error?.description == message)
    }

    @Test func withoutLessonsAMissSaysHowToFindThem() {
        let error = #expect(throws: UnknownLesson.self) { try Curriculum(folder: "/nowhere").lesson("1") }
        #expect(error?.description.contains("DUEL_HOME") == true)
    }

    @Test func theNextLessonFollows() {
        #expect(curriculum.lesson(after: curriculum.lessons[0])?.name == "08-minimax-loss")
        #expect(curriculum.lesson(after: curriculum.lessons[2]) == nil)
    }
}
