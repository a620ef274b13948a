/// What a function is about: a heading of the reference, a group of `?`.
public enum Topic: String, CaseIterable, Sendable {
    case language = "Printing and the session"
    case numbers = "Numbers"
    case text = "Text"
    case lists = "Lists and dictionaries"
    case creation = "Making tensors"
    case random = "Random numbers"
    case elementwise = "Element by element"
    case comparison = "Comparing"
    case reductions = "Sums, averages, extremes"
    case shaping = "Shapes and pieces"
    case products = "Products"
    case images = "Convolutions and pooling"
    case normalization = "Normalization"
    case gradients = "Gradients"
    case activations = "Activations"
    case layers = "Layers"
    case networks = "Networks"
    case optimizers = "Optimizers"
    case losses = "Losses"
    case ganLosses = "Losses of GANs"
    case data = "Data"
    case training = "Training"
    case measures = "Measures"
    case figures = "Figures"
    case files = "Files"
    case expecting = "Expecting"
    case checks = "Checks"

    /// The heading.
    public var title: String { rawValue }
}
