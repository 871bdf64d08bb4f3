// The code for each kind of processor, and which of it is taken.
#include "block_read.h"
#include "block_write.h"

#if GLANE_X86
GLANE_AVX2 static int read_avx2_once(const uint8_t *bytes, glane_block *out) { return read_avx2(bytes, out); }

// With AVX-512 a mask is one comparison.
GLANE_AVX512 static int read_avx512_once(const uint8_t *bytes, glane_block *out) { return read_plain(bytes, out); }

GLANE_AVX2 static int write_avx2_once(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  return write_avx2(block, limit, base, glued, out);
}

GLANE_AVX512 static int write_avx512_once(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  return write_avx512(block, limit, base, glued, out);
}

/// The best code for this processor: see `glane_block_read_by`.
static int level;
__attribute__((constructor)) static void find_level(void) {
  __builtin_cpu_init();
  level = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
          __builtin_cpu_supports("lzcnt") && __builtin_cpu_supports("popcnt");
  if (level && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2"))
    level = 2;
}
#else
enum { level = 0 };
#endif

int glane_block_read_by(int by, const uint8_t *bytes, glane_block *out) {
  if (by > level) return -1;
#if GLANE_X86
  if (by == 1) return read_avx2_once(bytes, out);
  if (by == 2) return read_avx512_once(bytes, out);
#endif
  return read_plain(bytes, out);
}

int glane_block_read(const uint8_t *bytes, glane_block *out) {
#if GLANE_X86
  if (level == 1) return read_avx2_once(bytes, out);
  if (level == 2) return read_avx512_once(bytes, out);
#endif
  return read_plain(bytes, out);
}

int glane_block_write_by(int by, const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  if (by > level) return -1;
#if GLANE_X86
  if (by == 1) return write_avx2_once(block, limit, base, glued, out);
  if (by == 2) return write_avx512_once(block, limit, base, glued, out);
#endif
  return write_plain(block, limit, base, glued, out);
}

int glane_block_write(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
#if GLANE_X86
  if (level == 1) return write_avx2_once(block, limit, base, glued, out);
  if (level == 2) return write_avx512_once(block, limit, base, glued, out);
#endif
  return write_plain(block, limit, base, glued, out);
}
