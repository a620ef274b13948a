import Plots

/// A notebook in Jupyter's format, nbformat 4.5.
enum JupyterExport {
    static func text(of notebook: ExportedNotebook) throws -> String {
        let cells = try notebook.cells.enumerated().map { try cell($1, id: "cell-\($0 + 1)") }
        let kernel: JSONText = .object([
            ("display_name", .string("Duel")), ("language", .string("duel")), ("name", .string("duel")),
        ])
        let language: JSONText = .object([
            ("file_extension", .string(".duel")), ("mimetype", .string("text/x-duel")),
            ("name", .string("duel")), ("pygments_lexer", .string("swift")),
        ])
        let metadata: JSONText = .object([
            ("kernelspec", kernel), ("language_info", language), ("title", .string(notebook.title)),
        ])
        return JSONText.object([
            ("cells", .list(cells)), ("metadata", metadata), ("nbformat", .number(4)),
            ("nbformat_minor", .number(5)),
        ]).written() + "\n"
    }

    private static func cell(_ cell: ExportedNotebook.Cell, id: String) throws -> JSONText {
        switch cell {
        case .markdown(let source):
            return .object([
                ("cell_type", .string("markdown")), ("id", .string(id)), ("metadata", .object([])),
                ("source", .lines(source)),
            ])
        case .code(let source, let number, let outputs):
            return .object([
                ("cell_type", .string("code")), ("execution_count", number.map(JSONText.number) ?? .null),
                ("id", .string(id)), ("metadata", .object([])),
                ("outputs", .list(try outputs.map { try output($0, number: number) })),
                ("source", .lines(source)),
            ])
        }
    }

    private static func output(_ output: ExportedNotebook.Output, number: Int?) throws -> JSONText {
        switch output {
        case .printed(let text):
            return .object([
                ("name", .string("stdout")), ("output_type", .string("stream")), ("text", .lines(text)),
            ])
        case .result(let text):
            return result([("text/plain", .lines(text))], number)
        case .figure(let figure):
            let picture = base64(try figure.png(width: 640))
            let text = figure.text(width: 80, height: 24, style: .plain)
            return result([("image/png", .string(picture)), ("text/plain", .lines(text))], number)
        case .error(let text):
            let lines = text.split(separator: "\n").map { JSONText.string(String($0)) }
            return .object([
                ("ename", .string("Error")), ("evalue", .string(String(text.prefix { $0 != "\n" }))),
                ("output_type", .string("error")), ("traceback", .list(lines)),
            ])
        }
    }

    private static func result(_ data: [(String, JSONText)], _ number: Int?) -> JSONText {
        .object([
            ("data", .object(data)), ("execution_count", number.map(JSONText.number) ?? .null),
            ("metadata", .object([])), ("output_type", .string("execute_result")),
        ])
    }
}
