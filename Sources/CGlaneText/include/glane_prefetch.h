#ifndef GLANE_PREFETCH_H
#define GLANE_PREFETCH_H

/// Asks the processor for the cache line of an address that will soon be read; any address will do.
static inline void glane_prefetch(const void *_Nonnull address) { __builtin_prefetch(address); }

#endif
