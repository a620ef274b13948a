#include "reductions.h"

#include "lanes.h"

INLINE double sum_of(const float *x, long count) {
    wide8 first = {0}, second = {0};
    long i = 0;
    for (; i + LANES <= count; i += LANES) {
        LOAD8(u, x + i);
        LOAD8(v, x + i + 8);
        first += WIDEN(u);
        second += WIDEN(v);
    }
    first += second;
    double total = TOTAL(first);
    for (; i < count; i++) total += (double)x[i];
    return total;
}

INLINE double dot_of(const float *a, const float *b, long count) {
    wide8 first = {0}, second = {0};
    long i = 0;
    for (; i + LANES <= count; i += LANES) {
        LOAD8(p, a + i);
        LOAD8(q, b + i);
        LOAD8(r, a + i + 8);
        LOAD8(s, b + i + 8);
        first += WIDEN(p) * WIDEN(q);
        second += WIDEN(r) * WIDEN(s);
    }
    first += second;
    double total = TOTAL(first);
    for (; i < count; i++) total += (double)a[i] * (double)b[i];
    return total;
}

INLINE double squares_about(const float *x, double mean, long count) {
    wide8 first = {0}, second = {0};
    long i = 0;
    for (; i + LANES <= count; i += LANES) {
        LOAD8(u, x + i);
        LOAD8(v, x + i + 8);
        wide8 p = WIDEN(u) - mean, q = WIDEN(v) - mean;
        first += p * p;
        second += q * q;
    }
    first += second;
    double total = TOTAL(first);
    for (; i < count; i++) {
        double off = (double)x[i] - mean;
        total += off * off;
    }
    return total;
}

INLINE float largest_of(const float *x, long count) {
    float largest = x[0];
    long i = 0;
    if (count >= 8) {
        LOAD8(best, x);
        for (i = 8; i + 8 <= count; i += 8) {
            LOAD8(v, x + i);
            masks8 takes = (v > best) | (v != v);
            best = CHOOSE(takes, v, best);
        }
        for (int lane = 0; lane < 8; lane++) {
            float v = best[lane];
            if (v > largest || v != v) largest = v;
        }
    }
    for (; i < count; i++) {
        if (x[i] > largest || x[i] != x[i]) largest = x[i];
    }
    return largest;
}

INLINE float smallest_of(const float *x, long count) {
    float smallest = x[0];
    long i = 0;
    if (count >= 8) {
        LOAD8(best, x);
        for (i = 8; i + 8 <= count; i += 8) {
            LOAD8(v, x + i);
            masks8 takes = (v < best) | (v != v);
            best = CHOOSE(takes, v, best);
        }
        for (int lane = 0; lane < 8; lane++) {
            float v = best[lane];
            if (v < smallest || v != v) smallest = v;
        }
    }
    for (; i < count; i++) {
        if (x[i] < smallest || x[i] != x[i]) smallest = x[i];
    }
    return smallest;
}

CLONED double kernel_sum(const float *x, long count) { return sum_of(x, count); }

CLONED double kernel_sum_of_squares(const float *x, long count) { return dot_of(x, x, count); }

CLONED float kernel_max(const float *x, long count) { return largest_of(x, count); }

CLONED int kernel_all_finite(const float *x, long count) {
    uint32_t found = 0;
    for (long i = 0; i < count; i++) {
        uint32_t bits;
        memcpy(&bits, x + i, sizeof bits);
        found |= (bits & 0x7f800000u) == 0x7f800000u;
    }
    return !found;
}

// A row after the other into sums that the first cache holds: memory is read from its beginning to its end.
#define BLOCK 256

INLINE void sum_columns(const float *slab, float *line, long axis, long inner, long from, long to) {
    for (long start = from; start < to; start += BLOCK) {
        long length = to - start < BLOCK ? to - start : BLOCK;
        double sums[BLOCK];
        for (long j = 0; j < length; j++) sums[j] = 0;
        long k = 0;
        for (; k + 4 <= axis; k += 4) {
            const float *row = slab + k * inner + start;
            for (long j = 0; j < length; j++) {
                double upper = (double)row[j] + (double)row[inner + j];
                double lower = (double)row[2 * inner + j] + (double)row[3 * inner + j];
                sums[j] += upper + lower;
            }
        }
        for (; k < axis; k++) {
            for (long j = 0; j < length; j++) sums[j] += (double)slab[k * inner + start + j];
        }
        for (long j = 0; j < length; j++) line[start + j] = (float)sums[j];
    }
}

INLINE void norm_columns(const float *slab, float *line, long axis, long inner, long from, long to) {
    for (long start = from; start < to; start += BLOCK) {
        long length = to - start < BLOCK ? to - start : BLOCK;
        double sums[BLOCK];
        for (long j = 0; j < length; j++) sums[j] = 0;
        for (long k = 0; k < axis; k++) {
            const float *row = slab + k * inner + start;
            for (long j = 0; j < length; j++) sums[j] += (double)row[j] * (double)row[j];
        }
        for (long j = 0; j < length; j++) line[start + j] = (float)__builtin_elementwise_sqrt(sums[j]);
    }
}

