// Sixteen partial sums at once, in as many registers as the processor needs for them.
#pragma once

#include "cloned.h"

#define LANES 16

typedef float lanes8 __attribute__((vector_size(32)));
typedef int32_t masks8 __attribute__((vector_size(32)));
typedef double wide8 __attribute__((vector_size(64)));

#define LOAD8(name, address)                                                                                 \
    lanes8 name;                                                                                             \
    memcpy(&name, (address), sizeof name)

#define WIDEN(x) __builtin_convertvector((x), wide8)

#define CHOOSE(mask, a, b) ((lanes8)(((masks8)(a) & (mask)) | ((masks8)(b) & ~(mask))))

#define TOTAL(w) ((((w)[0] + (w)[1]) + ((w)[2] + (w)[3])) + (((w)[4] + (w)[5]) + ((w)[6] + (w)[7])))
