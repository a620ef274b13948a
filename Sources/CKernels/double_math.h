// What a float's precision does not suffice for inside: the reduction of angles, and powers.
#pragma once

#include "inline_math.h"

INLINE uint64_t bits_of_double(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

INLINE double double_of(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// Above this size (2^28 pi/2) an angle needs more of pi's digits than the quick reduction has.
#define LARGEST_QUICK_ANGLE 4.2e8f

// sin(x + shift * pi/2) for |x| up to LARGEST_QUICK_ANGLE. 1.5 * 2^52 rounds as 1.5 * 2^23 does for floats.
INLINE float sine_shifted(float x, uint32_t shift) {
    double angle = (double)x;
    double shifted = angle * 0.63661977236758134308 + 6755399441055744.0;
    double whole = shifted - 6755399441055744.0;
    uint32_t quadrant = (uint32_t)bits_of_double(shifted) + shift;
    // The first constant has 25 bits of pi/2, so its product is exact.
    float r = (float)((angle - whole * 1.57079631090164184570) - whole * 1.58932547735281966916e-8);
    return sine_of_quadrant(r, quadrant);
}

// ln x for a positive normal float, to about 1e-12: twice the area tangent of (m - 1) / (m + 1).
INLINE double logarithm_in_double(float x) {
    int tiny = x < 1.17549435e-38f;
    uint32_t bits = bits_of(tiny ? x * 33554432.0f : x) + (0x3f800000u - 0x3f3504f3u);
    double k = (double)((int32_t)(bits >> 23) - 127 - (tiny ? 25 : 0));
    double m = (double)float_of((bits & 0x007fffffu) + 0x3f3504f3u);
    double s = (m - 1.0) / (m + 1.0);
    double z = s * s;
    // 1/3 + z/5 + … + z^5/13 in pairs, which the processor can reckon side by side.
    double z2 = z * z;
    double low = 1.0 / 3.0 + z * (1.0 / 5.0);
    double middle = 1.0 / 7.0 + z * (1.0 / 9.0);
    double high = 1.0 / 11.0 + z * (1.0 / 13.0);
    double p = low + z2 * (middle + z2 * high);
    return 2.0 * (p * z * s + s) + k * 0.69314718055994530942;
}

INLINE double exponential_in_double(double x) {
    double bounded = x > 200.0 ? 200.0 : x;
    bounded = bounded < -200.0 ? -200.0 : bounded;
    double shifted = bounded * 1.44269504088896340736 + 6755399441055744.0;
    double whole = shifted - 6755399441055744.0;
    uint64_t n = bits_of_double(shifted) - bits_of_double(6755399441055744.0);
    double r = bounded - whole * 0.69314718055994530942;
    // 1 + r + … + r^9/9! in pairs, which the processor can reckon side by side.
    double r2 = r * r;
    double r4 = r2 * r2;
    double first = (1.0 + r) + r2 * (1.0 / 2.0 + r * (1.0 / 6.0));
    double second = (1.0 / 24.0 + r * (1.0 / 120.0)) + r2 * (1.0 / 720.0 + r * (1.0 / 5040.0));
    double third = 1.0 / 40320.0 + r * (1.0 / 362880.0);
    double p = first + r4 * (second + r4 * third);
    return p * double_of((n + 1023) << 52);
}

// x^y as C defines it, but for the corner of (-1)^infinity.
INLINE float power_of(float x, float y) {
    float size = magnitude(x);
    float infinity = __builtin_inff();
    float finite = (float)exponential_in_double((double)y * logarithm_in_double(size));
    float whole = nearest(y);
    float halved = 0.5f * y;
    int is_whole = whole == y;
    int is_odd = is_whole & (nearest(halved) != halved);
    float of_zero = y < 0.0f ? infinity : 0.0f;
    float of_infinity = y < 0.0f ? 0.0f : infinity;
    float result = size == 0.0f ? of_zero : (size == infinity ? of_infinity : finite);
    float signed_result = is_odd ? with_sign_of(result, x) : result;
    int is_undefined = (x < 0.0f) & !is_whole & (size != infinity);
    float defined = is_undefined ? __builtin_nanf("") : signed_result;
    int has_nan = (x != x) | (y != y);
    float with_nan = has_nan ? x + y : defined;
    int is_one = (y == 0.0f) | (x == 1.0f);
    return is_one ? 1.0f : with_nan;
}
