// 64 bytes of text as bit masks, one bit for each byte: what the tokenizer's and the segmenter's fast paths read.
#pragma once
#include <stdint.h>

/// Bit i of each mask tells of byte i of a block of 64.
typedef struct glane_block {
  uint64_t letter;  ///< a-z A-Z
  uint64_t upper;   ///< A-Z
  uint64_t digit;   ///< 0-9
  uint64_t space;   ///< U+0020 and line feed
  uint64_t line_feed;
  uint64_t mark;        ///< , ; : ! ? ( ) "
  uint64_t stop;        ///< .
  uint64_t hyphen;      ///< -
  uint64_t apostrophe;  ///< '
  uint64_t open;        ///< (
  uint64_t non_ascii;   ///< 0x80-0xFF
} glane_block;

/// What the non-ASCII bytes of a block are; read only where there are some.
typedef struct glane_block_latin {
  uint64_t c3;            ///< 0xC3, which leads the letters of Latin-1
  uint64_t continuation;  ///< 0x80-0xBF
  uint64_t upper_second;  ///< 0x80-0x9E: after 0xC3 a capital
  uint64_t sign_second;   ///< 0x97, 0xB7: after 0xC3 no letter (multiplication and division signs)
} glane_block_latin;

// Clang's vectors of 64 bytes: four SSE2 or NEON registers, two of AVX2, one of AVX-512. The bool vector becomes a bit mask.
typedef uint8_t glane_v64 __attribute__((vector_size(64)));
typedef _Bool glane_b64 __attribute__((ext_vector_type(64)));

/// The bit mask of a comparison; a macro, as vectors are not passed to functions alike on all processors.
#define GLANE_BITS(comparison)                                                   \
  ({                                                                             \
    glane_b64 glane_bools = __builtin_convertvector((comparison), glane_b64);    \
    uint64_t glane_mask;                                                         \
    __builtin_memcpy(&glane_mask, &glane_bools, sizeof(glane_mask));             \
    glane_mask;                                                                  \
  })

#define GLANE_IN(v, low, high) ((glane_v64)(((v) - (uint8_t)(low)) <= (uint8_t)((high) - (low))))

/// Reads 64 bytes at `bytes`.
static inline glane_block glane_block_read(const uint8_t *bytes) {
  glane_v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  glane_v64 folded = v | (uint8_t)0x20;
  glane_block b;
  b.letter = GLANE_BITS(GLANE_IN(folded, 'a', 'z'));
  b.upper = GLANE_BITS(GLANE_IN(v, 'A', 'Z'));
  b.digit = GLANE_BITS(GLANE_IN(v, '0', '9'));
  b.line_feed = GLANE_BITS((glane_v64)(v == '\n'));
  b.space = GLANE_BITS((glane_v64)(v == ' ')) | b.line_feed;
  b.open = GLANE_BITS((glane_v64)(v == '('));
  b.mark = GLANE_BITS((glane_v64)(v == ',') | (glane_v64)(v == ')') | (glane_v64)(v == '(') | GLANE_IN(v, ':', ';') |
                      (glane_v64)(v == '!') | (glane_v64)(v == '"') | (glane_v64)(v == '?'));
  b.stop = GLANE_BITS((glane_v64)(v == '.'));
  b.hyphen = GLANE_BITS((glane_v64)(v == '-'));
  b.apostrophe = GLANE_BITS((glane_v64)(v == '\''));
  b.non_ascii = GLANE_BITS((glane_v64)(v >= 0x80));
  return b;
}

/// Reads the same 64 bytes for what is not ASCII.
static inline glane_block_latin glane_block_read_latin(const uint8_t *bytes) {
  glane_v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  glane_block_latin b;
  b.c3 = GLANE_BITS((glane_v64)(v == 0xC3));
  b.continuation = GLANE_BITS(GLANE_IN(v, 0x80, 0xBF));
  b.upper_second = GLANE_BITS(GLANE_IN(v, 0x80, 0x9E));
  b.sign_second = GLANE_BITS((glane_v64)(v == 0x97) | (glane_v64)(v == 0xB7));
  return b;
}
