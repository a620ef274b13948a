// Each function handles planes (one channel of one image) or whole images; the caller walks over the batch.
#pragma once

typedef struct {
    long channels, height, width;
    long kernel_height, kernel_width;
    long stride, padding;
    long out_height, out_width;
} ImagePatches;

/// The windows of one image [height, width, channels] as the rows of
/// out[out_height * out_width, kernel_height, kernel_width, channels], zeros beyond the image's edge.
/// The channels come last, so that a line of a window is one run of memory.
void kernel_image_to_columns(const float *image, float *out, const ImagePatches *patches);

/// The image that is `start` of each channel (null: 0), plus each row's elements at the places that they would
/// be read from.
void kernel_columns_to_image(const float *columns, float *image, const float *start,
                             const ImagePatches *patches);

/// The largest element of each window and where in the plane it is; windows lie within the plane.
void kernel_max_pool(const float *plane, float *out, int *places, long height, long width, long size,
                     long stride, long out_height, long out_width);

/// The mean of each window, and its gradient, which adds to `plane`.
void kernel_average_pool(const float *plane, float *out, long height, long width, long size, long stride,
                         long out_height, long out_width);
void kernel_average_pool_backward(const float *gradient, float *plane, long height, long width, long size,
                                  long stride, long out_height, long out_width);

/// Each pixel repeated factor x factor times, and the sum over those places.
void kernel_upsample(const float *plane, float *out, long height, long width, long factor);
void kernel_upsample_backward(const float *gradient, float *plane, long height, long width, long factor);
