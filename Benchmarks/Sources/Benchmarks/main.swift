import Tensors

let limits = try MachineLimits.measure()
try limits.printed()
ElementwiseBenchmark.run(limits)
try ProductBenchmark.run(limits)
try ConvolutionBenchmark.run(limits)
try UpdateBenchmark.run(limits)
try OverheadBenchmark.run()
