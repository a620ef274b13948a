import FoundationEssentials
import Plots
import Text

/// A notebook in Jupyter's format, nbformat 4.5.
enum JupyterExport {
    static func text(of notebook: ExportedNotebook) throws -> String {
        let cells = try notebook.parts.enumerated().map { try cell($1, id: "cell-\($0 + 1)") }
        let kernel: JSON = .object([
            "display_name": .string("Duel"), "language": .string("duel"), "name": .string("duel"),
        ])
        let language: JSON = .object([
            "file_extension": .string(".duel"), "mimetype": .string("text/x-duel"),
            "name": .string("duel"), "pygments_lexer": .string("swift"),
        ])
        let metadata: JSON = .object([
            "kernelspec": kernel, "language_info": language, "title": .string(notebook.title),
        ])
        return JSON.object([
            "cells": .list(cells), "metadata": metadata, "nbformat": .whole(4), "nbformat_minor": .whole(5),
        ]).lines + "\n"
    }

    private static func cell(_ cell: ExportedNotebook.Part, id: String) throws -> JSON {
        switch cell {
        case .markdown(let source):
            return .object([
                "cell_type": .string("markdown"), "id": .string(id), "metadata": .object([:]),
                "source": lines(source),
            ])
        case .code(let source, let number, let outputs):
            return .object([
                "cell_type": .string("code"), "execution_count": number.map(JSON.whole) ?? .null,
                "id": .string(id), "metadata": .object([:]),
                "outputs": .list(try outputs.map { try output($0, number: number) }),
                "source": lines(source.text.trimmed),
            ])
        }
    }

    private static func output(_ output: ExportedNotebook.Output, number: Int?) throws -> JSON {
        switch output {
        case .printed(let text):
            return .object([
                "name": .string("stdout"), "output_type": .string("stream"), "text": lines(text),
            ])
        case .result(let text):
            return result(["text/plain": lines(text)], number)
        case .figure(let figure):
            let picture = Data(try figure.png(width: 640)).base64EncodedString()
            let text = figure.text(width: 80, height: 24)
            return result(["image/png": .string(picture), "text/plain": lines(text)], number)
        case .error(let text):
            let lines = text.split(separator: "\n").map { JSON.string(String($0)) }
            return .object([
                "ename": .string("Error"), "evalue": .string(String(text.prefix { $0 != "\n" })),
                "output_type": .string("error"), "traceback": .list(lines),
            ])
        }
    }

    private static func result(_ data: [String: JSON], _ number: Int?) -> JSON {
        .object([
            "data": .object(data), "execution_count": number.map(JSON.whole) ?? .null,
            "metadata": .object([:]), "output_type": .string("execute_result"),
        ])
    }

    /// A text as a list of its lines, each with its line break.
    private static func lines(_ text: String) -> JSON {
        let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        let ended = lines.dropLast().map { $0 + "\n" } + lines.suffix(1).filter { !$0.isEmpty }
        return .list(ended.map(JSON.string))
    }
}
