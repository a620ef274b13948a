#include "limits.h"

#include <immintrin.h>

// Ten chains: more than the latency times the rate of any processor of the last ten years.
#define CHAINS 10

__attribute__((target("avx512f"))) static void wide(long rounds, float *sink) {
    __m512 chain[CHAINS];
    __m512 factor = _mm512_set1_ps(0.999f), addend = _mm512_set1_ps(1e-3f);
    for (int i = 0; i < CHAINS; i++) chain[i] = _mm512_set1_ps((float)i);
    for (long round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
        for (int i = 0; i < CHAINS; i++) chain[i] = _mm512_fmadd_ps(chain[i], factor, addend);
    }
    for (int i = 1; i < CHAINS; i++) chain[0] = _mm512_add_ps(chain[0], chain[i]);
    *sink = _mm512_cvtss_f32(chain[0]);
}

__attribute__((target("avx2,fma"))) static void narrow(long rounds, float *sink) {
    __m256 chain[CHAINS];
    __m256 factor = _mm256_set1_ps(0.999f), addend = _mm256_set1_ps(1e-3f);
    for (int i = 0; i < CHAINS; i++) chain[i] = _mm256_set1_ps((float)i);
    for (long round = 0; round < rounds; round++) {
#pragma clang loop unroll(full)
        for (int i = 0; i < CHAINS; i++) chain[i] = _mm256_fmadd_ps(chain[i], factor, addend);
    }
    for (int i = 1; i < CHAINS; i++) chain[0] = _mm256_add_ps(chain[0], chain[i]);
    *sink = _mm256_cvtss_f32(chain[0]);
}

long limit_multiply_add(long rounds, float *sink) {
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f")) {
        wide(rounds, sink);
        return CHAINS * 16 * 2;
    }
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        narrow(rounds, sink);
        return CHAINS * 8 * 2;
    }
    return 0;
}
