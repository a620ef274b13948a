// The kernels' compilations beside each other, on a machine without an operating system. Each kernel runs as SSE2 and
// as AVX-512 on the same numbers, infinities, NaNs, zeros of both signs and a denormal among them.
#include <stdint.h>

#include "variants.h"

#define COUNT 1003
#define ROOM 65536

// What the compiler and libgcc ask for.
void *memcpy(void *to, const void *from, unsigned long count) {
    for (unsigned long i = 0; i < count; i++) {
        ((char *)to)[i] = ((const char *)from)[i];
        __asm__ volatile("" ::: "memory");
    }
    return to;
}

void *memset(void *to, int value, unsigned long count) {
    for (unsigned long i = 0; i < count; i++) {
        ((char *)to)[i] = (char)value;
        __asm__ volatile("" ::: "memory");
    }
    return to;
}

int sched_getaffinity(void) { return -1; }
int __sched_cpucount(void) { return 1; }
void abort(void) { for (;;) __asm__ volatile("hlt"); }

static void put(char c) { __asm__ volatile("outb %0, %1" ::"a"(c), "Nd"((uint16_t)0xE9)); }

static void text(const char *s) {
    while (*s) put(*s++);
}

static void number(uint64_t n) {
    char digits[20];
    int length = 0;
    do {
        digits[length++] = (char)('0' + n % 10);
        n /= 10;
    } while (n);
    while (length) put(digits[--length]);
}

static float x[COUNT], y[COUNT], finite[COUNT];
static float plain[ROOM], wide[ROOM], plain2[ROOM], wide2[ROOM], plain3[ROOM], wide3[ROOM];
static uint64_t compared, differing;

static uint32_t bits_of(float x) {
    uint32_t bits;
    __builtin_memcpy(&bits, &x, sizeof bits);
    return bits;
}

static void same(const char *what, int kind, const float *a, const float *b, long count) {
    compared += (uint64_t)count;
    for (long i = 0; i < count; i++) {
        if (bits_of(a[i]) == bits_of(b[i]) || (a[i] != a[i] && b[i] != b[i])) continue;
        differing++;
        text("DIFFERS ");
        text(what);
        put(' ');
        number((uint64_t)kind);
        text(" at ");
        number((uint64_t)i);
        put('\n');
        return;
    }
}

static void fill(void) {
    for (int i = 0; i < COUNT; i++) {
        float size = (float)(i % 97) * 0.37f - 17.3f;
        x[i] = i % 5 == 0 ? size * 1e-3f : i % 7 == 0 ? size * 40 : size;
    }
    x[11] = 0;
    x[12] = -0.0f;
    x[13] = 1 / x[11];
    x[14] = -x[13];
    x[15] = x[13] - x[13];
    x[16] = 1e-40f;
    x[17] = 3e38f;
    for (int i = 0; i < COUNT; i++) y[i] = x[COUNT - 1 - i] * 0.71f + 0.001f;
    for (int i = 0; i < COUNT; i++) finite[i] = x[i] - x[i] == 0 ? x[i] : 1.5f;
}

static void elementwise(void) {
    for (int kind = 0; kind < 28; kind++) {
        kernel_unary_sse2((UnaryKernel)kind, x, plain, COUNT, 0.3f);
        kernel_unary_avx512((UnaryKernel)kind, x, wide, COUNT, 0.3f);
        same("unary", kind, plain, wide, COUNT);
        kernel_unary_avx2((UnaryKernel)kind, x, wide, COUNT, 0.3f);
        same("unary with AVX2", kind, plain, wide, COUNT);
    }
    for (int kind = 0; kind < 19; kind++) {
        for (int steps = 1; steps < 4; steps++) {
            kernel_binary_sse2((BinaryKernel)kind, x, steps & 1, y, steps >> 1, plain, COUNT, 0.3f);
            kernel_binary_avx512((BinaryKernel)kind, x, steps & 1, y, steps >> 1, wide, COUNT, 0.3f);
            same("binary", kind, plain, wide, COUNT);
        }
    }
}

