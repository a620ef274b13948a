import Budget
import Plots
import Script
import Synchronization
import Tensors
import Testing
import Text

@testable import Prelude

private let networks = """
    let G = Sequential(Dense(4, 16), relu, Dense(16, 2))
    let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
    let gan = GAN(G, D, noise: 4)

    """

/// Notes what it is shown.
private final class RecordingDisplay: Display {
    var wantsFrames: Bool
    var wantsLines = false
    let isStepping = true
    var frames: [TrainingFrame] = []
    var hasFinished = false

    init(wantsFrames: Bool) { self.wantsFrames = wantsFrames }
    func show(_ frame: TrainingFrame) { frames.append(frame) }
    func show(line: String) {}
    func finish() { hasFinished = true }
}

@Suite(.serialized) struct TrainingTests {
    @Test("Whoever looks at a training does not change it")
    func lookingChangesNothing() throws {
        let plain = try run(
            networks + "train(gan, on: ring(), steps: 20, batch: 16)\nG.parameters.map { p in sum(p) }")
        let watched = PreludeContext()
        let display = RecordingDisplay(wantsFrames: true)
        watched.display = display
        let looked = try run(
            networks + """
                train(gan, on: ring(), steps: 20, batch: 16) { step in
                    G(noise(10, 4)); ring().sample(5); slicedWasserstein(ones(3, 2), zeros(3, 2))
                }
                G.parameters.map { p in sum(p) }
                """, context: watched)
        #expect(plain.error == "" && looked.error == "")
        #expect(plain.datum == looked.datum)
        #expect(display.frames.count == 20)
        #expect(display.hasFinished)
    }

    @Test("A block is called every so many steps, notes dictionaries and stops with false")
    func block() throws {
        let run = try run(
            networks + """
                let history = train(gan, on: ring(), steps: 50, batch: 8, every: 10) { step in
                    if step.number == 40 { return false }
                    return ["twice": 2 * step.number, "step": step]
                }
                print(history.count, history.ending, history.twice, history.accuracy.count)
                """)
        #expect(run.error == "")
        #expect(run.output == "40 stopped [20, 40, 60] 40\n")
    }

    @Test("Training by rounds goes through a finite set by epochs")
    func rounds() throws {
        let run = try run(
            networks + "let set = points(ring().sample(100))\n"
                + "train(gan, on: set, rounds: 3, batch: 32, discriminatorEpochs: 2).count")
        #expect(run.datum == .int(3 * (2 + 1) * 4))
    }

    @Test("A frame shows samples over the verdict and the losses; it is a function of the state")
    func frameInThePlane() throws {
        let context = PreludeContext()
        let display = RecordingDisplay(wantsFrames: true)
        context.display = display
        _ = try run(networks + "train(gan, on: ring(), steps: 2, batch: 8)", context: context)
        let frame = try #require(display.frames.last)
        #expect(frame.title == "G against D on ring of 8 modes")
        #expect(frame.step == 2 && frame.steps == 2)
        let text = frame.figure.text(width: 100, height: 24)
        #expect(text.contains("real") && text.contains("fake") && text.contains("losses"))
        #expect(text.contains("losses do not measure the quality of samples"))
        #expect(frame.lines[0].hasPrefix("step 2 of 2  D "))
        #expect(frame.lines[0].contains("accuracy"))
    }

    @Test("A frame shows the discriminator's advice if asked, and the training is the same")
    func arrowsInThePlane() throws {
        var weights: [String] = []
        for (arrows, loss) in [
            ("true", "nonSaturating()"), ("false", "nonSaturating()"), ("true", "relativistic()"),
        ] {
            let context = PreludeContext()
            let display = RecordingDisplay(wantsFrames: true)
            context.display = display
            let result = try run(
                """
                let G = Sequential(Dense(4, 16), relu, Dense(16, 2)); let D = Sequential(Dense(2, 16), relu, Dense(16, 1))
                let gan = GAN(G, D, noise: 4, loss: \(loss))
                let h = train(gan, on: ring(), steps: 3, batch: 8, arrows: \(arrows))
                print(gan.sample(2))
                """, context: context)
            #expect(result.error == "")
            weights.append(result.output)
            let text = try #require(display.frames.last).figure.text(width: 100, height: 24)
            #expect(text.contains("advice of D") == (arrows == "true"))
        }
        #expect(weights[0] == weights[1])
    }

    @Test("A critic's frame shows scores and the gap instead of accuracy")
    func frameOfACritic() throws {
        let context = PreludeContext()
        let display = RecordingDisplay(wantsFrames: true)
        context.display = display
        let result = try run(
            """
            let G = Sequential(Dense(4, 2)); let D = Sequential(Dense(2, 1))
            train(GAN(G, D, noise: 4, loss: wasserstein(penalty: 10)), on: ring(), steps: 2, batch: 8).accuracy
            """, context: context)
        #expect(result.error == "")
        #expect(result.datum == .none)
        let frame = try #require(display.frames.last)
        #expect(frame.lines[0].contains("gap") && !frame.lines[0].contains("accuracy"))
        #expect(frame.figure.text(width: 100, height: 24).contains("score"))
    }

