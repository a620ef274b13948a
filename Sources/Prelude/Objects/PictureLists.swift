import Plots
import Script
import Tensors

extension Value {
    /// What is drawn for the value where results are shown: the figure it is, or the grid of a list of images.
    ///
    /// Tensors of one shape, [1, h, w] or [3, h, w] with sides of at least 4, count as images.
    public var picture: Figure? {
        if let figure { return figure }
        guard case .list(let list) = self, !list.isEmpty, list.count <= mostPictures, list.doubles == nil
        else { return nil }
        var tensors: [Tensor] = []
        for element in list {
            guard case .object(let object) = element, let tensor = (object as? TensorObject)?.tensor,
                isPicture(tensor.shape), tensor.shape == tensors.first?.shape ?? tensor.shape
            else { return nil }
            tensors.append(tensor)
        }
        return try? Figure.images(rasters(stack(tensors), nil), columns: min(tensors.count, 8))
    }
}

extension Value {
    /// What could be done with the value where its text says little: a batch of images is rows of numbers.
    public var advice: String? {
        guard case .object(let object) = self, let shape = (object as? TensorObject)?.tensor.shape,
            shape.dimensions.count == 4, isPicture(Shape(Array(shape.dimensions.dropFirst())))
        else { return nil }
        return "`images(_)` draws them"
    }
}

/// How many images a list may have to be drawn.
private let mostPictures = 256

private func isPicture(_ shape: Shape) -> Bool {
    let sizes = shape.dimensions
    return sizes.count == 3 && (sizes[0] == 1 || sizes[0] == 3) && sizes[1] >= 4 && sizes[2] >= 4
}
