import Plots
import Prelude
import Text

/// Cells with what they printed and gave: what an export writes.
public struct ExportedNotebook {
    /// One thing that a cell gave.
    public enum Output {
        /// What it printed.
        case printed(String)
        /// Its result as text.
        case result(String)
        /// Its result as a picture.
        case figure(Figure)
        /// Why it stopped.
        case error(String)
    }

    /// One part: prose, or a cell of code.
    public enum Part {
        /// Prose.
        case markdown(String)
        /// Code with the number under which it ran, if it did.
        case code(CellSource, number: Int?, outputs: [Output])
    }

    /// The document's title.
    public let title: String
    /// The parts in their order.
    public let parts: [Part]

    /// A session as it stands.
    public init(session: Session, title: String = "A Duel session") {
        self.title = title
        parts = session.cells.flatMap { ran -> [Part] in
            let code = Part.code(ran.source, number: ran.number, outputs: Self.outputs(of: ran, in: session))
            return ran.source.prose.isEmpty ? [code] : [.markdown(ran.source.prose), code]
        }
    }

    /// The document that messages call `name`, without outputs.
    public init(document: CellDocument, name: String) {
        title = document.title ?? name
        parts = document.cells.filter { !$0.isBlank }.map { cell in
            switch cell.kind {
            case .markdown: .markdown(cell.markdown)
            case .code: .code(CellSource(cell, of: name), number: nil, outputs: [])
            }
        }
    }

    /// A document whose cells are run, one after the other, by a session of their own. Cells after one that
    /// fails still run, as they would in a notebook.
    ///
    /// - Parameters:
    ///   - name: what messages call the document.
    ///   - lesson: the lesson that it is, whose cells draw the random numbers that learners see in it.
    public init(
        running document: CellDocument, name: String, lesson: Lesson? = nil, in session: Session
    ) {
        title = document.title ?? name
        var page = 0
        parts = document.cells.filter { !$0.isBlank }.map { cell in
            guard cell.kind == .code else { return .markdown(cell.markdown) }
            let streamName = lesson.map { LessonWalk.streamName(page, of: $0) }
            let ran = session.run(CellSource(cell, of: name, streamName: streamName))
            page += 1
            return .code(ran.source, number: ran.number, outputs: Self.outputs(of: ran, in: session))
        }
    }

    /// Whether a cell stopped with an error.
    public var hasErrors: Bool {
        parts.contains { part in
            guard case .code(_, _, let outputs) = part else { return false }
            return outputs.contains { if case .error = $0 { true } else { false } }
        }
    }

    private static func outputs(of cell: SessionCell, in session: Session) -> [Output] {
        var outputs: [Output] = []
        if !cell.output.isEmpty { outputs.append(.printed(escaped(cell.output, for: .terminal))) }
        let texts = ResultText(appearance: Appearance(width: 92))
        switch cell.outcome {
        case .done:
            guard let result = cell.result else { break }
            if let figure = result.picture {
                outputs.append(.figure(figure))
            } else {
                outputs.append(.result(texts.result(result, session.interpreter).string))
            }
        case .failed(let error): outputs.append(.error(texts.error(error).string))
        case .interrupted: outputs.append(.error("stopped"))
        }
        return outputs
    }
}
