#include "block_masks.h"
#include "glane_blocks.h"

GLANE_CLONES
int glane_local_part(const uint8_t *bytes) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  uint64_t part = BITS(IN(v | (uint8_t)0x20, 'a', 'z') | IN(v, '0', '9') | IN(v, '-', '.') | IS(v, '_') | IS(v, '%') | IS(v, '+'));
  return ~part ? __builtin_ctzll(~part) : 64;
}

GLANE_CLONES
int glane_labels(const uint8_t *bytes, int *last_stop) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  uint64_t letter = BITS(IN(v | (uint8_t)0x20, 'a', 'z') | IN(v, '0', '9'));
  uint64_t stop = BITS(IS(v, '.'));
  uint64_t other = ~(letter | ((stop | BITS(IS(v, '-'))) & letter >> 1)) | 1ull << 63;
  int end = __builtin_ctzll(other);
  uint64_t stops = stop & ((1ull << end) - 1);
  if (stops) *last_stop = 63 - __builtin_clzll(stops);
  return end;
}

typedef uint16_t v32 __attribute__((vector_size(64)));
typedef _Bool b32 __attribute__((ext_vector_type(32)));

/// As BITS, for vectors of 32.
#define BITS32(comparison)                           \
  ({                                                 \
    b32 bools = __builtin_convertvector((comparison), b32); \
    uint32_t mask;                                   \
    __builtin_memcpy(&mask, &bools, sizeof(mask));   \
    (uint64_t) mask;                                 \
  })

enum { ABBREVIATION = 4, PUNCTUATION = 7 };
enum { INITIAL_UPPER = 1 << 0, INNER_UPPER = 1 << 1, HAS_LOWER = 1 << 2, GLUED = 1 << 9, LINE_START = 1 << 10 };

GLANE_CLONES
uint64_t glane_sentence_candidates(const uint8_t *kinds, const uint16_t *shapes, int64_t first, int64_t count) {
  v64 before;
  __builtin_memcpy(&before, kinds + first - 1, sizeof(before));
  uint64_t candidates = BITS(IS(before, PUNCTUATION) | IS(before, ABBREVIATION));
  uint64_t capitals = 0, glued = 0;
  for (int half = 0; half < 64; half += 32) {
    v32 shape, next;
    __builtin_memcpy(&shape, shapes + first + half, sizeof(shape));
    __builtin_memcpy(&next, shapes + first + half + 1, sizeof(next));
    v32 capital = (v32)((shape & INITIAL_UPPER) != 0);
    v32 small = (v32)((next & (INITIAL_UPPER | INNER_UPPER | HAS_LOWER)) == HAS_LOWER);
    capitals |= BITS32((v32)((shape & LINE_START) != 0) | (capital & small)) << half;
    glued |= BITS32((v32)((shape & GLUED) != 0)) << half;
  }
  candidates = (candidates | capitals) & ~glued;
  return count - first >= 64 ? candidates : candidates & ((1ull << (count - first)) - 1);
}

GLANE_CLONES
void glane_word_block_read(const uint8_t *bytes, int unicode, glane_word_block *out) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  uint64_t pairs = BITS(IS(v, 0xC3)) & BITS(IN(v, 0x80, 0xBF) & ~(IS(v, 0x97) | IS(v, 0xB7))) >> 1;
  uint64_t letter = BITS(IN(v | (uint8_t)0x20, 'a', 'z')) | pairs | pairs << 1 | (unicode ? 0 : BITS(IS(v, '@')));
  uint64_t digit = BITS(IN(v, '0', '9'));
  uint64_t both = BITS(IS(v, '.') | IS(v, '\''));
  out->letter = letter;
  out->digit = digit;
  out->low_line = BITS(IS(v, '_'));
  out->space = BITS(IS(v, ' '));
  out->mid_letter = both | (unicode ? BITS(IS(v, ':')) : 0);
  out->mid_number = both | BITS(IS(v, ',') | IS(v, ';'));
  out->inner = 0;
  out->quote = 0;
  out->non_ascii = BITS((v64)(v >= 0x80));
  out->doubtful = BITS(IS(v, '\r'));
}

GLANE_CLONES
void glane_word_block_write(uint64_t boundaries, uint32_t base, uint32_t *out) {
  while (boundaries) {
    *out++ = base + (uint32_t)__builtin_ctzll(boundaries);
    boundaries &= boundaries - 1;
  }
}
