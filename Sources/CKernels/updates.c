#include "updates.h"

#include "inline_math.h"

CLONED void kernel_descent_update(float *parameter, const float *gradient, float *velocity, long count,
                                  const DescentStep *options) {
    float rate = options->rate, decay = options->weight_decay, momentum = options->momentum;
    if (momentum == 0.0f || !velocity) {
        for (long i = 0; i < count; i++) {
            parameter[i] -= rate * (gradient[i] + decay * parameter[i]);
        }
        return;
    }
    float kept = options->is_first ? 0.0f : momentum;
    float taken = options->is_first ? 1.0f : 1.0f - options->dampening;
    float ahead = options->nesterov ? momentum : 0.0f;
    for (long i = 0; i < count; i++) {
        float g = gradient[i] + decay * parameter[i];
        float v = kept * velocity[i] + taken * g;
        velocity[i] = v;
        float along = ahead != 0.0f ? g + ahead * v : v;
        parameter[i] -= rate * along;
    }
}

INLINE double whole_power(double base, long exponent) {
    double result = 1.0;
    for (; exponent > 0; exponent >>= 1, base *= base) {
        if (exponent & 1) result *= base;
    }
    return result;
}

CLONED void kernel_adam_update(float *parameter, const float *gradient, float *first, float *second, long count,
                               const AdamStep *options) {
    double first_correction = 1.0 - whole_power((double)options->first_decay, options->step);
    double second_correction = 1.0 - whole_power((double)options->second_decay, options->step);
    float size = (float)((double)options->rate / first_correction);
    float unbias = (float)__builtin_elementwise_sqrt(second_correction);
    float b1 = options->first_decay, b2 = options->second_decay, epsilon = options->epsilon;
    float r1 = (float)(1.0 - (double)b1), r2 = (float)(1.0 - (double)b2);
    float added = options->decouples_decay ? 0.0f : options->weight_decay;
    float shrink = options->decouples_decay ? 1.0f - options->rate * options->weight_decay : 1.0f;
    for (long i = 0; i < count; i++) {
        float p = parameter[i] * shrink;
        float g = gradient[i] + added * p;
        float m = first[i] + r1 * (g - first[i]);
        float v = b2 * second[i] + r2 * (g * g);
        first[i] = m;
        second[i] = v;
        parameter[i] = p - size * (m / (square_root(v) / unbias + epsilon));
    }
}

CLONED void kernel_root_mean_square_update(float *parameter, const float *gradient, float *mean_square,
                                           float *mean_gradient, float *velocity, long count,
                                           const RootMeanSquareStep *options) {
    float rate = options->rate, alpha = options->smoothing, epsilon = options->epsilon;
    float rest = (float)(1.0 - (double)alpha), decay = options->weight_decay, momentum = options->momentum;
    int centered = options->centered && mean_gradient;
    int moving = momentum > 0.0f && velocity;
    // In blocks, so that each of the three steps is one plain loop.
    for (long start = 0; start < count; start += 256) {
        long length = count - start < 256 ? count - start : 256;
        float *p = parameter + start, *square = mean_square + start;
        float g[256], spread[256];
        for (long i = 0; i < length; i++) {
            g[i] = gradient[start + i] + decay * p[i];
            square[i] = alpha * square[i] + rest * (g[i] * g[i]);
            spread[i] = square[i];
        }
        if (centered) {
            float *mean = mean_gradient + start;
            for (long i = 0; i < length; i++) {
                mean[i] = mean[i] + rest * (g[i] - mean[i]);
                spread[i] = spread[i] - mean[i] * mean[i];
            }
        }
        if (moving) {
            float *v = velocity + start;
            for (long i = 0; i < length; i++) {
                v[i] = momentum * v[i] + g[i] / (square_root(spread[i]) + epsilon);
                p[i] -= rate * v[i];
            }
        } else {
            for (long i = 0; i < length; i++) p[i] -= rate * (g[i] / (square_root(spread[i]) + epsilon));
        }
    }
}

CLONED void kernel_adagrad_update(float *parameter, const float *gradient, float *total, long count,
                                  const AdagradStep *options) {
    float rate = (float)((double)options->rate
                         / (1.0 + (double)(options->step - 1) * (double)options->rate_decay));
    float decay = options->weight_decay, epsilon = options->epsilon;
    for (long i = 0; i < count; i++) {
        float g = gradient[i] + decay * parameter[i];
        total[i] += g * g;
        parameter[i] -= rate * (g / (square_root(total[i]) + epsilon));
    }
}
