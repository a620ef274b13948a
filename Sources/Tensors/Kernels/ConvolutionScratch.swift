import CKernels

/// What each thread needs for itself in a convolution: the matrix of columns of a group of images, and their
/// output maps side by side, [outChannels, images of the group, places].
struct ConvolutionScratch {
    let geometry: ConvolutionGeometry
    /// How many threads it has room for.
    let width: Int
    private let columnsBuffer: Buffer
    private let mapsBuffer: Buffer
    private let columnsSize: Int
    private let mapsSize: Int

    init(_ geometry: ConvolutionGeometry, width most: Int) throws {
        self.geometry = geometry
        width = min(most, Threads.count, geometry.groups)
        let places = geometry.group * geometry.outArea
        columnsSize = geometry.needsNoColumns ? 0 : geometry.patch * places
        mapsSize = geometry.group == 1 ? 0 : geometry.outChannels * places
        columnsBuffer = try Buffer(count: width * columnsSize)
        mapsBuffer = try Buffer(count: width * mapsSize)
    }

    func columns(_ worker: Int) -> Kernels.Target { columnsBuffer.pointer + worker * columnsSize }
    func maps(_ worker: Int) -> Kernels.Target { mapsBuffer.pointer + worker * mapsSize }

    func images(ofGroup index: Int) -> Range<Int> {
        index * geometry.group..<min(geometry.batch, (index + 1) * geometry.group)
    }

    /// The windows of these images as columns.
    func readColumns(of x: Kernels.Source, _ images: Range<Int>, _ worker: Int) -> Kernels.Source {
        let first = x + images.lowerBound * geometry.imageSize
        if geometry.needsNoColumns { return first }
        let target = columns(worker)
        withUnsafePointer(to: geometry.patches) { patches in
            for image in 0..<images.count {
                kernel_image_to_columns(
                    first + image * geometry.imageSize, target + image * geometry.outArea, patches,
                    images.count * geometry.outArea)
            }
        }
        return UnsafePointer(target)
    }

    /// Adds columns to the places of the images that they stand for.
    func addColumns(_ columns: Kernels.Source, images: Int, to first: Kernels.Target) {
        kernel_fill(first, 0, images * geometry.imageSize)
        withUnsafePointer(to: geometry.patches) { patches in
            for image in 0..<images {
                kernel_columns_to_image(
                    columns + image * geometry.outArea, first + image * geometry.imageSize, patches,
                    images * geometry.outArea)
            }
        }
    }

    /// The output maps of these images side by side; those of a single image are that already.
    func joined(_ maps: Kernels.Source, _ images: Range<Int>, _ worker: Int) -> Kernels.Source {
        let first = maps + images.lowerBound * geometry.outSize
        if images.count == 1 { return first }
        let target = self.maps(worker)
        for image in 0..<images.count {
            for channel in 0..<geometry.outChannels {
                (target + (channel * images.count + image) * geometry.outArea)
                    .update(
                        from: first + (image * geometry.outChannels + channel) * geometry.outArea,
                        count: geometry.outArea)
            }
        }
        return UnsafePointer(target)
    }

    /// The opposite of `joined`.
    func separate(_ maps: Kernels.Source, images: Int, into first: Kernels.Target) {
        for image in 0..<images {
            for channel in 0..<geometry.outChannels {
                (first + (image * geometry.outChannels + channel) * geometry.outArea)
                    .update(
                        from: maps + (channel * images + image) * geometry.outArea, count: geometry.outArea)
            }
        }
    }
}
