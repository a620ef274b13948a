/// What to say about an unknown name that other languages know: `None`, `True`, `len`.
///
/// The note of "there is no name …"; nil for a name that is no one's habit.
public func noteOnForeignName(_ name: String) -> String? { foreignNames[name] }

private let foreignNames: [String: String] = [
    "True": "write `true`", "TRUE": "write `true`", "False": "write `false`", "FALSE": "write `false`",
    "None": "write `nil`", "null": "write `nil`", "NULL": "write `nil`", "undefined": "write `nil`",
    "len": "write `xs.count`", "length": "write `xs.count`", "size": "write `x.shape`",
    "range": "write `0..<n`, or `stride(from: 0, to: n, by: 2)`", "xrange": "write `0..<n`",
    "enumerate": "write `xs.enumerated()`",
    "int": "write `Int(x)`", "float": "write `Double(x)`", "str": "write `String(x)`",
    "list": "a list is `[1, 2]`", "dict": "a dictionary is `[\"a\": 1]`, an empty one `[:]`",
    "println": "write `print(x)`", "printf": "write `print(\"x is \\(x)\")`", "puts": "write `print(x)`",
    "echo": "write `print(x)`", "console": "write `print(x)`", "cout": "write `print(x)`",
    "self": "there are no classes here: give the value as a parameter",
    "this": "there are no classes here: give the value as a parameter",
    "np": "its functions are there without `np.`: `zeros(2, 3)`",
    "numpy": "its functions are there without `numpy.`: `zeros(2, 3)`",
    "torch": "its functions are there without `torch.`: `randn(2, 3)`",
    "nn": "layers are there without `nn.`: `Dense(2, 16)`",
    "tf": "its functions are there without `tf.`: `zeros(2, 3)`",
    "plt": "draw with `line(ys)`, `scatter(points)` or `histogram(xs)`",
    "math": "its functions are there without `math.`: `sqrt(2)`",
    "Math": "its functions are there without `Math.`: `sqrt(2)`",
    "random": "write `uniform(3)` or `randn(3)`", "rand": "write `uniform(3)`",
    "Linear": "write `Dense(inputs, outputs)`", "ReLU": "write `relu`",
    "LeakyReLU": "write `leakyRelu(slope: 0.2)`",
    "Sigmoid": "write `sigmoid`", "Tanh": "write `tanh`", "leaky_relu": "write `leakyRelu(slope: 0.2)`",
    "elif": "write `else if`", "pass": "an empty block is `{ }`", "end": "a block ends with `}`",
    "and": "write `&&`", "or": "write `||`", "not": "write `!`", "lambda": "a closure is `{ x in … }`",
]