    @Test("How many samples obey their class is seen where D names classes, and only there")
    func frameOfAGANWithClasses() throws {
        let context = PreludeContext()
        let display = RecordingDisplay(wantsFrames: true)
        context.display = display
        let result = try run(
            """
            let G = Sequential(Dense(6, 2)); let D = Sequential(Dense(2, 3))
            let gan = GAN(G, D, noise: 4, classes: 2)
            let seen = train(gan, on: moons(), steps: 2, batch: 8) { step in ["seen": step.classAccuracy] }
            print(seen.seen == seen.classAccuracy, all(tensor(seen.classAccuracy) <= 1), seen)
            let plain = GAN(Sequential(Dense(4, 2)), Sequential(Dense(2, 1)), noise: 4)
            train(plain, on: moons(), steps: 1, batch: 8).classAccuracy
            """, context: context)
        #expect(result.error == "")
        #expect(result.output.hasPrefix("true true history of 2 steps"))
        #expect(result.output.contains("in which D finds the class that was asked for is"))
        #expect(result.datum == .none)
        #expect(display.frames.contains { $0.lines[0].contains("class accuracy") })
        #expect(display.frames.last?.lines[0].contains("class accuracy") == false)
    }

    @Test("Images are shown as a grid from the same noise")
    func frameOfImages() throws {
        let context = PreludeContext()
        let display = RecordingDisplay(wantsFrames: true)
        context.display = display
        let result = try run(
            """
            let G = Sequential(Dense(4, 64), tanh, Reshape(1, 8, 8)); let D = Sequential(Flatten(), Dense(64, 1))
            train(GAN(G, D, noise: 4), on: points(zeros(20, 1, 8, 8)), steps: 2, batch: 8)
            """, context: context)
        #expect(result.error == "")
        #expect(display.frames.count == 2)
        #expect(display.frames[0].figure.summary == "2 figures side by side")
    }

    @Test("After an interruption the history so far is bound, and what follows does not run")
    func interruption() async {
        // In a process of its own: everything that computes looks at the flag.
        await #expect(processExitsWith: .success) {
            let context = PreludeContext()
            var printed = ""
            var text = ""
            try runOnLargeStack {
                let interpreter = Library.interpreter(context: context) { printed += $0 }
                interpreter.poll = { try Interruption.check() }
                interpreter.bind(
                    "stopNow",
                    to: .function(
                        FunctionValue(
                            NativeFunction(name: "stopNow", parameters: []) { _ in
                                Interruption.requested.store(true, ordering: .relaxed)
                                return .none
                            })))
                let source =
                    networks + """
                        let history = train(gan, on: ring(), steps: 500, batch: 8) { step in
                            if step.number == 3 { stopNow() }
                        }
                        print("not reached")
                        """
                let parsed = interpreter.parse(SourceFile(name: "test", text: source))
                #expect(throws: Interrupted.self) { try interpreter.run(parsed.program) }
                if let history = interpreter.value(of: "history") {
                    text = try interpreter.text(history)
                }
            }
            #expect(printed == "")
            #expect(text.hasPrefix("history of 3 steps, interrupted"))
        }
    }

    @Test("Numbers that run away are an error that names the step; the networks keep their values")
    func divergence() throws {
        let run = try run(
            """
            let G = Sequential(Dense(4, 2)); let D = Sequential(Dense(2, 1))
            let optG = SGD(G, lr: 1e20); let optD = SGD(D, lr: 1e20)
            train(GAN(G, D, noise: 4, discriminatorOptimizer: optD, generatorOptimizer: optG), on: ring(), steps: 50)
            """)
        #expect(run.error.contains("the numbers ran away at step"))
        #expect(run.error.contains("smaller learning rate"))
    }

    @Test("explain tells the six steps and changes both networks once")
    func explanation() throws {
        let run = try run(networks + "let g0 = copy(G); explain(gan, on: ring()); print(same(G, g0))")
        #expect(run.error == "")
        for step in [
            "1  sample random noise", "5  backpropagate through both",
            "6  change only the generator's weights",
        ] {
            #expect(run.output.contains(step))
        }
        #expect(run.output.hasSuffix("false\n"))
    }

    @Test("The same seed prints the same, another seed something else")
    func seeds() throws {
        let script = networks + "print(train(gan, on: ring(), steps: 10).discriminatorLoss)"
        let first = try run(script, context: PreludeContext(seed: 3)).output
        #expect(first == (try run(script, context: PreludeContext(seed: 3)).output))
        #expect(first != (try run(script, context: PreludeContext(seed: 4)).output))
        #expect(first == (try run("seed(3)\n" + script, context: PreludeContext(seed: 4)).output))
    }
}
