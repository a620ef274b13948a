import Text

/// A compiled program as text: each line of the source, and below it the instructions that it became.
///
///     ring.duel, 1 register
///        1  let total = 0
///            0  loadInt                   r0 = 0
///            1  bindGlobal                let total = r0
///
/// Fields are written as the table of opcodes says: registers by the names of the variables in them, constants,
/// globals, calls and parts in full. Functions follow the code that makes them.
struct Listing {
    private(set) var text = ""
    private let source: SourceFile
    private let lineStarts: [Int]

    /// The listing of a program's top level, and of every function in it.
    init(_ program: Prototype) {
        source = program.source
        var starts = [0]
        for (offset, byte) in source.bytes.enumerated() where byte == ASCII.lineFeed {
            starts.append(offset + 1)
        }
        lineStarts = starts
        add(program, title: source.name)
    }

    private mutating func add(_ prototype: Prototype, title: String) {
        let registers = prototype.code.pointee.registerCount
        text += "\(escaped(title, for: .line)), \(counted(registers, "register"))\n"
        var shown = -1
        for index in 0..<prototype.instructionCount {
            let line = line(of: prototype.site(of: index).whole)
            // What ends a block or a function is its beginning's; its line is not shown again.
            if line > shown {
                let number = String(line + source.firstLine).padded(leftTo: 4)
                text += "\(number)  \(self.text(ofLine: line))\n"
                shown = line
            }
            let instruction = prototype.instruction(index)
            let words = EffectOfInstruction(prototype, index).text
            let opcode = "\(instruction.opcode)".padded(to: 24)
            text += "\(String(index).padded(leftTo: 8))  \(opcode)  \(words)\n"
        }
        for function in prototype.functions {
            let parameters = function.parameters.map(\.label).joined(separator: ", ")
            let line = line(of: function.extent) + source.firstLine
            text += "\n"
            let name = function.name.isEmpty ? "closure" : function.name
            add(function, title: "\(name)(\(parameters)) of line \(line)")
        }
    }

    private func text(ofLine line: Int) -> String {
        let next = lineStarts.indices.contains(line + 1) ? lineStarts[line + 1] : source.bytes.count
        let text = source.text(from: lineStarts[line], to: next)
        return escaped(text.prefix { !$0.isNewline }, for: .line)
    }

    /// The line, counted from 0, in which an extent begins.
    private func line(of extent: SourceRange) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= Int(extent.start) { low = middle } else { high = middle }
        }
        return low
    }
}

/// What one instruction of a prototype does, in words.
private struct EffectOfInstruction {
    private let prototype: Prototype
    private let index: Int
    private let instruction: Instruction
    private let row: Opcode.Row

    init(_ prototype: Prototype, _ index: Int) {
        self.prototype = prototype
        self.index = index
        instruction = prototype.instruction(index)
        row = instruction.opcode.row
    }

