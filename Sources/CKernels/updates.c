#include "updates.h"

#include "inline_math.h"

CLONED void kernel_descent_update(float *parameter, const float *gradient, float *velocity, long count,
                                  const DescentStep *options) {
    float rate = options->rate, momentum = options->momentum;
    if (momentum == 0.0f || !velocity) {
        for (long i = 0; i < count; i++) parameter[i] -= rate * gradient[i];
        return;
    }
    float kept = options->is_first ? 0.0f : momentum;
    float ahead = options->nesterov ? momentum : 0.0f;
    for (long i = 0; i < count; i++) {
        float g = gradient[i];
        float v = kept * velocity[i] + g;
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
    float shrink = 1.0f - options->rate * options->weight_decay;
    for (long i = 0; i < count; i++) {
        float p = parameter[i] * shrink;
        float g = gradient[i];
        float m = first[i] + r1 * (g - first[i]);
        float v = b2 * second[i] + r2 * (g * g);
        first[i] = m;
        second[i] = v;
        parameter[i] = p - size * (m / (square_root(v) / unbias + epsilon));
    }
}

CLONED void kernel_root_mean_square_update(float *parameter, const float *gradient, float *mean_square,
                                           long count, const RootMeanSquareStep *options) {
    float rate = options->rate, alpha = options->smoothing, epsilon = options->epsilon;
    float rest = (float)(1.0 - (double)alpha);
    for (long i = 0; i < count; i++) {
        float g = gradient[i];
        float square = alpha * mean_square[i] + rest * (g * g);
        mean_square[i] = square;
        parameter[i] -= rate * (g / (square_root(square) + epsilon));
    }
}

CLONED void kernel_adagrad_update(float *parameter, const float *gradient, float *total, long count,
                                  const AdagradStep *options) {
    float rate = options->rate, epsilon = options->epsilon;
    for (long i = 0; i < count; i++) {
        float g = gradient[i];
        total[i] += g * g;
        parameter[i] -= rate * (g / (square_root(total[i]) + epsilon));
    }
}
