// Vectors of 64 bytes and the masks that compare them: what the files of this folder share.
#pragma once
#include <stdint.h>

#if defined(__x86_64__) && defined(__gnu_linux__)
#include <immintrin.h>
#define GLANE_X86 1
#define GLANE_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#define GLANE_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))
#define GLANE_AVX512 \
  __attribute__((target("avx2,avx512f,avx512bw,avx512dq,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))
#else
#define GLANE_X86 0
#define GLANE_CLONES
#endif

// Clang's vectors of 64 bytes: four SSE2 or NEON registers, two of AVX2, one of AVX-512. The bool vector becomes a bit mask.
typedef uint8_t v64 __attribute__((vector_size(64)));
typedef _Bool b64 __attribute__((ext_vector_type(64)));

/// The bit mask of a comparison; a macro, as vectors are not passed to functions alike on all processors. The empty
/// assembly keeps it out of AVX-512's mask registers, where shifts and sums take four cycles each.
#define BITS(comparison)                                       \
  ({                                                           \
    b64 bools = __builtin_convertvector((comparison), b64);    \
    uint64_t mask;                                             \
    __builtin_memcpy(&mask, &bools, sizeof(mask));             \
    __asm__("" : "+r"(mask));                                  \
    mask;                                                      \
  })

#define IN(v, low, high) ((v64)(((v) - (uint8_t)(low)) <= (uint8_t)((high) - (low))))
#define IS(v, byte) ((v64)((v) == (byte)))

/// The bits below bit `i`, which is at most 63.
#define GLANE_BELOW(i) ((1ull << (i)) - 1)

#define ALWAYS_INLINE __attribute__((always_inline))
#define RARELY(condition) __builtin_expect(!!(condition), 0)
