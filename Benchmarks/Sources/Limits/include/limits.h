#pragma once

/// Does so many rounds of independent fused multiply-adds in the widest registers of the processor, and
/// answers how many floating-point operations a round is. `sink` keeps the compiler honest.
long limit_multiply_add(long rounds, float *sink);
