#include "elementwise.h"

#include "double_math.h"

// One loop for each of the ways in which an operand walks: along with the result, or standing still.
#define EACH(value)                                                                                          \
    if (a_step == 1 && b_step == 1) {                                                                        \
        for (long i = 0; i < count; i++) {                                                                   \
            float p = a[i], q = b[i];                                                                        \
            out[i] = (value);                                                                                \
        }                                                                                                    \
    } else if (a_step == 1 && b_step == 0) {                                                                 \
        float q = b[0];                                                                                      \
        for (long i = 0; i < count; i++) {                                                                   \
            float p = a[i];                                                                                  \
            out[i] = (value);                                                                                \
        }                                                                                                    \
    } else if (a_step == 0 && b_step == 1) {                                                                 \
        float p = a[0];                                                                                      \
        for (long i = 0; i < count; i++) {                                                                   \
            float q = b[i];                                                                                  \
            out[i] = (value);                                                                                \
        }                                                                                                    \
    } else {                                                                                                 \
        for (long i = 0; i < count; i++) {                                                                   \
            float p = a[i * a_step], q = b[i * b_step];                                                      \
            out[i] = (value);                                                                                \
        }                                                                                                    \
    }                                                                                                        \
    break

INLINE void binary_row(BinaryKernel kind, const float *a, long a_step, const float *b, long b_step, float *out,
                       long count, float parameter) {
    switch (kind) {
    case BinaryKernelAdd: EACH(p + q);
    case BinaryKernelSubtract: EACH(p - q);
    case BinaryKernelMultiply: EACH(p * q);
    case BinaryKernelDivide: EACH(p / q);
    case BinaryKernelMaximum: EACH(((p > q) | (p != p)) ? p : q);
    case BinaryKernelMinimum: EACH(((p < q) | (p != p)) ? p : q);
    case BinaryKernelPower: EACH(power_of(p, q));
    case BinaryKernelWeigh: EACH(q == 0.0f ? 0.0f : p * q);
    case BinaryKernelEqual: EACH(p == q ? 1.0f : 0.0f);
    case BinaryKernelNotEqual: EACH(p != q ? 1.0f : 0.0f);
    case BinaryKernelLess: EACH(p < q ? 1.0f : 0.0f);
    case BinaryKernelLessEqual: EACH(p <= q ? 1.0f : 0.0f);
    case BinaryKernelGreater: EACH(p > q ? 1.0f : 0.0f);
    case BinaryKernelGreaterEqual: EACH(p >= q ? 1.0f : 0.0f);
    case BinaryKernelReluBackward: EACH(q > 0.0f ? p : 0.0f);
    case BinaryKernelLeakyReluBackward: EACH(q > 0.0f ? p : p * parameter);
    case BinaryKernelTanhBackward: EACH(p * (1.0f - q * q));
    case BinaryKernelSigmoidBackward: EACH(p * (q * (1.0f - q)));
    case BinaryKernelEluBackward: EACH(q > 0.0f ? p : p * (q + parameter));
    }
}

CLONED void kernel_binary(BinaryKernel kind, const float *a, long a_step, const float *b, long b_step,
                          float *out, long count, float parameter) {
    binary_row(kind, a, a_step, b, b_step, out, count, parameter);
}

void kernel_binary_strided(BinaryKernel kind, const float *a, const long *a_strides, const float *b,
                           const long *b_strides, float *out, const long *sizes, int rank, float parameter) {
    long position[8] = {0};
    long rows = 1;
    for (int axis = 0; axis < rank - 1; axis++) rows *= sizes[axis];
    long length = sizes[rank - 1], a_step = a_strides[rank - 1], b_step = b_strides[rank - 1];
    for (long row = 0; row < rows; row++) {
        kernel_binary(kind, a, a_step, b, b_step, out, length, parameter);
        out += length;
        for (int axis = rank - 2; axis >= 0; axis--) {
            a += a_strides[axis];
            b += b_strides[axis];
            if (++position[axis] < sizes[axis]) break;
            position[axis] = 0;
            a -= a_strides[axis] * sizes[axis];
            b -= b_strides[axis] * sizes[axis];
        }
    }
}

CLONED void kernel_select(const float *condition, const float *a, long a_step, const float *b, long b_step,
                          float *out, long count) {
    if (a_step == 1 && b_step == 1) {
        for (long i = 0; i < count; i++) {
            float p = a[i], q = b[i];
            out[i] = condition[i] != 0.0f ? p : q;
        }
    } else if (a_step == 1) {
        float q = b[0];
        for (long i = 0; i < count; i++) {
            float p = a[i];
            out[i] = condition[i] != 0.0f ? p : q;
        }
    } else {
        float p = a[0];
        for (long i = 0; i < count; i++) {
            float q = b[i * b_step];
            out[i] = condition[i] != 0.0f ? p : q;
        }
    }
}
