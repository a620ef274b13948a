import Prelude
import Testing

@Suite struct HelpTests {
    @Test("Help shows signature, parameters, example, errors and what to read next")
    func page() throws {
        let text = try #require(Help.text(about: "matmul"))
        #expect(
            text == """
                matmul(a: Tensor, b: Tensor) -> Tensor

                The matrix product of the last two axes.

                The same as `a @ b`.

                Example
                    print(matmul(tensor([[1, 2]]), tensor([[3], [4]])))

                prints
                    [[11]]

                Errors
                  Inner sizes that differ.

                See also: einsum, outer
                """)
    }

    @Test("Help finds a name in other letters, and by a beginning that is one name's only")
    func nearlyNamed() {
        #expect(Help.text(about: "DENSE")?.hasPrefix("Dense(") == true)
        #expect(Help.text(about: "fashion")?.hasPrefix("fashionMnist(") == true)
        #expect(Help.text(about: "nothing") == nil)
    }

    @Test("Help of a function, a name, an object and nothing prints")
    func printing() throws {
        let byFunction = try run("help(conv2d)").output
        #expect(byFunction == (try run("help(\"conv2d\")").output))
        #expect(try run("help(ring())").output.contains(".sampleShape"))
        #expect(try run("help()").output.contains("Making tensors"))
    }

    @Test("Help about an unknown name suggests near ones")
    func unknown() throws {
        #expect(
            try run("help(\"conv3d\")").error == """
                test.duel:1:6: call of help: there is no function `conv3d`
                  1 | help("conv3d")
                    |      ^^^^^^^^  `help()` lists all topics; did you mean `Conv2D` or `conv2d`?
                """)
    }
}
