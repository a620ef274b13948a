#pragma once

/// Tells the processor that this thread is waiting for another one.
static inline void kernel_pause(void) { __builtin_ia32_pause(); }

/// The number of processors that this process may run on. (Swift's Glibc does not show the call.)
int kernel_processors(void);

/// Which of the three compilations of this target's loops was chosen: 2 AVX-512, 1 AVX2, 0 SSE2.
int kernel_variant(void);
