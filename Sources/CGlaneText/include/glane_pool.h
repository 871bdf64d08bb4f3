// A few pointers shared by threads without a lock: what one thread puts away, another may take.
#pragma once

enum { GLANE_POOL_SLOTS = 16 };

typedef struct glane_pool {
  void *slots[GLANE_POOL_SLOTS];
} glane_pool;

/// A pointer that was put away, or null. The caller owns it then.
static inline void *glane_pool_take(glane_pool *pool) {
  for (int i = 0; i < GLANE_POOL_SLOTS; i++) {
    void *found = __atomic_exchange_n(&pool->slots[i], (void *)0, __ATOMIC_ACQ_REL);
    if (found) return found;
  }
  return (void *)0;
}

/// Puts a pointer away; 0 where there is no room, and the caller keeps it.
static inline int glane_pool_put(glane_pool *pool, void *pointer) {
  for (int i = 0; i < GLANE_POOL_SLOTS; i++) {
    void *expected = (void *)0;
    if (__atomic_compare_exchange_n(&pool->slots[i], &expected, pointer, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) {
      return 1;
    }
  }
  return 0;
}