INLINE void extreme_columns(int smallest, const float *slab, float *line, long axis, long inner, long from,
                            long to) {
    memcpy(line + from, slab + from, (size_t)(to - from) * sizeof(float));
    for (long k = 1; k < axis; k++) {
        const float *row = slab + k * inner;
        if (smallest) {
            for (long j = from; j < to; j++) {
                float v = row[j], best = line[j];
                int takes = (v < best) | (v != v);
                line[j] = takes ? v : best;
            }
        } else {
            for (long j = from; j < to; j++) {
                float v = row[j], best = line[j];
                int takes = (v > best) | (v != v);
                line[j] = takes ? v : best;
            }
        }
    }
}

CLONED void kernel_reduce_axis(Reduction kind, const float *x, float *out, long outer, long axis, long inner,
                               long from, long to) {
    for (long o = 0; o < outer; o++) {
        const float *slab = x + o * axis * inner;
        float *line = out + o * inner;
        if (inner == 1) {
            switch (kind) {
            case ReductionSum: *line = (float)sum_of(slab, axis); break;
            case ReductionMax: *line = largest_of(slab, axis); break;
            case ReductionMin: *line = smallest_of(slab, axis); break;
            case ReductionNorm: *line = (float)__builtin_elementwise_sqrt(dot_of(slab, slab, axis)); break;
            }
        } else if (kind == ReductionSum) {
            sum_columns(slab, line, axis, inner, from, to);
        } else if (kind == ReductionNorm) {
            norm_columns(slab, line, axis, inner, from, to);
        } else {
            extreme_columns(kind == ReductionMin, slab, line, axis, inner, from, to);
        }
    }
}

void kernel_arg_extreme(int smallest, const float *x, float *out, long outer, long axis, long inner) {
    for (long o = 0; o < outer; o++) {
        for (long j = 0; j < inner; j++) {
            const float *column = x + o * axis * inner + j;
            float best = column[0];
            long place = 0;
            for (long k = 1; k < axis && best == best; k++) {
                float v = column[k * inner];
                if ((smallest ? v < best : v > best) || v != v) {
                    best = v;
                    place = k;
                }
            }
            out[o * inner + j] = (float)place;
        }
    }
}

// Where a channel is a column of [outer, channels], rows are read one after the other here too.
INLINE void column_statistics(const float *x, float *mean, float *variance, long outer, long channels, long from,
                              long to) {
    for (long start = from; start < to; start += BLOCK) {
        long length = to - start < BLOCK ? to - start : BLOCK;
        double centers[BLOCK], squares[BLOCK];
        for (long j = 0; j < length; j++) centers[j] = squares[j] = 0;
        for (long o = 0; o < outer; o++) {
            const float *row = x + o * channels + start;
            for (long j = 0; j < length; j++) centers[j] += (double)row[j];
        }
        for (long j = 0; j < length; j++) centers[j] /= (double)outer;
        for (long o = 0; o < outer; o++) {
            const float *row = x + o * channels + start;
            for (long j = 0; j < length; j++) {
                double off = (double)row[j] - centers[j];
                squares[j] += off * off;
            }
        }
        for (long j = 0; j < length; j++) {
            mean[start + j] = (float)centers[j];
            variance[start + j] = (float)(squares[j] / (double)outer);
        }
    }
}

CLONED void kernel_channel_statistics(const float *x, float *mean, float *variance, long outer, long channels,
                                      long inner, long from, long to) {
    if (inner == 1) {
        column_statistics(x, mean, variance, outer, channels, from, to);
        return;
    }
    double count = (double)outer * (double)inner;
    for (long c = from; c < to; c++) {
        double total = 0, squares = 0;
        for (long o = 0; o < outer; o++) {
            total += sum_of(x + (o * channels + c) * inner, inner);
        }
        double center = total / count;
        for (long o = 0; o < outer; o++) {
            squares += squares_about(x + (o * channels + c) * inner, center, inner);
        }
        mean[c] = (float)center;
        variance[c] = (float)(squares / count);
    }
}

INLINE void column_sums(const float *a, const float *b, float *sums, float *products, long outer, long channels,
                        long from, long to) {
    for (long start = from; start < to; start += BLOCK) {
        long length = to - start < BLOCK ? to - start : BLOCK;
        double plain[BLOCK], weighted[BLOCK];
        for (long j = 0; j < length; j++) plain[j] = weighted[j] = 0;
        for (long o = 0; o < outer; o++) {
            const float *left = a + o * channels + start, *right = b + o * channels + start;
            for (long j = 0; j < length; j++) {
                plain[j] += (double)left[j];
                weighted[j] += (double)left[j] * (double)right[j];
            }
        }
        for (long j = 0; j < length; j++) {
            sums[start + j] = (float)plain[j];
            products[start + j] = (float)weighted[j];
        }
    }
}

CLONED void kernel_channel_sums(const float *a, const float *b, float *sums, float *products, long outer,
                                long channels, long inner, long from, long to) {
    if (inner == 1) {
        column_sums(a, b, sums, products, outer, channels, from, to);
        return;
    }
    for (long c = from; c < to; c++) {
        double plain = 0, weighted = 0;
        for (long o = 0; o < outer; o++) {
            long at = (o * channels + c) * inner;
            plain += sum_of(a + at, inner);
            weighted += dot_of(a + at, b + at, inner);
        }
        sums[c] = (float)plain;
        products[c] = (float)weighted;
    }
}
