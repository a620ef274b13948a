// Sums, extremes, softmax and statistics. Sums are taken in double precision in sixteen partial sums.
#pragma once

typedef enum __attribute__((enum_extensibility(closed))) Reduction : int {
    ReductionSum,
    ReductionMax,
    ReductionMin,
    ReductionNorm,
} Reduction;

/// The sum of x, and of its squares.
double kernel_sum(const float *x, long count);
double kernel_sum_of_squares(const float *x, long count);

/// The largest element, NaN if there is one; count > 0.
float kernel_max(const float *x, long count);

/// 1 when every element is a finite number.
int kernel_all_finite(const float *x, long count);

/// out[outer, inner] from x[outer, axis, inner], for columns `from` up to `to` of inner; axis > 0.
void kernel_reduce_axis(Reduction kind, const float *x, float *out, long outer, long axis, long inner, long from,
                        long to);

/// The place along the axis of the first largest (or smallest) element; a NaN counts as both.
void kernel_arg_extreme(int smallest, const float *x, float *out, long outer, long axis, long inner);

/// Softmax, its logarithm, and the logarithm of the sum of exponentials of each row.
void kernel_softmax_rows(const float *x, float *out, long rows, long columns);
void kernel_log_softmax_rows(const float *x, float *out, long rows, long columns);
void kernel_log_sum_exp_rows(const float *x, float *out, long rows, long columns);

/// Sums from the first element on along the axis of x[outer, axis, inner].
void kernel_cumulative_sum(const float *x, float *out, long outer, long axis, long inner);

/// Mean and (biased) variance of each channel of x[outer, channels, inner], for channels from ..< to.
void kernel_channel_statistics(const float *x, float *mean, float *variance, long outer, long channels,
                               long inner, long from, long to);

/// sums[c] = the sum of a[., c, .] and products[c] that of a * b, for channels from ..< to.
void kernel_channel_sums(const float *a, const float *b, float *sums, float *products, long outer, long channels,
                         long inner, long from, long to);
