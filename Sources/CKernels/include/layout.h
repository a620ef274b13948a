// Moving elements: slices, transpositions, gathering by index, and back.
#pragma once

/// out (contiguous, of `sizes`) = x read with a stride for each axis.
void kernel_copy_strided(const float *x, const long *strides, float *out, const long *sizes, int rank);

/// The other way: out, walked with a stride for each axis, is set to x or has it added.
void kernel_scatter_strided(const float *x, float *out, const long *strides, const long *sizes, int rank,
                            int adds);

/// out[column, row] = x[row, column], for rows from ..< to.
void kernel_transpose(const float *x, float *out, long rows, long columns, long from, long to);

/// out[o, i, :] = x[o, indices[i], :] for x[outer, axis, inner]; indices are within 0 ..< axis.
void kernel_gather(const float *x, const long *indices, float *out, long outer, long axis, long inner,
                   long index_count);

/// out[o, indices[i], :] += x[o, i, :], in the order of the indices.
void kernel_scatter_add(const float *x, const long *indices, float *out, long outer, long axis, long inner,
                        long index_count);

/// out[places[i]] += x[i], and out[i] = x[places[i]].
void kernel_scatter_add_flat(const float *x, const int *places, float *out, long count);
void kernel_gather_flat(const float *x, const int *places, float *out, long count);
