// Kernels that take each element for itself, and those that move elements.
#include "compilations.h"
#include "groups.h"

static float out[ROOM], second[ROOM];

void compare_elementwise(void) {
    static const long counts[] = {COUNT, 37, 16, 5, 1};
    for (int which = 0; which < 5; which++) {
        long count = counts[which];
        for (int kind = 0; kind <= UnaryKernelNormalCDF; kind++) {
            RUN(kernel_unary, (UnaryKernel)kind, mixed, out, count, 0.3f);
            result("unary", kind, out, count);
        }
        for (int kind = 0; kind <= BinaryKernelEluBackward; kind++) {
            for (int steps = 1; steps < 4; steps++) {
                RUN(kernel_binary, (BinaryKernel)kind, mixed, steps & 1, other, steps >> 1, out, count, 0.3f);
                result("binary", kind, out, count);
            }
        }
    }
}

void compare_scaling(void) {
    for (int steps = 0; steps < 4; steps++) {
        RUN(kernel_select, mixed, mixed, steps & 1, other, steps >> 1, out, COUNT);
        result("select", steps, out, COUNT);
    }
    RUN(kernel_clamp, mixed, -2.5f, 3, out, COUNT);
    result("clamp", 0, out, COUNT);
    RUN(kernel_scale_shift, mixed, 0.37f, 1.7f, out, COUNT);
    result("scale and shift", 0, out, COUNT);
    RUN(kernel_fill, second, 0.7f, COUNT);
    RUN(kernel_accumulate, 0.37f, mixed, second, COUNT);
    result("accumulate", 0, second, COUNT);
    for (int kind = -1; kind <= UnaryKernelNormalCDF; kind++) {
        RUN(kernel_scale_shift, mixed, 1, 0, out, COUNT);
        RUN(kernel_dense_epilogue, out, kind % 2 ? other : 0, 17, 59, kind, 0.3f);
        result("bias and activation", kind, out, COUNT);
    }
}

void compare_layout(void) {
    static const long sizes[][2] = {{17, 59}, {59, 17}, {1, 37}, {32, 31}};
    for (int which = 0; which < 4; which++) {
        long rows = sizes[which][0], columns = sizes[which][1];
        RUN(kernel_fill, out, 0, COUNT);
        RUN(kernel_transpose, mixed, out, rows, columns, 0, rows / 2);
        RUN(kernel_transpose, mixed, out, rows, columns, rows / 2, rows);
        result("transpose", which, out, rows * columns);
    }
    static const long indices[] = {4, 0, 4, 2, 4, 1};
    RUN(kernel_fill, out, 0.5f, COUNT);
    RUN(kernel_scatter_add, bounded, indices, out, 3, 5, 37, 6);
    result("scatter", 0, out, 3 * 5 * 37);
}

void compare_products(void) {
    static const long sizes[][3] = {{2, 2, 2}, {9, 17, 5}, {1, 40, 13}, {7, 1, 31}};
    for (int which = 0; which < 16; which++) {
        long m = sizes[which / 4][0], n = sizes[which / 4][1], k = sizes[which / 4][2];
        int across = which & 1, down = which >> 1 & 1;
        for (int kept = 0; kept < 3; kept++) {
            RUN(kernel_fill, out, 0.25f, m * n);
            RUN(kernel_small_product, across, down, m, n, k, 0.7f, bounded, across ? m : k, other + 300, down ? k : n,
                (float)kept * 0.5f, out, n);
            result("product", which, out, m * n);
        }
    }
}

void compare_random(void) {
    RUN(kernel_random_uniform, 7, 1ull << 33, out, 5001);
    result("uniform", 0, out, 5001);
    RUN(kernel_random_normal, 7, 1ull << 33, out, 5001);
    result("normal", 0, out, 5001);
    uint32_t words[4 * 37];
    RUN(kernel_random_words, 7, (1ull << 32) - 5, words, 37);
    // Both halves of a word are numbers that a float holds exactly.
    for (int i = 0; i < 4 * 37; i++) {
        out[2 * i] = (float)(words[i] >> 16);
        out[2 * i + 1] = (float)(words[i] & 0xffff);
    }
    result("words", 0, out, 8 * 37);
}
