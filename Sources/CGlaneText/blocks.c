#include "glane_blocks.h"

#if defined(__x86_64__) && defined(__gnu_linux__)
#define GLANE_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
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

GLANE_CLONES
void glane_block_read(const uint8_t *bytes, int after_blank, glane_block *out) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  v64 low = v | (uint8_t)0x20;
  uint64_t non_ascii = BITS((v64)(v >= 0x80));
  // Letters of Latin-1: 0xC3, then a continuation that is not that of the multiplication or the division sign.
  uint64_t pairs = BITS(IS(v, 0xC3)) & BITS(IN(v, 0x80, 0xBF) & ~(IS(v, 0x97) | IS(v, 0xB7))) >> 1;
  uint64_t letter = BITS(IN(low, 'a', 'z')) | pairs | pairs << 1;
  uint64_t digit = BITS(IN(v, '0', '9'));
  uint64_t line_feed = BITS(IS(v, '\n'));
  uint64_t space = BITS(IS(v, ' ')) | line_feed;
  uint64_t open = BITS(IS(v, '('));
  uint64_t mark = BITS(IS(v, ',') | IN(v, '(', ')') | IN(v, ':', ';') | IN(v, '!', '"') | IS(v, '?') | IS(v, '%'));
  uint64_t stop = BITS(IS(v, '.'));
  uint64_t hyphen = BITS(IS(v, '-'));
  uint64_t apostrophe = BITS(IS(v, '\''));
  uint64_t doubtful = ~(letter | digit | space | mark | stop | hyphen | apostrophe | non_ascii) | (open & letter << 1);

  uint64_t l = BITS(IS(low, 'l')), n = BITS(IS(low, 'n')), o = BITS(IS(low, 'o')), d = BITS(IS(low, 'd'));
  uint64_t alone = ~((letter | non_ascii | digit) << 1);
  uint64_t elided = BITS(IN(low, 'c', 'd') | IN(low, 'l', 'n') | IN(low, 's', 't') | IS(low, 'j') | IS(low, 'y')) & alone;
  uint64_t qu = (BITS(IS(low, 'q')) & alone) << 1 & BITS(IS(low, 'u'));
  uint64_t elision = apostrophe & (elided | qu) << 1 & ~(l << 1 & o >> 1 & n >> 2 & ~letter >> 3) & ~(n << 1 & d >> 1);
  doubtful |= apostrophe & ~elision;

  uint64_t after = digit << 1 & ~digit;
  doubtful |= digit & (letter << 1 | letter >> 1);
  doubtful |= after & digit >> 1;
  doubtful |= after & ~(space | mark | stop);
  doubtful |= digit & ~(digit << 1) & ~((space | open) << 1 | (uint64_t)after_blank);

  uint64_t endings = (BITS(IS(v, 'e') | IS(v, 'r')) | pairs) >> 1;
  out->roman = BITS(IS(v, 'I') | IS(v, 'V') | IS(v, 'X')) & endings;
  out->letter = letter;
  out->upper = BITS(IN(v, 'A', 'Z')) | (pairs & BITS(IN(v, 0x80, 0x9E)) >> 1);
  out->digit = digit;
  out->space = space;
  out->line_feed = line_feed;
  out->mark = mark;
  out->stop = stop;
  out->hyphen = hyphen;
  out->elision = elision;
  out->non_ascii = non_ascii;
  out->doubtful = doubtful;
}

GLANE_CLONES
void glane_block_write(const uint8_t *bytes, const glane_block_tokens *tokens, uint32_t *starts, uint32_t *ends,
                       uint8_t *kinds, uint16_t *shapes) {
  uint64_t left = tokens->starts, stops = tokens->ends, end = tokens->previous_end;
  const uint64_t upper = tokens->upper, lower = tokens->lower, non_ascii = tokens->non_ascii;
  const uint64_t elision = tokens->elision;
  const uint32_t base = (uint32_t)tokens->base;
  while (left) {
    uint64_t start = (uint64_t)__builtin_ctzll(left);
    uint32_t first = glane_first_bytes[bytes[start]];
    uint32_t shape = first | (uint32_t)(start == end) << 9;
    end = (uint64_t)__builtin_ctzll(stops);
    left &= left - 1;
    stops &= stops - 1;
    uint64_t inside = (~0ull << start) ^ (~0ull << end);
    uint64_t capitals = (upper & inside) >> start;
    shape |= (uint32_t)capitals & 1;
    shape |= (uint32_t)(capitals > 1) << 1;
    shape |= (uint32_t)((lower & inside) != 0) << 2;
    shape |= (uint32_t)((non_ascii & inside) != 0) << 8;
    shape |= -(uint32_t)((elision & inside) != 0) & (1u << 5 | 1u << 7);
    *starts++ = base + (uint32_t)start;
    *ends++ = base + (uint32_t)end;
    *kinds++ = (uint8_t)(first >> 16);
    *shapes++ = (uint16_t)shape;
  }
}

// The numbers are those of TokenShape and TokenKind in GlaneText, which a test compares.
enum { HAS_DIGIT = 1 << 3, HAS_HYPHEN = 1 << 4, HAS_PERIOD = 1 << 6, HAS_LETTER = 1 << 12 };
enum { NUMBER = 2 << 16, PUNCTUATION = 7 << 16 };

const uint32_t glane_first_bytes[256] = {
    ['A'... 'Z'] = HAS_LETTER, ['a'... 'z'] = HAS_LETTER,
    [0xC3] = HAS_LETTER,  // Latin-1
    [0xC5] = HAS_LETTER,  // Œ, œ
    ['0'... '9'] = HAS_DIGIT | NUMBER,
    ['.'] = HAS_PERIOD | PUNCTUATION, ['-'] = HAS_HYPHEN | PUNCTUATION,
    ['!'] = PUNCTUATION, ['"'] = PUNCTUATION, ['('... ')'] = PUNCTUATION, [','] = PUNCTUATION, [':'... ';'] = PUNCTUATION,
    ['?'] = PUNCTUATION, ['%'] = PUNCTUATION,
    [0xC2] = PUNCTUATION,  // « »
    [0xE2] = PUNCTUATION,  // dashes, quotes, …
};

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
