// The kernels' three compilations (SSE2: 0, AVX2: 1, AVX-512: 2) against each other, bit for bit. In C, without a
// library, so that the same comparisons run in the tests and on an emulated processor.
#pragma once

/// What a comparison found; the first difference, if there is one.
typedef struct {
    long numbers, differing;
    const char *kernel;
    int kind;
    long place;
    float expected, found;
} VariantComparison;

/// Whether this processor runs a compilation.
int variant_runs(int variant);

/// The name of a group of kernels; null beyond the last.
const char *variant_group(int group);

/// Runs the kernels of a group as SSE2 and as `variant` on the same numbers, infinities, NaNs, zeros of both signs
/// and a denormal among them. A NaN equals any other. Not for two threads at once.
VariantComparison variant_compare(int variant, int group);
