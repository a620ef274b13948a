// The groups of kernels, and what each has: numbers to work on and a place for its results.
#pragma once

enum { COUNT = 1003, ROOM = 8192 };

/// Which compilation `RUN` takes.
extern int compilation;

/// Numbers of all kinds; the same without infinities and NaNs; and those without their signs.
extern float mixed[COUNT], other[COUNT], bounded[COUNT], positive[COUNT];

/// Results: the first run's are kept, the second's are compared with them.
void result(const char *kernel, int kind, const float *values, long count);

void compare_elementwise(void);
void compare_scaling(void);
void compare_reductions(void);
void compare_rows(void);
void compare_channels(void);
void compare_windows(void);
void compare_pooling(void);
void compare_layout(void);
void compare_products(void);
void compare_updates(void);
void compare_random(void);
