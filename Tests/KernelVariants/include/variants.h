// The three compilations of a kernel under names of their own, by the names that the compiler gives them,
// so that a test can run each and compare the bits.
#pragma once

#include "elementwise.h"
#include "images.h"
#include "random.h"
#include "reductions.h"
#include "updates.h"

#define VARIANTS(result, name, ...)                                                                          \
    result name##_avx512(__VA_ARGS__) __asm__(#name ".avx512f.0");                                           \
    result name##_avx2(__VA_ARGS__) __asm__(#name ".avx2.1");                                                \
    result name##_sse2(__VA_ARGS__) __asm__(#name ".default.2")

VARIANTS(void, kernel_unary, UnaryKernel kind, const float *x, float *out, long count, float parameter);
VARIANTS(void, kernel_binary, BinaryKernel kind, const float *a, long a_step, const float *b, long b_step,
         float *out, long count, float parameter);
VARIANTS(double, kernel_sum, const float *x, long count);
VARIANTS(double, kernel_dot, const float *a, const float *b, long count);
VARIANTS(void, kernel_reduce_axis, Reduction kind, const float *x, float *out, long outer, long axis, long inner,
         long from, long to);
VARIANTS(void, kernel_softmax_rows, const float *x, float *out, long rows, long columns);
VARIANTS(void, kernel_channel_statistics, const float *x, float *mean, float *variance, long outer,
         long channels, long inner, long from, long to);
VARIANTS(void, kernel_channel_sums, const float *a, const float *b, float *sums, float *products, long outer,
         long channels, long inner, long from, long to);
VARIANTS(void, kernel_channel_combine, const float *x, const float *x_scale, const float *y, const float *y_scale,
         const float *shift, float *out, long outer, long channels, long inner);
VARIANTS(void, kernel_image_to_columns, const float *image, float *out, const ImagePatches *patches);
VARIANTS(void, kernel_columns_to_image, const float *columns, float *image, const float *start,
         const ImagePatches *patches);
VARIANTS(void, kernel_adam_update, float *parameter, const float *gradient, float *first, float *second,
         long count, const AdamStep *options);
VARIANTS(void, kernel_random_uniform, uint64_t key, uint64_t first, float *out, long count);
VARIANTS(void, kernel_random_normal, uint64_t key, uint64_t first, float *out, long count);

/// Whether this processor runs the AVX-512 (2), AVX2 (1) or SSE2 (0) compilation.
int variant_runs(int variant);
