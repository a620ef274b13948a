// Functions of one float, written so that a loop over them becomes vector instructions: no branches, no
// calls into libm (whose last bits differ from one release to the next).
#pragma once

#include "cloned.h"

INLINE uint32_t bits_of(float x) {
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

INLINE float float_of(uint32_t bits) {
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

INLINE float magnitude(float x) { return float_of(bits_of(x) & 0x7fffffffu); }

INLINE float with_sign_of(float size, float sign) {
    return float_of((bits_of(size) & 0x7fffffffu) | (bits_of(sign) & 0x80000000u));
}

INLINE float square_root(float x) { return __builtin_elementwise_sqrt(x); }

// Rounds to the nearest integer, halves to the even one. Adding 2^23 leaves no bits for a fraction.
INLINE float nearest(float x) {
    float shift = with_sign_of(8388608.0f, x);
    float rounded = with_sign_of((x + shift) - shift, x);
    return magnitude(x) < 8388608.0f ? rounded : x;
}

INLINE float floor_of(float x) {
    float rounded = nearest(x);
    return rounded > x ? rounded - 1.0f : rounded;
}

INLINE float ceiling_of(float x) {
    float rounded = nearest(x);
    return rounded < x ? with_sign_of(rounded + 1.0f, x) : rounded;
}

INLINE float power_of_two(int32_t n) { return float_of((uint32_t)(n + 127) << 23); }

// e^r - 1 for |r| <= ln 2 / 2 (the coefficients are those of Cephes).
INLINE float exponential_minus_one_reduced(float r) {
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    return p * (r * r) + r;
}

// x = n ln 2 + r with |r| <= ln 2 / 2; answers e^r - 1 and gives n.
// Adding 1.5 * 2^23 rounds to an integer, which then stands in the low bits.
INLINE float reduced_exponential_minus_one(float x, int32_t *n) {
    float shifted = x * 1.44269504088896341f + 12582912.0f;
    float whole = shifted - 12582912.0f;
    *n = (int32_t)(bits_of(shifted) - bits_of(12582912.0f));
    float r = (x - whole * 0.693359375f) - whole * -2.12194440e-4f;
    return exponential_minus_one_reduced(r);
}

INLINE float exponential(float x) {
    float bounded = x > 89.0f ? 89.0f : x;
    bounded = bounded < -104.0f ? -104.0f : bounded;
    int32_t n;
    float y = reduced_exponential_minus_one(bounded, &n) + 1.0f;
    // In two factors, since 2^n alone may be beyond the range of floats where the result is not.
    int32_t half = n >> 1;
    return y * power_of_two(half) * power_of_two(n - half);
}

// e^x - 1 for x <= 0, without cancellation near zero.
INLINE float exponential_minus_one_below_zero(float x) {
    float bounded = x < -40.0f ? -40.0f : x;
    int32_t n;
    float y = reduced_exponential_minus_one(bounded, &n);
    float scale = power_of_two(n);
    return y * scale + (scale - 1.0f);
}

// x = 2^k (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)); the polynomial is that of FreeBSD's logf.
INLINE float logarithm(float x) {
    int tiny = x < 1.17549435e-38f;
    uint32_t bits = bits_of(tiny ? x * 33554432.0f : x) + (0x3f800000u - 0x3f3504f3u);
    float k = (float)((int32_t)(bits >> 23) - 127 - (tiny ? 25 : 0));
    float f = float_of((bits & 0x007fffffu) + 0x3f3504f3u) - 1.0f;
    float s = f / (2.0f + f);
    float z = s * s;
    float w = z * z;
    float even = w * (0.40000972152f + w * 0.24279078841f);
    float odd = z * (0.66666662693f + w * 0.28498786688f);
    float half_square = 0.5f * f * f;
    float y = s * (half_square + (even + odd)) + k * 9.0580006145e-06f - half_square + f
        + k * 6.9313812256e-01f;
    float infinity = __builtin_inff();
    float outside = x == 0.0f ? -infinity : __builtin_nanf("");
    return x > 0.0f ? (x < infinity ? y : x) : outside;
}

// log(1 + x) for x in [0, 1]: twice the area tangent of s = x / (2 + x), which is at most 1/3.
INLINE float logarithm_of_one_plus(float x) {
    float s = x / (2.0f + x);
    float z = s * s;
    float q = 0.232390508f;
    q = q * z + 0.217033148f;
    q = q * z + 0.285925835f;
    q = q * z + 0.399997026f;
    q = q * z + 0.666666687f;
    return q * z * s + 2.0f * s;
}

INLINE float hyperbolic_tangent(float x) {
    float size = magnitude(x);
    float z = x * x;
    float p = -5.70498872745e-3f;
    p = p * z + 2.06390887954e-2f;
    p = p * z - 5.37397155531e-2f;
    p = p * z + 1.33314422036e-1f;
    p = p * z - 3.33332819422e-1f;
    float near_zero = p * z * x + x;
    float far = 1.0f - 2.0f / (exponential(2.0f * size) + 1.0f);
    return size < 0.625f ? near_zero : with_sign_of(far, x);
}

INLINE float logistic(float x) {
    float e = exponential(-magnitude(x));
    return (x < 0.0f ? e : 1.0f) / (1.0f + e);
}

INLINE float softplus_of(float x) {
    float positive = x < 0.0f ? 0.0f : x;
    return positive + logarithm_of_one_plus(exponential(-magnitude(x)));
}

// e^(-x^2 / 2) for x >= 0: x^2 is taken as high^2, which is exact, and a rest that is small, since the curve
// has ended where x is large.
INLINE float bell_curve(float x) {
    float bounded = x > 15.0f ? 15.0f : x;
    float high = float_of(bits_of(bounded) & 0xfffff000u);
    float rest = (bounded - high) * (bounded + high);
    return exponential(-0.5f * (high * high)) * (exponential_minus_one_reduced(-0.5f * rest) + 1.0f);
}

// erf(x) for |x| < 0.93 (the coefficients are of the odd Taylor-like minimax polynomial).
INLINE float error_function_near_zero(float x) {
    float s = x * x;
    float p = -5.96761703e-4f;
    p = p * s + 4.99119423e-3f;
    p = p * s - 2.67681349e-2f;
    p = p * s + 1.12819925e-1f;
    p = p * s - 3.76125336e-1f;
    p = p * s + 1.28379166e-1f;
    return p * x + x;
}

// erfc(z) e^(z^2) for z >= 0.6, to a relative 4e-8: t Q(t) with t = 1 / (1 + z / 2).
INLINE float scaled_complementary_error_function(float z) {
    float t = 1.0f / (1.0f + 0.5f * z);
    float q = -0.0493024699f;
    q = q * t + 0.252151102f;
    q = q * t - 0.442788363f;
    q = q * t + 0.245725006f;
    q = q * t - 0.0132154813f;
    q = q * t + 0.199569032f;
    q = q * t + 0.243464544f;
    q = q * t + 0.282363147f;
    q = q * t + 0.282085806f;
    return t * q;
}

// The chance that a standard normal number is below x. The bell curve takes x itself, not the rounded
// x / sqrt(2), whose error the square would magnify.
INLINE float normal_cumulative(float x) {
    float z = x * 0.70710678118654752f;
    float size = magnitude(z);
    float far = size < 0.6f ? 0.6f : size;
    float tail = 0.5f * (bell_curve(magnitude(x)) * scaled_complementary_error_function(far));
    float near_zero = 0.5f + 0.5f * error_function_near_zero(z);
    return size < 0.65f ? near_zero : (x < 0.0f ? tail : 1.0f - tail);
}

// sin(r) and cos(r) for |r| <= pi/4.
INLINE float sine_reduced(float r) {
    float z = r * r;
    float p = -1.9515295891e-4f;
    p = p * z + 8.3321608736e-3f;
    p = p * z - 1.6666654611e-1f;
    return p * z * r + r;
}

INLINE float cosine_reduced(float r) {
    float z = r * r;
    float p = 2.443315711809948e-5f;
    p = p * z - 1.388731625493765e-3f;
    p = p * z + 4.166664568298827e-2f;
    return p * z * z - 0.5f * z + 1.0f;
}

// sin(r + quadrant * pi/2).
INLINE float sine_of_quadrant(float r, uint32_t quadrant) {
    float y = (quadrant & 1) ? cosine_reduced(r) : sine_reduced(r);
    return float_of(bits_of(y) ^ ((quadrant & 2) << 30));
}

INLINE float is_not_a_number(float x) { return x != x ? 1.0f : 0.0f; }
