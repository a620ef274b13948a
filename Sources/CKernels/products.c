#include "products.h"

#include "cloned.h"

CLONED void kernel_small_product(int transposes_a, int transposes_b, long m, long n, long k, float alpha,
                                 const float *a, long a_row, const float *b, long b_row, float beta, float *c,
                                 long c_row) {
    long a_along_m = transposes_a ? 1 : a_row, a_along_k = transposes_a ? a_row : 1;
    for (long i = 0; i < m; i++) {
        float *line = c + i * c_row;
        const float *left = a + i * a_along_m;
        if (beta == 0.0f) {
            for (long j = 0; j < n; j++) line[j] = 0.0f;
        } else if (beta != 1.0f) {
            for (long j = 0; j < n; j++) line[j] *= beta;
        }
        if (transposes_b) {
            for (long j = 0; j < n; j++) {
                const float *right = b + j * b_row;
                float total = 0;
                for (long p = 0; p < k; p++) total += left[p * a_along_k] * right[p];
                line[j] += alpha * total;
            }
        } else {
            for (long p = 0; p < k; p++) {
                float factor = alpha * left[p * a_along_k];
                const float *right = b + p * b_row;
                for (long j = 0; j < n; j++) line[j] += factor * right[j];
            }
        }
    }
}
