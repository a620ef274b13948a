import Testing

@testable import Script

/// The table of opcodes fits the machine.
struct OpcodeTests {
    @Test("A field that a row's words name is one that the row declares, and the other way round")
    func fields() {
        for opcode in Opcode.allCases {
            let row = opcode.row
            for (name, field) in [("{a}", row.a), ("{b}", row.b), ("{c}", row.c)] {
                let isSpokenOf = field != .unused && field != .count
                // A place and a text name the registers that they stand on by themselves.
                let isNamedByC = row.c == .place && name == "{a}" || row.c == .text && name == "{b}"
                #expect(row.effect.contains(name) == (isSpokenOf && !isNamedByC), "\(opcode) \(name)")
            }
            #expect(row.effect.contains("{to}") == (row.jump != .none), "\(opcode)")
            #expect(row.effect.contains("{op}") == (row.operation != nil), "\(opcode)")
            #expect(row.jump != .short || row.a == .unused, "\(opcode) keeps its jump in a")
            #expect(
                row.jump != .long || (row.b == .unused && row.c == .unused),
                "\(opcode) keeps its jump in b, c")
        }
    }

    @Test("The three forms of comparison stand in the order of the operators")
    func order() {
        let comparisons: [BinaryOperator] = [
            .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual,
        ]
        for (first, find) in [
            (Opcode.less, { $0.registers }), (.jumpUnlessLess, { $0.jump }),
            (.jumpUnlessLessConstant, { $0.jumpOnConstant }),
        ] as [(Opcode, (Opcode.OfOperator) -> Opcode?)] {
            for operation in comparisons {
                #expect(find(Opcode.of(operation))?.comparison(from: first) == operation, "\(operation)")
            }
        }
    }

    @Test("Every operator has an opcode, and each opcode of an operator is found by it")
    func operators() {
        var found: Set<Opcode> = []
        for operation in BinaryOperator.allCases {
            let opcodes = Opcode.of(operation)
            found.formUnion(
                [opcodes.registers, opcodes.constant, opcodes.jump, opcodes.jumpOnConstant].compactMap { $0 })
        }
        #expect(found == Set(Opcode.allCases.filter { $0.row.operation != nil }))
    }

    @Test("An instruction takes eight bytes, and gives back what was put in")
    func instruction() {
        #expect(MemoryLayout<Instruction>.size == 8)
        for opcode in Opcode.allCases {
            var instruction = Instruction(opcode, 1, 2, 0xFFFF, flags: 7)
            #expect(instruction.opcode == opcode)
            #expect((instruction.a, instruction.b, instruction.c) == (1, 2, 0xFFFF))
            #expect(instruction.flags == 7)
            instruction.distance = -3
            #expect(instruction.distance == -3)
            #expect((instruction.opcode, instruction.a, instruction.flags) == (opcode, 1, 7))
        }
    }
}
