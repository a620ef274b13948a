#include "layout.h"

#include "cloned.h"

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

// Squares of 16 x 16, each a line of the cache wide and high.
CLONED void kernel_transpose(const float *x, float *out, long rows, long columns, long from, long to) {
    for (long r = from; r < to; r += 16) {
        long last_row = r + 16 < to ? r + 16 : to;
        for (long c = 0; c < columns; c += 16) {
            long last_column = c + 16 < columns ? c + 16 : columns;
            for (long j = c; j < last_column; j++) {
                for (long i = r; i < last_row; i++) out[j * rows + i] = x[i * columns + j];
            }
        }
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