static void reductions(void) {
    for (long count = 1; count <= COUNT; count += 17) {
        plain[0] = (float)kernel_sum_sse2(finite, count);
        wide[0] = (float)kernel_sum_avx512(finite, count);
        plain[1] = (float)kernel_dot_sse2(finite, y, count);
        wide[1] = (float)kernel_dot_avx512(finite, y, count);
        same("sums of", (int)count, plain, wide, 2);
    }
    static const long sizes[][3] = {{17, 59, 1}, {1, 59, 17}, {3, 13, 25}, {2, 4, 125}};
    for (int kind = 0; kind < 3; kind++) {
        for (int which = 0; which < 4; which++) {
            long outer = sizes[which][0], axis = sizes[which][1], inner = sizes[which][2];
            kernel_reduce_axis_sse2((Reduction)kind, x, plain, outer, axis, inner, 0, inner);
            kernel_reduce_axis_avx512((Reduction)kind, x, wide, outer, axis, inner, 0, inner);
            same("reduction", kind, plain, wide, outer * inner);
        }
    }
    kernel_softmax_rows_sse2(finite, plain, 17, 59);
    kernel_softmax_rows_avx512(finite, wide, 17, 59);
    same("softmax", 0, plain, wide, COUNT);
}

static void channels(long outer, long channels, long inner) {
    kernel_channel_statistics_sse2(finite, plain, plain2, outer, channels, inner, 0, channels);
    kernel_channel_statistics_avx512(finite, wide, wide2, outer, channels, inner, 0, channels);
    same("means", (int)inner, plain, wide, channels);
    same("variances", (int)inner, plain2, wide2, channels);
    kernel_channel_combine_sse2(x, plain, y, plain2, plain, plain3, outer, channels, inner);
    kernel_channel_combine_avx512(x, plain, y, plain2, plain, wide3, outer, channels, inner);
    same("combination", (int)inner, plain3, wide3, COUNT);
    kernel_channel_sums_sse2(finite, y, plain, plain2, outer, channels, inner, 0, channels);
    kernel_channel_sums_avx512(finite, y, wide, wide2, outer, channels, inner, 0, channels);
    same("sums of channels", (int)inner, plain, wide, channels);
    same("products of channels", (int)inner, plain2, wide2, channels);
}

static void windows(long channels) {
    const ImagePatches patches = {channels, 7, 9, 4, 4, 2, 1, 3, 4};
    kernel_image_to_columns_sse2(x, plain, &patches);
    kernel_image_to_columns_avx512(x, wide, &patches);
    same("windows", (int)channels, plain, wide, 12 * 16 * channels);
    kernel_columns_to_image_sse2(finite, plain, y, &patches);
    kernel_columns_to_image_avx512(finite, wide, y, &patches);
    same("windows added", (int)channels, plain, wide, 63 * channels);
}

static void updates_and_random(void) {
    const AdamStep step = {0.01f, 0.5f, 0.999f, 1e-8f, 0.1f, 0, 7};
    for (int i = 0; i < COUNT; i++) {
        plain[i] = wide[i] = finite[i];
        plain2[i] = wide2[i] = y[i];
        plain3[i] = wide3[i] = finite[i] < 0 ? -finite[i] : finite[i];
    }
    kernel_adam_update_sse2(plain, y, plain2, plain3, COUNT, &step);
    kernel_adam_update_avx512(wide, y, wide2, wide3, COUNT, &step);
    same("Adam", 0, plain, wide, COUNT);
    same("Adam", 1, plain2, wide2, COUNT);
    same("Adam", 2, plain3, wide3, COUNT);
    kernel_random_uniform_sse2(7, 1ull << 33, plain, 5001);
    kernel_random_uniform_avx512(7, 1ull << 33, wide, 5001);
    same("uniform", 0, plain, wide, 5001);
    kernel_random_normal_sse2(7, 1ull << 33, plain, 5001);
    kernel_random_normal_avx512(7, 1ull << 33, wide, 5001);
    same("normal", 0, plain, wide, 5001);
}

static void run(void) {
    text("cpu: AVX-512 ");
    text(variant_runs(2) ? "yes" : "no");
    text(", AVX2 ");
    text(variant_runs(1) ? "yes\n" : "no\n");
    fill();
    elementwise();
    reductions();
    channels(1, 17, 59);
    channels(17, 59, 1);
    windows(1);
    windows(3);
    updates_and_random();
    text("compared ");
    number(compared);
    text(" numbers, ");
    number(differing);
    text(" runs differ\nDONE\n");
}

// Kernels that call kernels do so by an address that is chosen when a program is loaded: here, by this loop.
typedef struct {
    uint64_t place, kind;
    int64_t chooser;
} Choice;
extern Choice choices_start[], choices_end[];
extern char zeros_start[], zeros_end[];

__attribute__((section(".entry"))) void start(void) {
    for (char *zero = zeros_start; zero < zeros_end; zero++) *(volatile char *)zero = 0;
    for (Choice *choice = choices_start; choice < choices_end; choice++) {
        *(uint64_t *)choice->place = ((uint64_t(*)(void))choice->chooser)();
    }
    run();
    for (;;) __asm__ volatile("cli; hlt");
}
