#define _GNU_SOURCE
#include "openblas.h"

#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

enum { RowMajor = 101, NotTransposed = 111, Transposed = 112 };

static struct {
    void *library;
    void (*sgemm)(int order, int trans_a, int trans_b, int m, int n, int k, float alpha, const float *a, int lda,
                  const float *b, int ldb, float beta, float *c, int ldc);
    void (*set_threads)(int count);
    char *(*core)(void);
    void *(*take_memory)(int position);
    void (*give_memory)(void *memory);
} blas;

// Sets a variable and answers what it was, to be given to `restore`.
static char *replace(const char *name, const char *value) {
    const char *old = getenv(name);
    char *copy = old ? strdup(old) : NULL;
    setenv(name, value, 1);
    return copy;
}

static void restore(const char *name, char *old) {
    if (old) setenv(name, old, 1);
    else unsetenv(name);
    free(old);
}

const char *openblas_load(const char *core) {
    char *threads = replace("OPENBLAS_NUM_THREADS", "1");
    char *old_core = core ? replace("OPENBLAS_CORETYPE", core) : NULL;
    blas.library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (core) restore("OPENBLAS_CORETYPE", old_core);
    restore("OPENBLAS_NUM_THREADS", threads);
    if (!blas.library) return dlerror();
    *(void **)&blas.sgemm = dlsym(blas.library, "cblas_sgemm");
    *(void **)&blas.set_threads = dlsym(blas.library, "openblas_set_num_threads");
    *(void **)&blas.core = dlsym(blas.library, "openblas_get_corename");
    *(void **)&blas.take_memory = dlsym(blas.library, "blas_memory_alloc");
    *(void **)&blas.give_memory = dlsym(blas.library, "blas_memory_free");
    if (!blas.sgemm) {
        openblas_unload();
        return "the library libopenblas.so.0 has no cblas_sgemm";
    }
    if (blas.set_threads) blas.set_threads(1);
    return NULL;
}

// Whether so many bytes of addresses could be had.
static int has_room(size_t bytes) {
    void *block = mmap(NULL, bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (block == MAP_FAILED) return 0;
    munmap(block, bytes);
    return 1;
}

int openblas_reserve(int count) {
    enum { Most = 64 };
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return count;
    if (!blas.take_memory || !blas.give_memory) return has_room(OPENBLAS_WORK_BYTES + (1 << 20)) ? 1 : 0;
    void *memory[Most];
    int made = 0;
    while (made < count && made < Most) {
        // A second one must leave as much again for tensors.
        size_t spare = made == 0 ? 1 << 20 : OPENBLAS_WORK_BYTES;
        if (!has_room(OPENBLAS_WORK_BYTES + spare)) break;
        memory[made++] = blas.take_memory(0);
    }
    for (int i = 0; i < made; i++) blas.give_memory(memory[i]);
    return made;
}

void openblas_unload(void) {
    if (blas.library) dlclose(blas.library);
    memset(&blas, 0, sizeof blas);
}

const char *openblas_core(void) { return blas.core ? blas.core() : ""; }


void openblas_product(int transposes_a, int transposes_b, int m, int n, int k, float alpha, const float *a,
                      int a_row, const float *b, int b_row, float beta, float *c, int c_row) {
    blas.sgemm(RowMajor, transposes_a ? Transposed : NotTransposed, transposes_b ? Transposed : NotTransposed, m,
               n, k, alpha, a, a_row, b, b_row, beta, c, c_row);
}

const char *openblas_best_core(void) {
    __builtin_cpu_init();
    int has_avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
    if (has_avx512) return "SkylakeX";
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? "Haswell" : NULL;
}
