#include "images.h"

#include "cloned.h"

// The output columns ox for which 0 <= ox * stride + shift < width.
INLINE void columns_inside(long width, long stride, long shift, long out_width, long *first, long *last) {
    long from = shift >= 0 ? 0 : (-shift + stride - 1) / stride;
    long to = width - shift <= 0 ? 0 : (width - shift + stride - 1) / stride;
    if (to > out_width) to = out_width;
    *first = from < out_width ? from : out_width;
    *last = to > *first ? to : *first;
}

CLONED void kernel_image_to_columns(const float *image, float *out, const ImagePatches *patches, long row_length) {
    const ImagePatches p = *patches;
    for (long c = 0; c < p.channels; c++) {
        const float *plane = image + c * p.height * p.width;
        for (long ky = 0; ky < p.kernel_height; ky++) {
            for (long kx = 0; kx < p.kernel_width; kx++, out += row_length) {
                long first, last, shift = kx - p.padding;
                columns_inside(p.width, p.stride, shift, p.out_width, &first, &last);
                float *to = out;
                for (long oy = 0; oy < p.out_height; oy++, to += p.out_width) {
                    long y = oy * p.stride + ky - p.padding;
                    if (y < 0 || y >= p.height) {
                        for (long ox = 0; ox < p.out_width; ox++) to[ox] = 0;
                        continue;
                    }
                    const float *from = plane + y * p.width + shift;
                    for (long ox = 0; ox < first; ox++) to[ox] = 0;
                    if (p.stride == 1) {
                        for (long ox = first; ox < last; ox++) to[ox] = from[ox];
                    } else if (p.stride == 2) {
                        for (long ox = first; ox < last; ox++) to[ox] = from[ox * 2];
                    } else {
                        for (long ox = first; ox < last; ox++) to[ox] = from[ox * p.stride];
                    }
                    for (long ox = last; ox < p.out_width; ox++) to[ox] = 0;
                }
            }
        }
    }
}

CLONED void kernel_columns_to_image(const float *columns, float *image, const ImagePatches *patches,
                                    long row_length) {
    const ImagePatches p = *patches;
    for (long c = 0; c < p.channels; c++) {
        float *plane = image + c * p.height * p.width;
        for (long ky = 0; ky < p.kernel_height; ky++) {
            for (long kx = 0; kx < p.kernel_width; kx++, columns += row_length) {
                long first, last, shift = kx - p.padding;
                columns_inside(p.width, p.stride, shift, p.out_width, &first, &last);
                const float *from = columns;
                for (long oy = 0; oy < p.out_height; oy++, from += p.out_width) {
                    long y = oy * p.stride + ky - p.padding;
                    if (y < 0 || y >= p.height) continue;
                    float *to = plane + y * p.width + shift;
                    if (p.stride == 1) {
                        for (long ox = first; ox < last; ox++) to[ox] += from[ox];
                    } else if (p.stride == 2) {
                        for (long ox = first; ox < last; ox++) to[ox * 2] += from[ox];
                    } else {
                        for (long ox = first; ox < last; ox++) to[ox * p.stride] += from[ox];
                    }
                }
            }
        }
    }
}

void kernel_max_pool(const float *plane, float *out, int *places, long height, long width, long size,
                     long stride, long out_height, long out_width) {
    (void)height;
    for (long oy = 0; oy < out_height; oy++) {
        for (long ox = 0; ox < out_width; ox++, out++, places++) {
            long place = oy * stride * width + ox * stride;
            float best = plane[place];
            for (long y = 0; y < size; y++) {
                for (long x = 0; x < size; x++) {
                    long at = (oy * stride + y) * width + ox * stride + x;
                    if (plane[at] > best || plane[at] != plane[at]) {
                        best = plane[at];
                        place = at;
                    }
                }
            }
            *out = best;
            *places = (int)place;
        }
    }
}

CLONED void kernel_average_pool(const float *plane, float *out, long height, long width, long size, long stride,
                                long out_height, long out_width) {
    (void)height;
    float share = 1.0f / (float)(size * size);
    for (long oy = 0; oy < out_height; oy++) {
        for (long ox = 0; ox < out_width; ox++) {
            float total = 0;
            for (long y = 0; y < size; y++) {
                const float *from = plane + (oy * stride + y) * width + ox * stride;
                for (long x = 0; x < size; x++) total += from[x];
            }
            out[oy * out_width + ox] = total * share;
        }
    }
}

CLONED void kernel_average_pool_backward(const float *gradient, float *plane, long height, long width, long size,
                                         long stride, long out_height, long out_width) {
    (void)height;
    float share = 1.0f / (float)(size * size);
    for (long oy = 0; oy < out_height; oy++) {
        for (long ox = 0; ox < out_width; ox++) {
            float each = gradient[oy * out_width + ox] * share;
            for (long y = 0; y < size; y++) {
                float *to = plane + (oy * stride + y) * width + ox * stride;
                for (long x = 0; x < size; x++) to[x] += each;
            }
        }
    }
}

CLONED void kernel_upsample(const float *plane, float *out, long height, long width, long factor) {
    long wide = width * factor;
    for (long y = 0; y < height; y++, plane += width) {
        float *first = out + y * factor * wide;
        if (factor == 2) {
            for (long x = 0; x < width; x++) first[2 * x] = first[2 * x + 1] = plane[x];
        } else {
            for (long x = 0; x < width; x++) {
                for (long i = 0; i < factor; i++) first[x * factor + i] = plane[x];
            }
        }
        for (long i = 1; i < factor; i++) memcpy(first + i * wide, first, (size_t)wide * sizeof(float));
    }
}

CLONED void kernel_upsample_backward(const float *gradient, float *plane, long height, long width, long factor) {
    long wide = width * factor;
    for (long y = 0; y < height; y++) {
        for (long x = 0; x < width; x++) {
            float total = 0;
            for (long i = 0; i < factor; i++) {
                const float *from = gradient + (y * factor + i) * wide + x * factor;
                for (long j = 0; j < factor; j++) total += from[j];
            }
            plane[y * width + x] = total;
        }
    }
}
