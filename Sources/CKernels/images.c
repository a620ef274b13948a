#include "images.h"

#include "cloned.h"

// The columns kx of a window that begins at column x of the image, for which 0 <= x + kx < width.
INLINE void columns_inside(long width, long kernel_width, long x, long *first, long *last) {
    long from = x < 0 ? -x : 0, to = width - x;
    *first = from < kernel_width ? from : kernel_width;
    *last = to < *first ? *first : to < kernel_width ? to : kernel_width;
}

// Four floats, a line of a window on images of one channel, are worth no call.
INLINE void copy_line(float *to, const float *from, long count) {
    if (count == 4) {
        memcpy(to, from, 4 * sizeof(float));
    } else {
        memcpy(to, from, (size_t)count * sizeof(float));
    }
}

CLONED void kernel_image_to_columns(const float *image, float *out, const ImagePatches *patches) {
    const ImagePatches p = *patches;
    const long line = p.kernel_width * p.channels;
    for (long oy = 0; oy < p.out_height; oy++) {
        for (long ox = 0; ox < p.out_width; ox++) {
            long first, last, x = ox * p.stride - p.padding;
            columns_inside(p.width, p.kernel_width, x, &first, &last);
            const long before = first * p.channels, inside = (last - first) * p.channels;
            for (long ky = 0; ky < p.kernel_height; ky++, out += line) {
                long y = oy * p.stride + ky - p.padding;
                if (y < 0 || y >= p.height || inside == 0) {
                    memset(out, 0, (size_t)line * sizeof(float));
                    continue;
                }
                const float *from = image + (y * p.width + x + first) * p.channels;
                if (inside == line) {
                    copy_line(out, from, line);
                    continue;
                }
                for (long i = 0; i < before; i++) out[i] = 0;
                copy_line(out + before, from, inside);
                for (long i = before + inside; i < line; i++) out[i] = 0;
            }
        }
    }
}

CLONED void kernel_columns_to_image(const float *columns, float *image, const float *start,
                                    const ImagePatches *patches) {
    const ImagePatches p = *patches;
    const long line = p.kernel_width * p.channels, pixels = p.height * p.width;
    if (!start) {
        memset(image, 0, (size_t)(pixels * p.channels) * sizeof(float));
    } else if (p.channels == 1) {
        for (long i = 0; i < pixels; i++) image[i] = *start;
    } else {
        for (long i = 0; i < pixels; i++) copy_line(image + i * p.channels, start, p.channels);
    }
    for (long oy = 0; oy < p.out_height; oy++) {
        for (long ox = 0; ox < p.out_width; ox++) {
            long first, last, x = ox * p.stride - p.padding;
            columns_inside(p.width, p.kernel_width, x, &first, &last);
            const long before = first * p.channels, inside = (last - first) * p.channels;
            for (long ky = 0; ky < p.kernel_height; ky++, columns += line) {
                long y = oy * p.stride + ky - p.padding;
                if (y < 0 || y >= p.height) continue;
                float *to = image + (y * p.width + x + first) * p.channels;
                const float *from = columns + before;
                for (long i = 0; i < inside; i++) to[i] += from[i];
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
