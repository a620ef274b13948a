#include "cloned.h"
#include "processors.h"

__attribute__((target("avx512f"))) int kernel_variant(void) { return 2; }
__attribute__((target("avx2"))) int kernel_variant(void) { return 1; }
__attribute__((target("default"))) int kernel_variant(void) { return 0; }
