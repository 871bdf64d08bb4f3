#include "glane_blocks.h"

#if defined(__x86_64__) && defined(__gnu_linux__)
#define GLANE_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define GLANE_CLONES
#endif

// Clang's vectors of 64 bytes: four SSE2 or NEON registers, two of AVX2, one of AVX-512. The bool vector becomes a bit mask.
typedef uint8_t v64 __attribute__((vector_size(64)));
typedef _Bool b64 __attribute__((ext_vector_type(64)));

/// The bit mask of a comparison; a macro, as vectors are not passed to functions alike on all processors.
#define BITS(comparison)                                       \
  ({                                                           \
    b64 bools = __builtin_convertvector((comparison), b64);    \
    uint64_t mask;                                             \
    __builtin_memcpy(&mask, &bools, sizeof(mask));             \
    mask;                                                      \
  })

#define IN(v, low, high) ((v64)(((v) - (uint8_t)(low)) <= (uint8_t)((high) - (low))))
#define IS(v, byte) ((v64)((v) == (byte)))

GLANE_CLONES
void glane_block_read(const uint8_t *bytes, glane_block *out) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  uint64_t letter = BITS(IN(v | (uint8_t)0x20, 'a', 'z'));
  uint64_t upper = BITS(IN(v, 'A', 'Z'));
  uint64_t line_feed = BITS(IS(v, '\n'));
  // Letters of Latin-1: 0xC3, then a continuation that is not that of the multiplication or the division sign.
  uint64_t pairs = BITS(IS(v, 0xC3)) & BITS(IN(v, 0x80, 0xBF) & ~(IS(v, 0x97) | IS(v, 0xB7))) >> 1;
  out->letter = letter | pairs | pairs << 1;
  out->upper = upper | (pairs & BITS(IN(v, 0x80, 0x9E)) >> 1);
  out->digit = BITS(IN(v, '0', '9'));
  out->line_feed = line_feed;
  out->space = BITS(IS(v, ' ')) | line_feed;
  out->open = BITS(IS(v, '('));
  out->mark = BITS(IS(v, ',') | IN(v, '(', ')') | IN(v, ':', ';') | IN(v, '!', '"') | IS(v, '?'));
  out->stop = BITS(IS(v, '.'));
  out->hyphen = BITS(IS(v, '-'));
  out->apostrophe = BITS(IS(v, '\''));
  out->non_ascii = BITS((v64)(v >= 0x80));
}

GLANE_CLONES
uint64_t glane_block_write(const uint8_t *bytes, const glane_block_tokens *tokens, uint32_t *starts, uint32_t *ends,
                           uint8_t *kinds, uint16_t *shapes) {
  uint64_t left = tokens->starts, stops = tokens->ends, end = tokens->previous_end;
  const uint64_t upper = tokens->upper, lower = tokens->lower, non_ascii = tokens->non_ascii;
  const uint64_t apostrophe_last = tokens->apostrophe_last, base = tokens->base;
  uint64_t roman = 0;
  for (unsigned n = 0; left; n++) {
    uint64_t start = (uint64_t)__builtin_ctzll(left);
    uint32_t first = glane_first_bytes[bytes[start]];
    uint32_t shape = first & 0xFFFF;
    shape |= (uint32_t)(start == end) << 9;
    left &= left - 1;
    end = (uint64_t)__builtin_ctzll(stops);
    stops &= stops - 1;
    uint64_t inside = (~0ull << start) ^ (~0ull << end);
    uint64_t capitals = (upper & inside) >> start;
    uint32_t has_lower = (lower & inside) != 0;
    shape |= (uint32_t)capitals & 1;
    shape |= (uint32_t)(capitals > 1) << 1;
    shape |= has_lower << 2;
    shape |= (uint32_t)((non_ascii & inside) != 0) << 8;
    shape |= (uint32_t)(apostrophe_last >> (end - 1) & 1) * (1u << 5 | 1u << 7);
    roman |= (uint64_t)(first >> 24 & has_lower) << n;
    starts[n] = (uint32_t)(base + start);
    ends[n] = (uint32_t)(base + end);
    kinds[n] = (uint8_t)(first >> 16);
    shapes[n] = (uint16_t)shape;
  }
  return roman;
}

// The numbers are those of TokenShape and TokenKind in GlaneText, which a test compares.
enum { HAS_DIGIT = 1 << 3, HAS_HYPHEN = 1 << 4, HAS_PERIOD = 1 << 6, HAS_LETTER = 1 << 12 };
enum { NUMBER = 2 << 16, PUNCTUATION = 7 << 16, ROMAN = 1 << 24 };

#define LETTERS(first, last) [first... last] = HAS_LETTER
const uint32_t glane_first_bytes[256] = {
    LETTERS('A', 'B'), LETTERS('E', 'H'), LETTERS('J', 'K'), LETTERS('N', 'U'), LETTERS('W', 'W'), LETTERS('Y', 'Z'),
    LETTERS('a', 'z'),
    LETTERS(0xC3, 0xC3),  // Latin-1
    LETTERS(0xC5, 0xC5),  // Œ, œ
    ['I'] = HAS_LETTER | ROMAN, ['V'] = HAS_LETTER | ROMAN, ['X'] = HAS_LETTER | ROMAN, ['L'] = HAS_LETTER | ROMAN,
    ['C'] = HAS_LETTER | ROMAN, ['D'] = HAS_LETTER | ROMAN, ['M'] = HAS_LETTER | ROMAN,
    ['0'... '9'] = HAS_DIGIT | NUMBER,
    ['.'] = HAS_PERIOD | PUNCTUATION, ['-'] = HAS_HYPHEN | PUNCTUATION,
    ['!'] = PUNCTUATION, ['"'] = PUNCTUATION, ['('... ')'] = PUNCTUATION, [','] = PUNCTUATION, [':'... ';'] = PUNCTUATION,
    ['?'] = PUNCTUATION,
    [0xC2] = PUNCTUATION,  // « »
    [0xE2] = PUNCTUATION,  // dashes, quotes, …
};