    var text: String {
        var text = row.effect
        let isSwapped = row.operation != nil && instruction.flags & Flag.swapped != 0
        let (b, c) = isSwapped ? ("{c}", "{b}") : ("{b}", "{c}")
        let parts = [
            ("{a}", field(row.a, instruction.a)), (b, field(row.b, instruction.b)),
            (c, field(row.c, instruction.c)),
            ("{op}", row.operation?.symbol ?? ""), ("{to}", String(index + 1 + distance)),
            (
                "{value}",
                prototype.variableName(in: Int(instruction.a) + 3, at: index) ?? "r\(instruction.a + 3)"
            ),
            ("{let}", instruction.flags & Flag.constant != 0 ? "let" : "var"),
            ("{range}", instruction.flags & Flag.closed != 0 ? "..." : "..<"),
        ]
        // Each is put in once from the left, so that braces in a script's own text are left alone.
        var result = ""
        while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
            let name = String(text[open...close])
            result += text[..<open] + (parts.first { $0.0 == name }?.1 ?? name)
            text = String(text[text.index(after: close)...])
        }
        return result + text
    }

    private var distance: Int {
        switch row.jump {
        case .none: 0
        case .short: instruction.shortDistance
        case .long: instruction.distance
        }
    }

    // MARK: Fields

    private func field(_ field: Opcode.Field, _ number: UInt16) -> String {
        let position = Int(number)
        return switch field {
        case .unused, .count: ""
        case .register: register(position)
        case .registers(let count): registers(position, self.count(count))
        case .root:
            instruction.flags & Flag.globalRoot != 0
                ? prototype.globals[position].name : register(position)
        case .integer: String(Int16(bitPattern: number))
        case .constant: constant(position)
        case .global: prototype.globals[position].name
        case .capture: "captured \(position)"
        case .function: function(prototype.functions[position])
        case .text: string(prototype.texts[position])
        case .place: place(prototype.places[position])
        case .arguments: arguments(prototype.shapes[position], behind: Int(instruction.a))
        case .memberArguments: memberCall(prototype.shapes[position])
        case .items: items(prototype.shapes[position])
        case .memberName: prototype.shapes[position].name
        case .binaryOperator: BinaryOperator(rawValue: UInt8(truncatingIfNeeded: number))?.symbol ?? "?"
        case .statement: String(instruction.distance)
        }
    }

    private func count(_ count: Opcode.Count) -> Int {
        switch count {
        case .exactly(let number): number
        case .inB: Int(instruction.b)
        case .inC: Int(instruction.c)
        case .pairsInC: 2 * Int(instruction.c)
        }
    }

    /// A register by the name of the variable that lies in it.
    private func register(_ number: Int) -> String {
        prototype.variableName(in: number, at: index) ?? "r\(number)"
    }

    private func registers(_ first: Int, _ count: Int) -> String {
        guard count > 6 else { return (0..<count).map { register(first + $0) }.joined(separator: ", ") }
        return "\(register(first)) … \(register(first + count - 1))"
    }

    private func constant(_ number: Int) -> String {
        Value(prototype.code.pointee.constants[number]).keyText
    }

    private func function(_ function: Prototype) -> String {
        let line = function.definition.position.line
        return function.name.isEmpty ? "the closure of line \(line)" : "the function \(function.name)"
    }

    private func arguments(_ shape: CallShape, behind first: Int) -> String {
        let written = shape.labels.enumerated().map { position, label in
            (label.map { "\($0): " } ?? "") + register(first + 1 + position)
        }
        return "(\(written.joined(separator: ", ")))"
    }

    private func memberCall(_ shape: CallShape) -> String {
        let first = Int(instruction.a)
        return "\(register(first + 1)).\(shape.name)\(arguments(shape.withoutReceiver, behind: first + 1))"
    }

    /// The items of an index lie behind what is indexed; a range takes two registers.
    private func items(_ shape: CallShape) -> String {
        var next = Int(instruction.b) + 1
        return shape.labels.map { range in
            defer { next += range == nil ? 1 : 2 }
            return range.map { "\(register(next))\($0)\(register(next + 1))" } ?? register(next)
        }.joined(separator: ", ")
    }

    private func string(_ shape: TextShape) -> String {
        var next = Int(instruction.b)
        let pieces = shape.pieces.map { piece in
            switch piece {
            case .text(let range):
                return escaped(String(decoding: shape.literals[range], as: UTF8.self), for: .script)
            case .value:
                defer { next += 1 }
                return "\\(\(register(next)))"
            case .digits:
                defer { next += 2 }
                return "\\(\(register(next)), digits: \(register(next + 1)))"
            }
        }
        return "\"\(pieces.joined())\""
    }

    /// `grid[r3][r4] += r5`; the keys lie from R[a] on, of a call behind its arguments.
    private func place(_ shape: PlaceShape) -> String {
        let first = Int(instruction.a)
        func path(from keys: Int) -> String {
            shape.name + (0..<shape.depth).map { "[\(register(keys + $0))]" }.joined()
        }
        return switch shape.change {
        case .assign: "\(path(from: first)) = \(register(first + shape.depth))"
        case .combine(let operation):
            "\(path(from: first)) \(operation.symbol)= \(register(first + shape.depth))"
        case .call(let call):
            "\(register(first)) = \(path(from: first + 1 + call.count)).\(call.name)"
                + arguments(call.withoutReceiver, behind: first + 1)
        }
    }
}

extension Interpreter {
    /// The program as the machine carries it out: below each line of the source its instructions, with constants and
    /// names in full. For whoever wants to see what a program becomes; nothing runs.
    public func listing(of program: Program) throws -> String {
        Listing(try compile(program, globals: globalTable, advice: advice)).text
    }
}
