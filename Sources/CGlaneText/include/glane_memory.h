// What Swift has no words for: memory that costs nothing until it is written, and a line of it asked for ahead.
#pragma once
#include <stdlib.h>

/// Asks the processor for the cache line of an address that will soon be read; any address will do.
static inline void glane_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

/// `count` numbers, all 0, or null where there is no memory. A large row is taken page by page, as it is written.
static inline unsigned *_Nullable glane_zeros(size_t count) { return (unsigned *)calloc(count, sizeof(unsigned)); }

static inline void glane_zeros_free(unsigned *_Nullable zeros) { free(zeros); }
