#include "random.h"

#include "inline_math.h"

// So many blocks at a time, each word in an array of its own for the vector units.
#define BATCH 64

typedef struct {
    uint32_t word[4][BATCH];
} RandomBatch;

INLINE void make_batch(uint64_t key, uint64_t first, RandomBatch *batch) {
    for (int i = 0; i < BATCH; i++) {
        uint64_t number = first + (uint64_t)i;
        uint32_t c0 = (uint32_t)number, c1 = (uint32_t)(number >> 32), c2 = 0, c3 = 0;
        uint32_t k0 = (uint32_t)key, k1 = (uint32_t)(key >> 32);
        for (int round = 0; round < 10; round++) {
            uint64_t p0 = (uint64_t)0xD2511F53u * c0, p1 = (uint64_t)0xCD9E8D57u * c2;
            uint32_t n0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0, n2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
            c1 = (uint32_t)p1;
            c3 = (uint32_t)p0;
            c0 = n0;
            c2 = n2;
            k0 += 0x9E3779B9u;
            k1 += 0xBB67AE85u;
        }
        batch->word[0][i] = c0;
        batch->word[1][i] = c1;
        batch->word[2][i] = c2;
        batch->word[3][i] = c3;
    }
}

CLONED void kernel_random_words(uint64_t key, uint64_t first, uint32_t *out, long blocks) {
    RandomBatch batch;
    for (long start = 0; start < blocks; start += BATCH) {
        long length = blocks - start < BATCH ? blocks - start : BATCH;
        make_batch(key, first + (uint64_t)start, &batch);
        for (long i = 0; i < length; i++) {
            for (int w = 0; w < 4; w++) out[(start + i) * 4 + w] = batch.word[w][i];
        }
    }
}

// Values in the order of blocks, then words; a last batch is cut to the count.
INLINE void write_batch(float values[4][BATCH], float *out, long count) {
    if (count >= 4 * BATCH) {
        for (int i = 0; i < BATCH; i++) {
            for (int w = 0; w < 4; w++) out[4 * i + w] = values[w][i];
        }
    } else {
        for (long i = 0; i < count; i++) out[i] = values[i & 3][i >> 2];
    }
}

CLONED void kernel_random_uniform(uint64_t key, uint64_t first, float *out, long count) {
    RandomBatch batch;
    float values[4][BATCH];
    for (long start = 0; start < count; start += 4 * BATCH) {
        make_batch(key, first + (uint64_t)(start / 4), &batch);
        for (int w = 0; w < 4; w++) {
            for (int i = 0; i < BATCH; i++) {
                values[w][i] = (float)(int32_t)(batch.word[w][i] >> 8) * 0x1p-24f;
            }
        }
        write_batch(values, out + start, count - start);
    }
}

CLONED void kernel_random_normal(uint64_t key, uint64_t first, float *out, long count) {
    RandomBatch batch;
    float values[4][BATCH];
    for (long start = 0; start < count; start += 4 * BATCH) {
        make_batch(key, first + (uint64_t)(start / 4), &batch);
        for (int w = 0; w < 4; w += 2) {
            for (int i = 0; i < BATCH; i++) {
                // Never zero, so the logarithm is finite: at most 6.7 standard deviations.
                float chance = ((float)(int32_t)(batch.word[w][i] >> 1) + 0.5f) * 0x1p-31f;
                float radius = square_root(-2.0f * logarithm(chance));
                // The angle: two bits choose the quarter of the circle, the rest the place in it.
                uint32_t turn = batch.word[w + 1][i];
                float place = (float)((int32_t)((turn >> 6) & 0xffffffu) - 0x800000) * 0x1p-24f;
                float angle = place * 1.57079632679489662f;
                values[w][i] = radius * sine_of_quadrant(angle, (turn >> 30) + 1);
                values[w + 1][i] = radius * sine_of_quadrant(angle, turn >> 30);
            }
        }
        write_batch(values, out + start, count - start);
    }
}
