// One step of an optimizer over one parameter, in one pass, with PyTorch's order of operations.
#pragma once

typedef struct {
    float rate, momentum;
    int nesterov, is_first;
} DescentStep;

typedef struct {
    float rate, first_decay, second_decay, epsilon, weight_decay;
    long step;
} AdamStep;

typedef struct {
    float rate, smoothing, epsilon;
} RootMeanSquareStep;

typedef struct {
    float rate, epsilon;
} AdagradStep;

/// `velocity` may be null when there is no momentum.
void kernel_descent_update(float *parameter, const float *gradient, float *velocity, long count,
                           const DescentStep *options);

/// `step` counts from 1. With a decay of the weights it is AdamW.
void kernel_adam_update(float *parameter, const float *gradient, float *first, float *second, long count,
                        const AdamStep *options);

void kernel_root_mean_square_update(float *parameter, const float *gradient, float *mean_square, long count,
                                    const RootMeanSquareStep *options);

void kernel_adagrad_update(float *parameter, const float *gradient, float *total, long count,
                           const AdagradStep *options);
