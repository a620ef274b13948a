// OpenBLAS, loaded when the first matrix product needs it and told beforehand what to be: it reads its
// settings while it is loaded, and Debian's does not know the newer processors by itself.
#pragma once

/// Loads libopenblas.so.0 with one thread of its own and the kernels of `core` (null: what the environment or
/// OpenBLAS itself chooses). Null on success, else the loader's message. The environment is left as it was.
const char *openblas_load(const char *core);

/// Has the work memory made now for up to `count` products at the same time, and answers for how many there
/// is room. OpenBLAS asks for it within a product, 128 MiB for each one under way, and when the address space
/// is limited and used up it asks again for ever.
int openblas_reserve(int count);

/// The bytes of that memory for one product.
#define OPENBLAS_WORK_BYTES (128L << 20)

/// Takes the library out again, so that it can be loaded with other kernels.
void openblas_unload(void);

/// What OpenBLAS calls the kernels it took, and its version and build options; "" when it does not say.
const char *openblas_core(void);
const char *openblas_configuration(void);

/// c[m, n] = alpha * op(a) op(b) + beta * c, row-major, with the distance between two rows of each.
void openblas_product(int transposes_a, int transposes_b, int m, int n, int k, float alpha, const float *a,
                      int a_row, const float *b, int b_row, float beta, float *c, int c_row);

/// The newest kernels of OpenBLAS 0.3.21 that this processor can run: "SkylakeX", "Haswell", or null for
/// a processor without AVX2, where OpenBLAS chooses well by itself.
const char *openblas_best_core(void);
