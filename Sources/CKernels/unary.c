#include "elementwise.h"

#include "double_math.h"

#define EACH(value)                                                                                          \
    for (long i = 0; i < count; i++) {                                                                       \
        float v = x[i];                                                                                      \
        out[i] = (value);                                                                                    \
    }                                                                                                        \
    break

// An angle so large that its quadrant hangs on the far digits of 2/pi, of which 192 bits are kept.
static float sine_of_large_angle(float x, uint32_t shift) {
    static const uint32_t two_over_pi[] = {0,          0x28be60db, 0x9391054a, 0x7f09d5f4,
                                           0x7d4d3770, 0x36d8a566, 0x4f10e410};
    uint32_t bits = bits_of(x);
    int exponent = (int)((bits >> 23) & 255) - 126;
    if (exponent > 128) return __builtin_nanf("");
    uint32_t mantissa = (bits << 8) | 0x80000000u;
    int word = exponent >> 5, by = exponent & 31;
    uint32_t high = two_over_pi[word], middle = two_over_pi[word + 1], low = two_over_pi[word + 2];
    if (by) {
        high = (high << by) | (middle >> (32 - by));
        middle = (middle << by) | (low >> (32 - by));
        low = (low << by) | (two_over_pi[word + 3] >> (32 - by));
    }
    // The product in fixed point, the two bits before the point being the quadrant.
    uint64_t product = (uint64_t)mantissa * low;
    product = (uint64_t)mantissa * middle + (product >> 32);
    product += (uint64_t)(mantissa * high) << 32;
    uint32_t quadrant = (uint32_t)(product >> 62);
    int64_t fraction = (int64_t)(product & 0x3fffffffffffffffull);
    if (fraction & 0x2000000000000000ll) {
        fraction -= 0x4000000000000000ll;
        quadrant += 1;
    }
    float r = (float)((double)fraction * 0x1.921fb54442d18p-62);
    return (bits >> 31) ? sine_of_quadrant(-r, shift - quadrant) : sine_of_quadrant(r, shift + quadrant);
}

// Blocks, so that a large angle is noticed before its place is overwritten when out is x.
INLINE void sines(const float *x, float *out, long count, uint32_t shift) {
    for (long start = 0; start < count; start += 256) {
        long length = count - start < 256 ? count - start : 256;
        float angles[256];
        memcpy(angles, x + start, (size_t)length * sizeof(float));
        int large = 0;
        for (long i = 0; i < length; i++) {
            out[start + i] = sine_shifted(angles[i], shift);
            large |= !(magnitude(angles[i]) <= LARGEST_QUICK_ANGLE);
        }
        for (long i = 0; large && i < length; i++) {
            if (!(magnitude(angles[i]) <= LARGEST_QUICK_ANGLE)) {
                out[start + i] = sine_of_large_angle(angles[i], shift);
            }
        }
    }
}

CLONED void kernel_unary(UnaryKernel kind, const float *x, float *out, long count, float parameter) {
    switch (kind) {
    case UnaryKernelNegate: EACH(-v);
    case UnaryKernelAbsolute: EACH(magnitude(v));
    case UnaryKernelSign: EACH(v > 0.0f ? 1.0f : (v < 0.0f ? -1.0f : v));
    case UnaryKernelSquare: EACH(v * v);
    case UnaryKernelSqrt: EACH(square_root(v));
    case UnaryKernelExp: EACH(exponential(v));
    case UnaryKernelLog: EACH(logarithm(v));
    case UnaryKernelSin: sines(x, out, count, 0); break;
    case UnaryKernelCos: sines(x, out, count, 1); break;
    case UnaryKernelTanh: EACH(hyperbolic_tangent(v));
    case UnaryKernelSigmoid: EACH(logistic(v));
    case UnaryKernelSoftplus: EACH(softplus_of(v));
    case UnaryKernelRelu: EACH(v < 0.0f ? 0.0f : v);
    case UnaryKernelLeakyRelu: EACH(v < 0.0f ? v * parameter : v);
    case UnaryKernelElu: EACH(v < 0.0f ? parameter * exponential_minus_one_below_zero(v) : v);
    case UnaryKernelNormalCDF: EACH(normal_cumulative(v));
    case UnaryKernelSilu: EACH(v * logistic(v));
    case UnaryKernelFloor: EACH(floor_of(v));
    case UnaryKernelCeiling: EACH(ceiling_of(v));
    case UnaryKernelRound: EACH(nearest(v));
    case UnaryKernelIsNaN: EACH(is_not_a_number(v));
    case UnaryKernelIsFinite: EACH(magnitude(v) < __builtin_inff() ? 1.0f : 0.0f);
    case UnaryKernelNot: EACH(v == 0.0f ? 1.0f : 0.0f);
    }
}

