// Kernels that add elements up: reductions, statistics, windows and pooling, and the optimizers' updates.
#include "compilations.h"
#include "groups.h"

static float out[ROOM], second[ROOM], third[ROOM];

void compare_reductions(void) {
    for (long count = 1; count <= COUNT; count += 17) {
        float sums[] = {
            (float)RUN(kernel_sum, bounded, count),
            (float)RUN(kernel_sum_of_squares, bounded, count),
            RUN(kernel_max, mixed, count),
            RUN(kernel_max, bounded, count),
            (float)RUN(kernel_all_finite, mixed, count),
            (float)RUN(kernel_all_finite, bounded, count),
        };
        result("sums and extremes", (int)count, sums, 6);
    }
    static const long sizes[][3] = {{17, 59, 1}, {1, 59, 17}, {3, 13, 25}, {2, 4, 125}};
    for (int kind = 0; kind <= ReductionNorm; kind++) {
        for (int which = 0; which < 4; which++) {
            long outer = sizes[which][0], axis = sizes[which][1], inner = sizes[which][2];
            RUN(kernel_reduce_axis, (Reduction)kind, mixed, out, outer, axis, inner, 0, inner);
            result("reduction of all kinds", kind, out, outer * inner);
            RUN(kernel_reduce_axis, (Reduction)kind, bounded, out, outer, axis, inner, 0, inner);
            result("reduction", kind, out, outer * inner);
        }
    }
}

void compare_rows(void) {
    static const long sizes[][2] = {{17, 59}, {100, 10}, {7, 1}, {1, COUNT}};
    for (int which = 0; which < 4; which++) {
        long rows = sizes[which][0], columns = sizes[which][1];
        RUN(kernel_softmax_rows, bounded, out, rows, columns);
        result("softmax", which, out, rows * columns);
        RUN(kernel_log_softmax_rows, bounded, out, rows, columns);
        result("its logarithm", which, out, rows * columns);
        RUN(kernel_log_sum_exp_rows, bounded, out, rows, columns);
        result("logarithm of the sum", which, out, rows);
    }
}

static void compare_channels_of(long outer, long channels, long inner) {
    int kind = (int)inner;
    RUN(kernel_channel_statistics, bounded, out, second, outer, channels, inner, 0, channels);
    result("means", kind, out, channels);
    result("variances", kind, second, channels);
    RUN(kernel_channel_affine, mixed, out, second, third, outer, channels, inner);
    result("scale and shift", kind, third, COUNT);
    RUN(kernel_channel_combine, mixed, out, other, second, out, third, outer, channels, inner);
    result("combination", kind, third, COUNT);
    RUN(kernel_channel_sums, bounded, other, out, second, outer, channels, inner, 0, channels);
    result("sums", kind, out, channels);
    result("products", kind, second, channels);
}

void compare_channels(void) {
    compare_channels_of(1, 17, 59);
    compare_channels_of(17, 59, 1);
}

void compare_windows(void) {
    for (long channels = 1; channels <= 3; channels += 2) {
        const ImagePatches patches = {channels, 7, 9, 4, 4, 2, 1, 3, 4};
        RUN(kernel_image_to_columns, mixed, out, &patches);
        result("windows", (int)channels, out, 12 * 16 * channels);
        RUN(kernel_image_to_columns, bounded, out, &patches);
        RUN(kernel_columns_to_image, out, second, other, &patches);
        result("windows added", (int)channels, second, 63 * channels);
    }
}

void compare_pooling(void) {
    for (long size = 2; size <= 3; size++) {
        long height = (17 - size) / 2 + 1, width = (59 - size) / 2 + 1;
        RUN(kernel_average_pool, mixed, out, 17, 59, size, 2, height, width);
        result("average", (int)size, out, height * width);
        RUN(kernel_fill, second, 0, COUNT);
        RUN(kernel_average_pool_backward, bounded, second, 17, 59, size, 2, height, width);
        result("gradient of the average", (int)size, second, COUNT);
        RUN(kernel_upsample, mixed, out, 9, 37, size);
        result("upsample", (int)size, out, 9 * 37 * size * size);
        RUN(kernel_fill, second, 0, 3 * 37);
        RUN(kernel_upsample_backward, bounded, second, 3, 37, size);
        result("gradient of upsample", (int)size, second, 3 * 37);
    }
}

/// The state of an optimizer before a step.
static void prepare(void) {
    for (int i = 0; i < COUNT; i++) {
        out[i] = bounded[i];
        second[i] = other[i];
        third[i] = positive[i];
    }
}

static void updated(const char *kernel, int kind) {
    result(kernel, kind, out, COUNT);
    result(kernel, kind, second, COUNT);
    result(kernel, kind, third, COUNT);
}

void compare_updates(void) {
    for (int kind = 0; kind < 4; kind++) {
        const DescentStep descent = {0.01f, 0.9f, kind & 1, kind >> 1};
        prepare();
        RUN(kernel_descent_update, out, other, second, COUNT, &descent);
        updated("SGD with momentum", kind);
        const AdamStep adam = {0.01f, 0.5f, 0.999f, 1e-8f, kind & 1 ? 0.1f : 0, 7};
        prepare();
        RUN(kernel_adam_update, out, other, second, third, COUNT, &adam);
        updated("Adam", kind);
    }
    const RootMeanSquareStep square = {0.01f, 0.99f, 1e-8f};
    prepare();
    RUN(kernel_root_mean_square_update, out, other, third, COUNT, &square);
    updated("RMSProp", 0);
    const DescentStep plain = {0.01f, 0, 0, 0};
    prepare();
    RUN(kernel_descent_update, out, other, 0, COUNT, &plain);
    updated("SGD", 0);
    const AdagradStep adagrad = {0.01f, 1e-8f};
    prepare();
    RUN(kernel_adagrad_update, out, other, third, COUNT, &adagrad);
    updated("Adagrad", 0);
}
