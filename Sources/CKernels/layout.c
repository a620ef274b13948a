#include "layout.h"

#include "lanes.h"

// Steps a position through all but the last axis and moves `offset` with it.
INLINE long next_row(long *position, const long *strides, const long *sizes, int rank, long offset) {
    for (int axis = rank - 2; axis >= 0; axis--) {
        offset += strides[axis];
        if (++position[axis] < sizes[axis]) return offset;
        position[axis] = 0;
        offset -= strides[axis] * sizes[axis];
    }
    return offset;
}

INLINE long row_count(const long *sizes, int rank) {
    long rows = 1;
    for (int axis = 0; axis < rank - 1; axis++) rows *= sizes[axis];
    return rows;
}

void kernel_copy_strided(const float *x, const long *strides, float *out, const long *sizes, int rank) {
    long position[8] = {0};
    long rows = row_count(sizes, rank), length = sizes[rank - 1], step = strides[rank - 1], offset = 0;
    for (long row = 0; row < rows; row++, out += length) {
        const float *from = x + offset;
        if (step == 1) {
            memcpy(out, from, (size_t)length * sizeof(float));
        } else {
            for (long i = 0; i < length; i++) out[i] = from[i * step];
        }
        offset = next_row(position, strides, sizes, rank, offset);
    }
}

void kernel_scatter_strided(const float *x, float *out, const long *strides, const long *sizes, int rank,
                            int adds) {
    long position[8] = {0};
    long rows = row_count(sizes, rank), length = sizes[rank - 1], step = strides[rank - 1], offset = 0;
    for (long row = 0; row < rows; row++, x += length) {
        float *to = out + offset;
        if (adds) {
            for (long i = 0; i < length; i++) to[i * step] += x[i];
        } else {
            for (long i = 0; i < length; i++) to[i * step] = x[i];
        }
        offset = next_row(position, strides, sizes, rank, offset);
    }
}

// Eight rows of eight, turned in registers: pairs, then pairs of pairs, then halves change places.
INLINE void transpose_square(const float *x, long columns, float *out, long rows) {
    LOAD8(a0, x);
    LOAD8(a1, x + columns);
    LOAD8(a2, x + 2 * columns);
    LOAD8(a3, x + 3 * columns);
    LOAD8(a4, x + 4 * columns);
    LOAD8(a5, x + 5 * columns);
    LOAD8(a6, x + 6 * columns);
    LOAD8(a7, x + 7 * columns);
#define EVEN(p, q) __builtin_shufflevector(p, q, 0, 8, 1, 9, 4, 12, 5, 13)
#define ODD(p, q) __builtin_shufflevector(p, q, 2, 10, 3, 11, 6, 14, 7, 15)
    lanes8 b0 = EVEN(a0, a1), b1 = ODD(a0, a1), b2 = EVEN(a2, a3), b3 = ODD(a2, a3);
    lanes8 b4 = EVEN(a4, a5), b5 = ODD(a4, a5), b6 = EVEN(a6, a7), b7 = ODD(a6, a7);
#define LOW(p, q) __builtin_shufflevector(p, q, 0, 1, 8, 9, 4, 5, 12, 13)
#define HIGH(p, q) __builtin_shufflevector(p, q, 2, 3, 10, 11, 6, 7, 14, 15)
    lanes8 c0 = LOW(b0, b2), c1 = HIGH(b0, b2), c2 = LOW(b1, b3), c3 = HIGH(b1, b3);
    lanes8 c4 = LOW(b4, b6), c5 = HIGH(b4, b6), c6 = LOW(b5, b7), c7 = HIGH(b5, b7);
#define FIRST(p, q) __builtin_shufflevector(p, q, 0, 1, 2, 3, 8, 9, 10, 11)
#define SECOND(p, q) __builtin_shufflevector(p, q, 4, 5, 6, 7, 12, 13, 14, 15)
    lanes8 d[8] = {FIRST(c0, c4),  FIRST(c1, c5),  FIRST(c2, c6),  FIRST(c3, c7),
                   SECOND(c0, c4), SECOND(c1, c5), SECOND(c2, c6), SECOND(c3, c7)};
    for (int i = 0; i < 8; i++) memcpy(out + i * rows, &d[i], sizeof d[i]);
}

// Sixteen rows at a time, so that each line of out that is fetched into the cache is filled at once: with
// sizes that are powers of two, all of a column's lines want the same few places there.
CLONED void kernel_transpose(const float *x, float *out, long rows, long columns, long from, long to) {
    long r = from;
    while (r + 8 <= to) {
        long height = r + 16 <= to ? 16 : 8;
        long c = 0;
        for (; c + 8 <= columns; c += 8) {
            transpose_square(x + r * columns + c, columns, out + c * rows + r, rows);
            if (height == 16) {
                transpose_square(x + (r + 8) * columns + c, columns, out + c * rows + r + 8, rows);
            }
        }
        for (; c < columns; c++) {
            for (long i = r; i < r + height; i++) out[c * rows + i] = x[i * columns + c];
        }
        r += height;
    }
    for (; r < to; r++) {
        for (long c = 0; c < columns; c++) out[c * rows + r] = x[r * columns + c];
    }
}

void kernel_gather(const float *x, const long *indices, float *out, long outer, long axis, long inner,
                   long index_count) {
    for (long o = 0; o < outer; o++, x += axis * inner) {
        for (long i = 0; i < index_count; i++, out += inner) {
            memcpy(out, x + indices[i] * inner, (size_t)inner * sizeof(float));
        }
    }
}

CLONED void kernel_scatter_add(const float *x, const long *indices, float *out, long outer, long axis, long inner,
                               long index_count) {
    for (long o = 0; o < outer; o++, out += axis * inner) {
        for (long i = 0; i < index_count; i++, x += inner) {
            float *to = out + indices[i] * inner;
            for (long j = 0; j < inner; j++) to[j] += x[j];
        }
    }
}

void kernel_scatter_add_flat(const float *x, const int *places, float *out, long count) {
    for (long i = 0; i < count; i++) out[places[i]] += x[i];
}

void kernel_gather_flat(const float *x, const int *places, float *out, long count) {
    for (long i = 0; i < count; i++) out[i] = x[places[i]];
}
