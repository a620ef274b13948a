// One step of an optimizer over one parameter, in one pass, with PyTorch's order of operations.
#pragma once

typedef struct {
    float rate, momentum, dampening, weight_decay;
    int nesterov, is_first;
} DescentStep;

typedef struct {
    float rate, first_decay, second_decay, epsilon, weight_decay;
    int decouples_decay;
    long step;
} AdamStep;

typedef struct {
    float rate, smoothing, epsilon, weight_decay, momentum;
    int centered;
} RootMeanSquareStep;

typedef struct {
    float rate, rate_decay, epsilon, weight_decay;
    long step;
} AdagradStep;

/// `velocity` may be null when there is no momentum.
void kernel_descent_update(float *parameter, const float *gradient, float *velocity, long count,
                           const DescentStep *options);

/// `step` counts from 1. With `decouples_decay` it is AdamW.
void kernel_adam_update(float *parameter, const float *gradient, float *first, float *second, long count,
                        const AdamStep *options);

/// `mean_gradient` is needed when centered, `velocity` with momentum; else they may be null.
void kernel_root_mean_square_update(float *parameter, const float *gradient, float *mean_square,
                                    float *mean_gradient, float *velocity, long count,
                                    const RootMeanSquareStep *options);

/// `step` counts from 1.
void kernel_adagrad_update(float *parameter, const float *gradient, float *total, long count,
                           const AdagradStep *options);
