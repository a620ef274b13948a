import CKernels

/// What the threads need for themselves in a convolution: the matrix of columns of a group of images, one
/// image with its channels last, and the group's output maps side by side, [outChannels, images, places].
struct ConvolutionScratch {
    let geometry: ConvolutionGeometry
    /// How many threads it has room for.
    let width: Int
    private let columnsBuffer: Buffer
    private let imageBuffer: Buffer
    private let mapsBuffer: Buffer
    private let columnsSize: Int
    private let imageSize: Int
    private let mapsSize: Int

    init(_ geometry: ConvolutionGeometry, width most: Int) throws {
        self.geometry = geometry
        width = min(most, Threads.count, geometry.groups)
        let places = geometry.group * geometry.outArea
        columnsSize = geometry.needsNoColumns ? 0 : geometry.patch * places
        imageSize = geometry.needsNoColumns || geometry.channels == 1 ? 0 : geometry.imageSize
        mapsSize = geometry.group == 1 ? 0 : geometry.outChannels * places
        columnsBuffer = try Buffer(count: width * columnsSize)
        imageBuffer = try Buffer(count: width * imageSize)
        mapsBuffer = try Buffer(count: width * mapsSize)
    }

    func columns(_ worker: Int) -> Kernels.Target { columnsBuffer.pointer + worker * columnsSize }
    func maps(_ worker: Int) -> Kernels.Target { mapsBuffer.pointer + worker * mapsSize }

    func images(ofGroup index: Int) -> Range<Int> {
        index * geometry.group..<min(geometry.batch, (index + 1) * geometry.group)
    }

    /// The windows of these images, [images, places, patch]; an image itself, [patch, places], where it needs
    /// no columns.
    func readColumns(of x: Kernels.Source, _ images: Range<Int>, _ worker: Int) -> Kernels.Source {
        let first = x + images.lowerBound * geometry.imageSize
        if geometry.needsNoColumns { return first }
        let target = columns(worker)
        withUnsafePointer(to: geometry.patches) { patches in
            for image in 0..<images.count {
                kernel_image_to_columns(
                    channelsLast(first + image * geometry.imageSize, worker),
                    target + image * geometry.outArea * geometry.patch, patches)
            }
        }
        return UnsafePointer(target)
    }

    private func channelsLast(_ image: Kernels.Source, _ worker: Int) -> Kernels.Source {
        if imageSize == 0 { return image }
        let target = imageBuffer.pointer + worker * imageSize
        kernel_transpose(
            image, target, geometry.channels, geometry.height * geometry.width, 0, geometry.channels)
        return UnsafePointer(target)
    }

    /// Adds columns to the places of the images that they stand for, and to those the bias of each channel.
    func addColumns(
        _ columns: Kernels.Source, images: Int, bias: Kernels.Source?, to first: Kernels.Target, _ worker: Int
    ) {
        let area = geometry.height * geometry.width
        withUnsafePointer(to: geometry.patches) { patches in
            for image in 0..<images {
                let out = first + image * geometry.imageSize
                let target = imageSize == 0 ? out : imageBuffer.pointer + worker * imageSize
                kernel_columns_to_image(
                    columns + image * geometry.outArea * geometry.patch, target, bias, patches)
                if imageSize > 0 { kernel_transpose(target, out, area, geometry.channels, 0, area) }
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

/// A convolution's weight, [outChannels, channels, window], as its columns are: [outChannels, window, channels].
struct ConvolutionWeight {
    let pointer: Kernels.Source
    // What the pointer points into, unless both orders are the same.
    private let turned: Buffer?

    init(_ weight: Kernels.Source, _ geometry: ConvolutionGeometry) throws {
        if geometry.hasOneOrder {
            turned = nil
            pointer = weight
        } else {
            let buffer = try Buffer(count: geometry.outChannels * geometry.patch)
            for channel in 0..<geometry.outChannels {
                let place = channel * geometry.patch
                kernel_transpose(
                    weight + place, buffer.pointer + place, geometry.channels, geometry.window, 0,
                    geometry.channels)
            }
            turned = buffer
            pointer = UnsafePointer(buffer.pointer)
        }
    }

    /// The way back: the gradient for the columns' order becomes the gradient for the weight.
    static func turnBack(
        _ gradient: Kernels.Source, _ out: Kernels.Target, _ geometry: ConvolutionGeometry
    ) {
        for channel in 0..<geometry.outChannels {
            let place = channel * geometry.patch
            kernel_transpose(
                gradient + place, out + place, geometry.window, geometry.channels, 0, geometry.window)
        }
    }
}
