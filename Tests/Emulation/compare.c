// The comparisons of Tests/KernelVariants on a machine without an operating system.
#include <stdint.h>

#include "variants.h"

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

static int report(int variant, const char *name) {
    long numbers = 0, differing = 0;
    for (int group = 0; variant_group(group); group++) {
        VariantComparison found = variant_compare(variant, group);
        numbers += found.numbers;
        differing += found.differing;
        if (found.differing == 0) continue;
        text("DIFFERS ");
        text(found.kernel);
        put(' ');
        number((uint64_t)found.kind);
        text(" at ");
        number((uint64_t)found.place);
        put('\n');
    }
    text("compared ");
    text(name);
    put(' ');
    number((uint64_t)numbers);
    text(" numbers, ");
    number((uint64_t)differing);
    text(" differ\n");
    return differing == 0;
}

static void run(void) {
    text("cpu: AVX-512 ");
    text(variant_runs(2) ? "yes" : "no");
    text(", AVX2 ");
    text(variant_runs(1) ? "yes\n" : "no\n");
    int is_equal = report(1, "AVX2") & report(2, "AVX-512");
    text(is_equal ? "EQUAL\nDONE\n" : "DONE\n");
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
