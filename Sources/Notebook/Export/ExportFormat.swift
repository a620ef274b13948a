/// The formats a notebook is exported to, known by a file name's ending.
public enum ExportFormat: String, CaseIterable, Sendable {
    /// Jupyter's notebooks, nbformat 4.5.
    case ipynb
    /// A page that needs no other file.
    case html
    /// Markdown with outputs as blocks of code.
    case md

    /// The format of a path.
    ///
    /// - Throws: `CommandProblem` that lists the endings there are.
    public init(path: String) throws(CommandProblem) {
        let ending = path.split(separator: ".").last.map(String.init) ?? ""
        guard path.contains("."), let format = ExportFormat(rawValue: ending) else {
            throw CommandProblem("an export's name ends in .ipynb, .html or .md, which \(path) does not")
        }
        self = format
    }

    /// A notebook in this format.
    ///
    /// - Throws: `Mistake` if a picture cannot be drawn.
    public func text(of notebook: ExportedNotebook) throws -> String {
        switch self {
        case .ipynb: try JupyterExport.text(of: notebook)
        case .html: HTMLExport.text(of: notebook)
        case .md: MarkdownExport.text(of: notebook)
        }
    }
}
