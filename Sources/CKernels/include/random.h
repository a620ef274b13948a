// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC11): block number n of a
// key is ten rounds of mixing of n, so any piece of a sequence can be made without those before it.
#pragma once

#include <stdint.h>

/// The four words of blocks first ..< first + blocks.
void kernel_random_words(uint64_t key, uint64_t first, uint32_t *out, long blocks);

/// out[0 ..< count] in [0, 1), multiples of 2^-24, one for each word from block `first` on.
void kernel_random_uniform(uint64_t key, uint64_t first, float *out, long count);

/// Standard normal numbers by Box and Muller's transformation, four for each block.
void kernel_random_normal(uint64_t key, uint64_t first, float *out, long count);
