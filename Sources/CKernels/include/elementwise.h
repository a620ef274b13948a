// Loops over the elements of one or two arrays of floats. Outputs may be an input's own memory, never a
// part of it that is shifted.
#pragma once

typedef enum __attribute__((enum_extensibility(closed))) UnaryKernel : int {
    UnaryKernelNegate,
    UnaryKernelAbsolute,
    UnaryKernelSign,
    UnaryKernelSquare,
    UnaryKernelSqrt,
    UnaryKernelRelu,
    UnaryKernelLeakyRelu,
    UnaryKernelFloor,
    UnaryKernelCeiling,
    UnaryKernelRound,
    UnaryKernelIsNaN,
    UnaryKernelIsFinite,
    UnaryKernelNot,
    // From here on an element costs much more than reading and writing it.
    UnaryKernelExp,
    UnaryKernelLog,
    UnaryKernelSin,
    UnaryKernelCos,
    UnaryKernelTanh,
    UnaryKernelSigmoid,
    UnaryKernelSoftplus,
    UnaryKernelElu,
    UnaryKernelSilu,
    UnaryKernelNormalCDF,
} UnaryKernel;

// The last five multiply an upstream gradient a by an activation's derivative, given the activation's
// output b.
typedef enum __attribute__((enum_extensibility(closed))) BinaryKernel : int {
    BinaryKernelAdd,
    BinaryKernelSubtract,
    BinaryKernelMultiply,
    BinaryKernelDivide,
    BinaryKernelMaximum,
    BinaryKernelMinimum,
    BinaryKernelPower,
    BinaryKernelWeigh,
    BinaryKernelEqual,
    BinaryKernelNotEqual,
    BinaryKernelLess,
    BinaryKernelLessEqual,
    BinaryKernelGreater,
    BinaryKernelGreaterEqual,
    BinaryKernelReluBackward,
    BinaryKernelLeakyReluBackward,
    BinaryKernelTanhBackward,
    BinaryKernelSigmoidBackward,
    BinaryKernelEluBackward,
} BinaryKernel;

/// out[i] = f(x[i]). `parameter` is leakyRelu's slope and elu's alpha.
void kernel_unary(UnaryKernel kind, const float *x, float *out, long count, float parameter);

/// out[i] = f(a[i * a_step], b[i * b_step]); steps of 0 and 1 are quick. `parameter` as above.
void kernel_binary(BinaryKernel kind, const float *a, long a_step, const float *b, long b_step, float *out,
                   long count, float parameter);

/// out, contiguous of `rank` sizes, from operands with a stride for each axis (0 where one is repeated).
void kernel_binary_strided(BinaryKernel kind, const float *a, const long *a_strides, const float *b,
                           const long *b_strides, float *out, const long *sizes, int rank, float parameter);

/// out[i] = condition[i] != 0 ? a[i * a_step] : b[i * b_step], steps of 0 or 1.
void kernel_select(const float *condition, const float *a, long a_step, const float *b, long b_step,
                   float *out, long count);

/// out[i] = x[i] bounded; a NaN stays one.
void kernel_clamp(const float *x, float lower, float upper, float *out, long count);

/// out[i] = scale * x[i] + shift.
void kernel_scale_shift(const float *x, float scale, float shift, float *out, long count);

/// y[i] += scale * x[i].
void kernel_accumulate(float scale, const float *x, float *y, long count);

/// out[i] = value.
void kernel_fill(float *out, float value, long count);

/// out[i] = x[i] * scale[c] + shift[c], where x is [outer, channels, inner] and c the channel of i.
void kernel_channel_affine(const float *x, const float *scale, const float *shift, float *out, long outer,
                           long channels, long inner);

/// out[i] = x[i] * x_scale[c] + shift[c] + y[i] * y_scale[c], in the same sizes.
void kernel_channel_combine(const float *x, const float *x_scale, const float *y, const float *y_scale,
                            const float *shift, float *out, long outer, long channels, long inner);

/// x[row, column] = f(x[row, column] + bias[column]) in place; `bias` may be null.
/// `activation` is a UnaryKernel, or a negative number for none.
void kernel_dense_epilogue(float *x, const float *bias, long rows, long columns, int activation,
                           float parameter);
