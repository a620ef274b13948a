#include "inline_math.h"
#include "reductions.h"

// The row's largest value is taken off first, so that no exponential overflows. A row of -infinity only
// keeps its NaN, as in every other library.
INLINE double exponentials_of_row(const float *x, float largest, float *out, long count) {
    for (long i = 0; i < count; i++) out[i] = exponential(x[i] - largest);
    return kernel_sum(out, count);
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
        if (!(magnitude(largest) < __builtin_inff())) {
            out[row] = largest;
            continue;
        }
        double total = 0;
        for (long start = 0; start < columns; start += 1024) {
            float exponentials[1024];
            long length = columns - start < 1024 ? columns - start : 1024;
            total += exponentials_of_row(x + start, largest, exponentials, length);
        }
        out[row] = largest + logarithm((float)total);
    }
}

CLONED void kernel_log_softmax_rows(const float *x, float *out, long rows, long columns) {
    for (long row = 0; row < rows; row++, x += columns, out += columns) {
        float largest = kernel_max(x, columns);
        float log_total = 0;
        if (columns <= 1024) {
            float exponentials[1024];
            log_total = logarithm((float)exponentials_of_row(x, largest, exponentials, columns));
        } else {
            kernel_log_sum_exp_rows(x, &log_total, 1, columns);
            log_total -= largest;
        }
        for (long i = 0; i < columns; i++) out[i] = (x[i] - largest) - log_total;
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
