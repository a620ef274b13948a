// Every kernel's compilations under names of their own, by the names that the compiler gives them.
#pragma once

#include "elementwise.h"
#include "images.h"
#include "layout.h"
#include "products.h"
#include "random.h"
#include "reductions.h"
#include "updates.h"

#define COMPILED(name)                                                                                       \
    extern __typeof__(name) name##_avx512 __asm__(#name ".avx512f.0");                                       \
    extern __typeof__(name) name##_avx2 __asm__(#name ".avx2.1");                                            \
    extern __typeof__(name) name##_sse2 __asm__(#name ".default.2")

COMPILED(kernel_accumulate);
COMPILED(kernel_adagrad_update);
COMPILED(kernel_adam_update);
COMPILED(kernel_all_finite);
COMPILED(kernel_average_pool);
COMPILED(kernel_average_pool_backward);
COMPILED(kernel_binary);
COMPILED(kernel_channel_affine);
COMPILED(kernel_channel_combine);
COMPILED(kernel_channel_statistics);
COMPILED(kernel_channel_sums);
COMPILED(kernel_clamp);
COMPILED(kernel_columns_to_image);
COMPILED(kernel_dense_epilogue);
COMPILED(kernel_descent_update);
COMPILED(kernel_fill);
COMPILED(kernel_image_to_columns);
COMPILED(kernel_log_softmax_rows);
COMPILED(kernel_log_sum_exp_rows);
COMPILED(kernel_max);
COMPILED(kernel_random_normal);
COMPILED(kernel_random_uniform);
COMPILED(kernel_random_words);
COMPILED(kernel_reduce_axis);
COMPILED(kernel_root_mean_square_update);
COMPILED(kernel_scale_shift);
COMPILED(kernel_scatter_add);
COMPILED(kernel_select);
COMPILED(kernel_small_product);
COMPILED(kernel_softmax_rows);
COMPILED(kernel_sum);
COMPILED(kernel_sum_of_squares);
COMPILED(kernel_transpose);
COMPILED(kernel_unary);
COMPILED(kernel_upsample);
COMPILED(kernel_upsample_backward);

/// The compilation of a kernel that is being run.
#define RUN(name, ...)                                                                                       \
    (compilation == 2 ? name##_avx512 : compilation == 1 ? name##_avx2 : name##_sse2)(__VA_ARGS__)
