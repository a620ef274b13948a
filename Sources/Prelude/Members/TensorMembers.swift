import Script
import Tensors

extension ObjectKind where Object == TensorObject {
    static var tensor: Self { Self(kind: .tensor) }
}

extension Entry {
    static let tensorMembers: [Entry] = [
        property(
            .tensor, "shape", "The size of each axis, as a list.",
            example: "print(zeros(2, 3).shape)", prints: "[2, 3]", seeAlso: ["reshape"]
        ) { $0.tensor.shape.dimensions },
        property(
            .tensor, "rank", "The number of axes.", example: "print(zeros(2, 3).rank)", prints: "2"
        ) { $0.tensor.rank },
        property(
            .tensor, "count", "The number of elements.", example: "print(zeros(2, 3).count)", prints: "6"
        ) { $0.tensor.count },
        property(
            .tensor, "T", "The transpose: the axes in reverse order.", returns: .tensor,
            example: "print(tensor([[1, 2, 3]]).T)", prints: "[[1],\n [2],\n [3]]", seeAlso: ["transpose"]
        ) { Value.object(TensorObject(try transpose($0.tensor), role: $0.role)) },
        property(
            .tensor, "isRecorded", "Whether a gradient can flow from it.",
            example: "let w = variable(tensor([1, 2]))\nprint(sum(w).isRecorded, detach(w).isRecorded)",
            prints: "true false", seeAlso: ["variable", "detach"]
        ) { $0.tensor.isRecorded },
    ]
}
