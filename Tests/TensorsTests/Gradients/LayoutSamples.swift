import Tensors

extension Sample {
    static let layouts: [Sample] = [
        Sample("reshape", [[3, 4]], formula: { $0[0] }, { try reshape($0[0], [2, -1]) }),
        Sample(
            "broadcast", [[3, 1]], formula: { x in x[0] + x[0] },
            {
                try transpose(broadcast(reshape($0[0], [3]), to: [2, 3]), axes: [0, 1])
            }),
        Sample("broadcast", [[2, 1, 3]]) { try broadcast($0[0], to: [2, 2, 4, 3]) },
        Sample(
            "transpose", [[2, 3]], formula: { x in [0, 3, 1, 4, 2, 5].map { x[0][$0] } },
            {
                try transpose($0[0])
            }),
        Sample("transpose", [[2, 3, 2, 2]]) { try transpose($0[0], axes: [2, 0, 3, 1]) },
        Sample("concatenate", [[2, 2], [2, 3], [2, 1], [2, 2]]) { try concatenate($0, axis: 1) },
        Sample("concatenate", [[2, 2], [1, 2]], formula: { $0[0] + $0[1] }, { try concatenate($0) }),
        Sample("stack", [[2, 3], [2, 3]]) { try stack($0, axis: -1) },
        Sample("split", [[4, 3]]) { operands in
            let parts = try split(operands[0], sizes: [1, 3])
            return try parts[0] * parts[1]
        },
        Sample("flip", [[4]], formula: { $0[0].reversed() }, { try flip($0[0]) }),
        Sample("flip", [[2, 3]]) { try flip($0[0], axis: 1) },
        Sample("place", [[2, 3]]) { try pad($0[0], [(1, 0), (2, 1)], value: 0.5) },
        Sample("tile", [[2, 3]]) { try tile($0[0], [2, 1, 3]) },
        Sample("squeeze", [[2, 1, 3]], formula: { $0[0] }, { try squeeze($0[0]) }),
        Sample("expandDims", [[2, 3]], formula: { $0[0] }, { try expandDims($0[0], axis: 1) }),
        Sample("slice", [[4, 5]]) {
            try index(
                $0[0],
                [.range(lower: 1, upper: nil, step: 2), .range(lower: nil, upper: 4, step: 3)])
        },
        Sample("slice", [[3, 4]]) { try index($0[0], [.at(-1)]) },
        Sample("gather", [[4, 3]]) { try gather($0[0], indices: [2, 0, 2, -1]) },
        Sample("gather", [[2, 3, 2]]) {
            try gather($0[0], indices: Tensor([0, 2, 2, 1], [2, 2]), axis: 1)
        },
        Sample("scatterAdd", [[4, 3]]) { try scatterAdd($0[0], indices: [2, 0, 2, 4], size: 5) },
        Sample("index mask", [[3, 4]]) { operands in
            let mask = try greater(operands[0].detached(), Tensor(0.02))
            return try index(operands[0], [.mask(mask)])
        },
        Sample("index pairs", [[3, 2, 4]]) {
            try index($0[0], [.indices(Tensor([0, 2, 2], [3])), .all, .indices(Tensor([1, 3, 1], [3]))])
        },
    ]
}
