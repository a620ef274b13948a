import Networks

extension ObjectKind where Object == GradientsObject {
    static var gradients: Self { Self(kind: .gradients) }
}

extension Entry {
    static let gradientsMembers: [Entry] = [
        property(
            .gradients, "count", "How many there are: one for each parameter.",
            example: """
                let G = Dense(2, 1)
                print(gradients(of: mean(G(ones(4, 2))), for: G).count)
                """, prints: "2", seeAlso: ["gradients"]
        ) { $0.gradients.tensors.count },
        property(
            .gradients, "names", "Which parameter each belongs to.",
            example: """
                let G = Dense(2, 1)
                print(gradients(of: mean(G(ones(4, 2))), for: G).names)
                """, prints: "[\"Dense weight\", \"Dense bias\"]", seeAlso: ["gradients"]
        ) { $0.gradients.parameters.map(\.name) },
    ]
}