CLONED void kernel_dense_epilogue(float *x, const float *bias, long rows, long columns, int activation,
                                  float parameter) {
    for (long row = 0; row < rows; row++) {
        float *line = x + row * columns;
        if (bias) {
            switch (activation) {
            case UnaryKernelRelu:
                for (long i = 0; i < columns; i++) {
                    float v = line[i] + bias[i];
                    line[i] = v < 0.0f ? 0.0f : v;
                }
                continue;
            case UnaryKernelLeakyRelu:
                for (long i = 0; i < columns; i++) {
                    float v = line[i] + bias[i];
                    line[i] = v < 0.0f ? v * parameter : v;
                }
                continue;
            case UnaryKernelTanh:
                for (long i = 0; i < columns; i++) line[i] = hyperbolic_tangent(line[i] + bias[i]);
                continue;
            case UnaryKernelSigmoid:
                for (long i = 0; i < columns; i++) line[i] = logistic(line[i] + bias[i]);
                continue;
            default:
                for (long i = 0; i < columns; i++) line[i] += bias[i];
            }
        }
        if (activation >= 0) kernel_unary((UnaryKernel)activation, line, line, columns, parameter);
    }
}

CLONED void kernel_clamp(const float *x, float lower, float upper, float *out, long count) {
    for (long i = 0; i < count; i++) {
        float v = x[i] < lower ? lower : x[i];
        out[i] = v > upper ? upper : v;
    }
}

CLONED void kernel_scale_shift(const float *x, float scale, float shift, float *out, long count) {
    for (long i = 0; i < count; i++) out[i] = scale * x[i] + shift;
}

CLONED void kernel_accumulate(float scale, const float *x, float *y, long count) {
    for (long i = 0; i < count; i++) y[i] += scale * x[i];
}

CLONED void kernel_fill(float *out, float value, long count) {
    for (long i = 0; i < count; i++) out[i] = value;
}

CLONED void kernel_channel_affine(const float *x, const float *scale, const float *shift, float *out, long outer,
                                  long channels, long inner) {
    for (long o = 0; o < outer; o++) {
        if (inner == 1) {
            const float *line = x + o * channels;
            float *to = out + o * channels;
            for (long c = 0; c < channels; c++) to[c] = line[c] * scale[c] + shift[c];
            continue;
        }
        for (long c = 0; c < channels; c++) {
            const float *line = x + (o * channels + c) * inner;
            float *to = out + (o * channels + c) * inner;
            float by = scale[c], plus = shift[c];
            for (long i = 0; i < inner; i++) to[i] = line[i] * by + plus;
        }
    }
}

CLONED void kernel_channel_combine(const float *x, const float *x_scale, const float *y, const float *y_scale,
                                   const float *shift, float *out, long outer, long channels, long inner) {
    for (long o = 0; o < outer; o++) {
        if (inner == 1) {
            const float *left = x + o * channels, *right = y + o * channels;
            float *to = out + o * channels;
            for (long c = 0; c < channels; c++) {
                to[c] = (left[c] * x_scale[c] + shift[c]) + right[c] * y_scale[c];
            }
            continue;
        }
        for (long c = 0; c < channels; c++) {
            long at = (o * channels + c) * inner;
            const float *left = x + at, *right = y + at;
            float *to = out + at;
            float by = x_scale[c], with = y_scale[c], plus = shift[c];
            for (long i = 0; i < inner; i++) to[i] = (left[i] * by + plus) + right[i] * with;
        }
    }
}
