#include "variants.h"

int variant_runs(int variant) {
    __builtin_cpu_init();
    if (variant == 2) return __builtin_cpu_supports("avx512f") != 0;
    return variant == 0 || __builtin_cpu_supports("avx2") != 0;
}
