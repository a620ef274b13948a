import Text

extension Interpreter {
    /// The place in the source of the instruction that the innermost call is at.
    var currentSite: (site: Site, source: SourceFile)? {
        let frame = stack.pointee.frame
        guard frame >= stack.pointee.firstFrame else { return nil }
        return site(of: frame)
    }

    private func site(of frame: UnsafeMutablePointer<CallFrame>) -> (site: Site, source: SourceFile) {
        let code = frame.pointee.code.pointee
        let position = frame.pointee.next - UnsafePointer(code.instructions) - 1
        return code.prototype._withUnsafeGuaranteedRef { ($0.site(of: max(0, position)), $0.source) }
    }

    /// Makes a diagnostic of a mistake at the instruction that is under way.
    ///
    /// - Parameters:
    ///   - operands: the source of each operand as the mistake counts them, if that is another order than
    ///     the one they are written in.
    ///   - span: what to underline, if the mistake cannot say it.
    func diagnose(_ mistake: Mistake, operands: [SourceRange?]? = nil, span: Span? = nil) -> Diagnostic {
        let mistake = mistake.readable
        guard let (site, source) = currentSite else {
            let nowhere = SourceFile(name: "call", text: "")
            return Diagnostic(
                construct: mistake.construct, problem: mistake.problem, note: mistake.note,
                span: Span(source: nowhere, start: 0, end: 0), suggestions: mistake.suggestions)
        }
        let spans = (operands ?? site.operands).map { extent in extent.map { source.span($0) } }
        var diagnostic = mistake.diagnostic(
            whole: source.span(site.whole), callee: site.callee.map { source.span($0) }, arguments: spans,
            construct: site.construct.isEmpty ? "expression" : site.construct)
        diagnostic.note = withoutRepetition(diagnostic.note, spans.compactMap { $0?.text })
        if let span { diagnostic.span = span }
        diagnostic.trail = trail
        return diagnostic
    }

    /// The note where an operand is a literal, whose value need not be told twice: of `"a" is the String "a"`
    /// it leaves `"a" is a String`.
    private func withoutRepetition(_ note: String, _ operands: [String]) -> String {
        var note = note
        for operand in Set(operands) where note.hasPrefix("\(operand) is") || note.contains(" \(operand) is")
        {
            for kind in ["Int", "Double", "String", "Bool"] {
                note = note.replacing(
                    "\(operand) is the \(kind) \(operand)", with: "\(operand) is \(withArticle(kind))")
            }
            if note == "\(operand) is \(operand)" { note = "" }
            note = note.replacing("nil is nil", with: "there is nil")
        }
        return note
    }

    /// The calls under way, the innermost first; of a very deep one the ends.
    private var trail: [CallSite] {
        let first = stack.pointee.firstFrame
        var frame = stack.pointee.frame
        var sites: [CallSite] = []
        while frame > first {
            let caller = frame - 1
            let (site, source) = site(of: caller)
            let title = frame.pointee.code.pointee.prototype._withUnsafeGuaranteedRef { $0.title }
            sites.append(CallSite(function: title, span: source.span(site.whole)))
            frame = caller
        }
        return sites
    }

    /// Ends every call from `entry` on: lets go of their registers.
    func unwind(_ entry: UnsafeMutablePointer<CallFrame>) {
        var register = entry.pointee.registers
        let top = stack.pointee.top
        while register < top {
            if register.pointee.isObject { register.replace(with: .empty) }
            register += 1
        }
        stack.pointee.frame = entry - 1
    }

    // MARK: Mistakes of every sort

    /// What the host has to say on this occasion, as the end of a note.
    func advised(_ occasion: Occasion) -> String { advice.words(on: occasion).map { "; \($0)" } ?? "" }

