// Matrix products without OpenBLAS, for those so small that a call into it costs more, and for checking it.
#pragma once

/// c[m, n] = alpha * op(a) op(b) + beta * c, row-major and contiguous; op transposes when asked to.
void kernel_small_product(int transposes_a, int transposes_b, long m, long n, long k, float alpha,
                          const float *a, long a_row, const float *b, long b_row, float beta, float *c,
                          long c_row);
