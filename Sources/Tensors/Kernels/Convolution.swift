import CKernels

/// Convolutions as matrix products: each window of an image becomes a row of a matrix (one for each place of
/// the output, of `patch` elements), which the weight, as [outChannels, patch], multiplies.
///
/// Within a window the channels come last, so that a line of it lies in one run of memory and is copied, or
/// added back, at the memory's pace. The image is turned once for that, the weight once for all images.
///
/// A chunk of work is a group of images, so each thread writes the columns that it multiplies at once,
/// while they are in its cache.
extension Kernels {
    /// out = convolution of x with weight, plus bias of each output channel.
    static func convolve(_ x: Source, weight: Source, bias: Source?, _ out: Target, _ g: ConvolutionGeometry)
        throws
    {
        guard g.batch * g.outSize > 0 else { return }
        let blas = try BLAS.get()
        let scratch = try ConvolutionScratch(g, width: blas.width)
        let turned = try ConvolutionWeight(weight, g)
        defer { extendLifetime(turned) }
        try Threads.run(chunks: g.groups, width: scratch.width) { chunk, worker in
            let images = scratch.images(ofGroup: chunk)
            let places = images.count * g.outArea
            let first = out + images.lowerBound * g.outSize
            let columns = scratch.readColumns(of: x, images, worker)
            let product = images.count == 1 ? first : scratch.maps(worker)
            blas.product(
                false, !g.needsNoColumns, m: g.outChannels, n: places, k: g.patch, alpha: 1, turned.pointer,
                row: g.patch, columns, row: g.needsNoColumns ? places : g.patch, beta: 0, product, row: places
            )
            if images.count > 1 { scratch.separate(product, images: images.count, into: first) }
            if let bias {
                addToChannels(first, bias, images: images.count, channels: g.outChannels, area: g.outArea)
            }
        }
    }

    /// The gradient for x of `convolve`, and the forward pass of a transposed convolution of `gradient`
    /// [batch, outChannels, outHeight, outWidth]; `bias` is added to each channel of x's shape.
    static func convolveTransposed(
        _ gradient: Source, weight: Source, bias: Source?, _ out: Target, _ g: ConvolutionGeometry
    ) throws {
        guard g.batch * g.imageSize > 0 else { return }
        guard g.outSize > 0 else { return try fill(out, 0, count: g.batch * g.imageSize) }
        let blas = try BLAS.get()
        let scratch = try ConvolutionScratch(g, width: blas.width)
        let turned = try ConvolutionWeight(weight, g)
        defer { extendLifetime(turned) }
        try Threads.run(chunks: g.groups, width: scratch.width) { chunk, worker in
            let images = scratch.images(ofGroup: chunk)
            let places = images.count * g.outArea
            let first = out + images.lowerBound * g.imageSize
            let maps = scratch.joined(gradient, images, worker)
            if g.needsNoColumns {
                blas.product(
                    true, false, m: g.patch, n: places, k: g.outChannels, alpha: 1, weight, row: g.patch,
                    maps,
                    row: places, beta: 0, first, row: places)
                if let bias {
                    addToChannels(first, bias, images: images.count, channels: g.channels, area: places)
                }
            } else {
                let columns = scratch.columns(worker)
                blas.product(
                    true, false, m: places, n: g.patch, k: g.outChannels, alpha: 1, maps, row: places,
                    turned.pointer, row: g.patch, beta: 0, columns, row: g.patch)
                scratch.addColumns(columns, images: images.count, bias: bias, to: first, worker)
            }
        }
    }

    /// The gradient for the weight of `convolve`, [outChannels, patch].
    static func convolutionWeightGradient(
        _ x: Source, gradient: Source, _ out: Target, _ g: ConvolutionGeometry
    ) throws {
        let size = g.outChannels * g.patch
        guard size > 0 else { return }
        guard g.batch * g.outArea > 0 else { return try fill(out, 0, count: size) }
        let blas = try BLAS.get()
        let scratch = try ConvolutionScratch(g, width: blas.width)
        // So many partial sums whatever the number of threads, added up in their order.
        let sums = min(4, g.groups)
        let each = (g.groups + sums - 1) / sums
        let partial = try Buffer(count: (g.hasOneOrder ? sums - 1 : sums) * size)
        defer { extendLifetime(partial) }
        let total = g.hasOneOrder ? out : partial.pointer + (sums - 1) * size
        try Threads.run(chunks: sums, width: scratch.width) { chunk, worker in
            let target = chunk == 0 ? total : partial.pointer + (chunk - 1) * size
            for index in chunk * each..<max(chunk * each, min(g.groups, (chunk + 1) * each)) {
                let images = scratch.images(ofGroup: index)
                let places = images.count * g.outArea
                let columns = scratch.readColumns(of: x, images, worker)
                let maps = scratch.joined(gradient, images, worker)
                blas.product(
                    false, g.needsNoColumns, m: g.outChannels, n: g.patch, k: places, alpha: 1, maps,
                    row: places, columns, row: g.needsNoColumns ? places : g.patch,
                    beta: index == chunk * each ? 0 : 1, target, row: g.patch)
            }
        }
        for chunk in 1..<max(1, sums) where chunk * each < g.groups {
            try accumulate(partial.pointer + (chunk - 1) * size, into: total, count: size)
        }
        if !g.hasOneOrder { ConvolutionWeight.turnBack(total, out, g) }
    }

    private static func addToChannels(_ x: Target, _ bias: Source, images: Int, channels: Int, area: Int) {
        for image in 0..<images {
            for channel in 0..<channels {
                let plane = x + (image * channels + channel) * area
                kernel_scale_shift(plane, 1, bias[channel], plane, area)
            }
        }
    }
}
