// Every loop of this target is compiled three times and chosen when the program is loaded, by what the
// processor can do. The same bits come out of all three: no product and sum are fused (the pragma), no
// reciprocal is estimated, and sums run in a number of partial sums that the source fixes.
// ("avx2" asks what the processor can do; "arch=haswell" would ask who made it, and leave every AMD
// processor with the slowest.)
#pragma once

#include <stdint.h>
#include <string.h>

#pragma clang fp contract(off)

#define CLONED __attribute__((target_clones("avx512f", "avx2", "default")))
#define INLINE static inline __attribute__((always_inline))
