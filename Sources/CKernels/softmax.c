#include "inline_math.h"
#include "reductions.h"

// The row's largest value is taken off first, so that no exponential overflows. What is infinite shares the
// whole sum, which is the limit of large numbers. A row of -infinity only has no limit: it keeps its NaN, as
// in every other library.
INLINE double exponentials_of_row(const float *x, float largest, float *out, long count) {
    if (largest == __builtin_inff()) {
        for (long i = 0; i < count; i++) out[i] = x[i] == largest ? 1.0f : 0.0f;
    } else {
        for (long i = 0; i < count; i++) out[i] = exponential(x[i] - largest);
    }
    return kernel_sum(out, count);
}

INLINE float log_of_exponentials(const float *x, float largest, long count) {
    double total = 0;
    for (long start = 0; start < count; start += 1024) {
        float exponentials[1024];
        long length = count - start < 1024 ? count - start : 1024;
        total += exponentials_of_row(x + start, largest, exponentials, length);
    }
    return logarithm((float)total);
}

CLONED void kernel_softmax_rows(const float *x, float *out, long rows, long columns) {
    for (long row = 0; row < rows; row++, x += columns, out += columns) {
        float total = (float)exponentials_of_row(x, kernel_max(x, columns), out, columns);
        for (long i = 0; i < columns; i++) out[i] = out[i] / total;
    }
}

CLONED void kernel_log_sum_exp_rows(const float *x, float *out, long rows, long columns) {
    for (long row = 0; row < rows; row++, x += columns) {
        float largest = kernel_max(x, columns);
        out[row] = largest;
        if (magnitude(largest) < __builtin_inff()) out[row] += log_of_exponentials(x, largest, columns);
    }
}

CLONED void kernel_log_softmax_rows(const float *x, float *out, long rows, long columns) {
    for (long row = 0; row < rows; row++, x += columns, out += columns) {
        float largest = kernel_max(x, columns);
        float log_total = log_of_exponentials(x, largest, columns);
        if (largest == __builtin_inff()) {
            for (long i = 0; i < columns; i++) out[i] = (x[i] == largest ? 0.0f : -largest) - log_total;
        } else {
            for (long i = 0; i < columns; i++) out[i] = (x[i] - largest) - log_total;
        }
    }
}

void kernel_cumulative_sum(const float *x, float *out, long outer, long axis, long inner) {
    for (long o = 0; o < outer; o++) {
        for (long j = 0; j < inner; j++) {
            double total = 0;
            for (long k = 0; k < axis; k++) {
                long at = (o * axis + k) * inner + j;
                total += (double)x[at];
                out[at] = (float)total;
            }
        }
    }
}