    /// What an error of the host's code is to the learner; nil for one that has its place in the source already, and
    /// for a signal. This is the border: no other error gets past it.
    func learnersMistake(_ error: any Error) -> Mistake? {
        switch error {
        case let mistake as Mistake: mistake
        case is Diagnostic, is any ControlSignal: nil
        default:
            Mistake(
                problem: "this failed for a reason that the program cannot tell",
                note: "it is no mistake of yours: please report the line that led to it")
        }
    }

    /// A name that nothing is bound to.
    func unknownName(_ prototype: Unmanaged<Prototype>, _ global: Int) -> Mistake {
        let (name, locals, below) = prototype._withUnsafeGuaranteedRef {
            ($0.globals[global].name, $0.localNames, $0.bindingBelow($0.globals[global].name))
        }
        if name == "_" {
            return Mistake(
                construct: "`_`", problem: "there is no result yet",
                note: "it stands for the value of the last cell that had one")
        }
        var mistake = Mistake(
            construct: "name", problem: "`\(name)` is not known", note: "no `let`, `var` or `func` binds it",
            place: .callee)
        if let span = bindingsToCome[name] {
            mistake.problem = "`\(name)` is used before it is bound"
            mistake.note = "it gets its value further down, in line \(span.position.line)"
        } else if let below {
            mistake.problem = "`\(name)` is used before it is bound"
            mistake.note =
                "in a block a name is bound before its use: move line \(below.position.line) further up"
        } else if locals.contains(name) {
            mistake.problem = "`\(name)` is not known here"
            mistake.note = "it is bound inside a block, or further down in this one: bind it before the block"
        } else {
            let candidates = Set(globalTable.boundNames).union(locals)
            if let words = advice.words(on: .unknownName(name, bound: candidates)) {
                mistake.note = words
            } else {
                mistake.suggestions = nearNames(to: name, among: candidates.sorted())
                if !mistake.suggestions.isEmpty { mistake.note = "" }
            }
        }
        return mistake
    }

    func noCondition(_ slot: Slot) -> Mistake {
        var note = "it is \(slot.phrase)"
        switch slot.tag {
        case Tag.int, Tag.double: note += "; compare it: `x != 0`"
        case Tag.string, Tag.list, Tag.dictionary: note += "; ask for `.isEmpty`"
        case Tag.none: note += "; compare it: `x != nil`"
        case Tag.host where slot.asHost.number != nil: note += "; compare it: `x != 0`"
        case Tag.host: note += advised(.condition(kind: slot.kindName))
        default: break
        }
        return Mistake(problem: "a condition must be true or false", note: note, place: .argument(0))
    }

    func noFunction(_ slot: Slot) -> Mistake {
        Mistake(
            construct: "call", problem: "this is no function", note: "it is \(slot.phrase)" + use(of: slot),
            place: .callee)
    }

    /// What to do with a value that cannot be called, as the end of a note.
    private func use(of slot: Slot) -> String {
        switch slot.head {
        case Tag.list, Tag.dictionary: "; a part is taken with brackets: `x[0]`"
        default: advised(.use(kind: slot.kindName))
        }
    }

    func tooManyCalls() -> Mistake {
        Mistake(
            construct: "limit", problem: "calls are nested too deeply",
            note: "\(limits.calls) may be under way at once; does a function call itself without end?")
    }
}

extension Mistake {
    /// How many bytes of a problem or a note are told.
    private static let mostBytes = 4_000

    /// The mistake with no more text than a person reads: a script may put megabytes into its own.
    fileprivate var readable: Mistake {
        guard problem.utf8.count > Self.mostBytes || note.utf8.count > Self.mostBytes else { return self }
        func cut(_ text: String) -> String {
            guard text.utf8.count > Self.mostBytes else { return text }
            let head = String(text.unicodeScalars.prefix(Self.mostBytes / 4))
            return head + "… (\(text.utf8.count) bytes in all)"
        }
        var mistake = self
        mistake.problem = cut(problem)
        mistake.note = cut(note)
        return mistake
    }
}
