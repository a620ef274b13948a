// What the target uses of libFuzzer, which the toolchain carries and has no header for.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// Runs the fuzzer as its command line says, on the thread that calls it.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));

/// Changes bytes without knowing what they mean; the new size is given back.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
