/// The engine's loops over floats, as the operations see them: pointers and sizes, without shapes or checks.
/// Large ones are cut into chunks for the engine's threads.
///
/// Outputs have the size that the operation asks for and never overlap an input, unless they are the
/// input itself in an elementwise kernel.
enum Kernels {
    typealias Source = UnsafePointer<Float>
    typealias Target = UnsafeMutablePointer<Float>

    /// Elements that one chunk of work takes: of a copy or an addition, which the memory's pace decides, and
    /// of an exponential.
    static let plainGrain = 1 << 16
    static let costlyGrain = 1 << 14
}
