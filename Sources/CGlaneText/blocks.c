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
void glane_block_read(const uint8_t *bytes, glane_block *out) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  v64 low = v | (uint8_t)0x20;
  uint64_t non_ascii = BITS((v64)(v >= 0x80));
  // Letters of Latin-1: 0xC3, then a continuation that is not that of the multiplication or the division sign.
  uint64_t pairs = BITS(IS(v, 0xC3)) & BITS(IN(v, 0x80, 0xBF) & ~(IS(v, 0x97) | IS(v, 0xB7))) >> 1;
  uint64_t letter = BITS(IN(low, 'a', 'z')) | pairs | pairs << 1;
  uint64_t digit = BITS(IN(v, '0', '9'));
  uint64_t line_feed = BITS(IS(v, '\n'));
  uint64_t space = BITS(IS(v, ' ') | IN(v, '\t', '\n')) | (BITS(IS(v, '\r')) & line_feed >> 1);
  uint64_t open = BITS(IS(v, '('));
  uint64_t colon = BITS(IS(v, ':'));
  uint64_t percent = BITS(IS(v, '%'));
  uint64_t mark = BITS(IS(v, ',') | IN(v, '(', ')') | IN(v, ':', ';') | IN(v, '!', '"') | IS(v, '?') | IS(v, '%'));
  uint64_t stop = BITS(IS(v, '.'));
  uint64_t hyphen = BITS(IS(v, '-'));
  uint64_t apostrophe = BITS(IS(v, '\''));
  uint64_t slash = BITS(IS(v, '/'));
  uint64_t control = BITS((v64)(v < 0x20) | IS(v, 0x7F)) & ~space;
  // What ends an address or a word, and belongs to none.
  uint64_t closer = space | (mark & ~percent);

  // Decimals, dates, fractions; but A4 and 1971-72 are words and take none.
  uint64_t decimal = (BITS(IS(v, ',')) | stop | slash | apostrophe) & digit << 1 & digit >> 1;
  uint64_t bound = digit & (letter | hyphen | BITS(IS(v, '_'))) << 1;
  uint64_t none = (bound + digit) & ~digit & decimal;
  decimal &= ~none;

  uint64_t l = BITS(IS(low, 'l')), n = BITS(IS(low, 'n')), o = BITS(IS(low, 'o')), d = BITS(IS(low, 'd'));
  uint64_t alone = ~((letter | non_ascii | digit | hyphen) << 1);
  uint64_t elided = BITS(IN(low, 'c', 'd') | IN(low, 'l', 'n') | IN(low, 's', 't') | IS(low, 'j') | IS(low, 'y')) & alone;
  uint64_t qu = (BITS(IS(low, 'q')) & alone) << 1 & BITS(IS(low, 'u'));
  uint64_t elision = apostrophe & (elided | qu) << 1 & ~(l << 1 & o >> 1 & n >> 2 & ~letter >> 3) & ~(n << 1 & d >> 1);

  uint64_t sign = hyphen & ~(hyphen << 1) & closer >> 1;
  uint64_t event = ((stop | slash | apostrophe) & ~decimal & ~elision) | none;
  event |= hyphen & ~sign;
  event |= colon & slash >> 1;
  event |= digit << 1 & (letter | (space & digit >> 1));
  event |= ~(letter | digit | space | mark | stop | hyphen | apostrophe | slash | non_ascii | control);
  // traité(e): a bracket against a word, around letters alone. Where the letters reach the end of the block, nobody knows.
  uint64_t inner = open & (letter | digit) << 1 & letter >> 1;
  uint64_t after = ((inner << 1) + letter) & ~letter;
  event |= inner & -(uint64_t)((after & BITS(IS(v, ')'))) != 0 || letter >> 63);

  uint64_t endings = (BITS(IS(v, 'e') | IS(v, 'r')) | pairs) >> 1;
  uint64_t upper = BITS(IN(v, 'A', 'Z')) | (pairs & BITS(IN(v, 0x80, 0x9E)) >> 1);
  mark = (mark & ~decimal) | sign;
  *out = (glane_block){
      .letter = letter,
      .upper = upper,
      .lower = letter & ~upper & ~(upper << 1 & non_ascii),
      .digit = digit,
      .space = space,
      .line_feed = line_feed,
      .percent = percent,
      .stop = stop,
      .hyphen = hyphen,
      .apostrophe = apostrophe,
      .non_ascii = non_ascii,
      .roman = BITS(IS(v, 'I') | IS(v, 'V') | IS(v, 'X')) & endings,
      .mark = mark,
      .mark_end = mark << 1,
      .elision = elision,
      .elision_end = elision << 1,
      .joined = decimal,
      .closed = mark | (elision & ~(BITS(IS(low, 'c')) << 1)),
      .event = event,
      .doubtful = control,
  };
}

/// The tokens of a block, one bit for each: where it starts, or at its last byte.
typedef struct token_masks {
  uint64_t starts, ends, lasts;
  uint64_t kinds[4];    ///< at the starts
  uint64_t at_start[3];  ///< bits 9 to 11 of TokenShape in GlaneText, at the starts: glued, line, paragraph
  uint64_t at_last[9];  ///< bits 0 to 8, at the last bytes
  uint64_t has_letter;  ///< bit 12, at the last bytes
} token_masks;

/// Whether a token has a bit of `mask`, at its last byte. The sum carries over the token from the first such bit on.
static inline uint64_t any(uint64_t mask, uint64_t inside, uint64_t lasts) {
  return ((inside + (mask & inside)) | mask) & lasts;
}

static inline __attribute__((always_inline)) token_masks tokens_of(const glane_block *b, int limit, int glued,
                                                                   glane_written *written) {
  token_masks m;
  const uint64_t keep = (1ull << limit) - 1;
  const uint64_t word = b->letter | b->digit | b->joined, space = b->space;
  m.starts = ((word & ~(word << 1)) | b->mark | b->extra_starts | (b->extra_ends & word)) & keep;
  m.ends = ((word << 1 & ~word & ~b->elision) | b->elision_end | b->mark_end | b->extra_ends |
            (b->extra_starts & word << 1)) & keep << 1;
  m.lasts = m.ends >> 1;
  uint64_t plain = b->mark & ~b->explicit, sign = plain & ~b->symbol;
  m.kinds[0] = sign | b->kinds[0];
  m.kinds[1] = sign | b->kinds[1] | (b->digit & ~b->explicit);
  m.kinds[2] = sign | b->kinds[2];
  m.kinds[3] = (plain & b->symbol) | b->kinds[3];

  // Adding line feeds to the runs of blanks carries them to the byte after each run; so does adding what is left of them
  // once the first of each run is gone.
  uint64_t first_feeds = ((space & ~(space << 1)) + (space & ~b->line_feed)) & b->line_feed;
  m.at_start[0] = m.starts & (m.ends | (uint64_t)glued);
  m.at_start[1] = (space + b->line_feed) & ~space & m.starts;
  m.at_start[2] = (space + (b->line_feed & ~first_feeds)) & ~space & m.starts;

  // All bytes of tokens but the last: differences of powers of two.
  const uint64_t inside = m.lasts - m.starts, lasts = m.lasts;
  // The first letter of each token, which is its first byte but in 4L or -t-il.
  uint64_t first = (m.starts & b->letter) | (((m.starts & ~b->letter) + (inside & ~b->letter)) & b->letter);
  uint64_t letter = any(b->letter, inside, lasts);
  m.at_last[0] = any(b->upper & first, inside, lasts);
  m.at_last[1] = any(b->upper & ~first, inside, lasts);
  m.at_last[2] = any(b->lower, inside, lasts);
  m.at_last[3] = any(b->digit, inside, lasts);
  m.at_last[4] = any(b->hyphen, inside, lasts);
  m.at_last[5] = any(b->apostrophe | b->curly, inside, lasts);
  m.at_last[6] = any(b->stop, inside, lasts);
  m.at_last[7] = (b->apostrophe | b->curly << 2) & letter;
  m.at_last[8] = any(b->non_ascii, inside, lasts);
  m.has_letter = letter;

  written->starts = m.starts;
  written->last_end = m.ends ? 63 - (uint32_t)__builtin_clzll(m.ends) : 0;
  written->line_feeds = (uint32_t)__builtin_popcountll(b->line_feed & keep & (~0ull << written->last_end));
  return m;
}

static int write_plain(const glane_block *block, int limit, uint32_t base, int glued, const glane_columns *out,
                       glane_written *written) {
  const token_masks m = tokens_of(block, limit, glued, written);
  const uint64_t rare = m.at_last[3] | m.at_last[4] | m.at_last[5] | m.at_last[6] | m.at_last[7];
  uint64_t starts = m.starts, lasts = m.lasts;
  int n = 0;
  for (; starts; n++) {
    int start = __builtin_ctzll(starts), last = __builtin_ctzll(lasts);
    uint64_t shape = (m.at_last[0] >> last & 1) | (m.at_last[1] >> last & 1) << 1 | (m.at_last[2] >> last & 1) << 2 |
                     (m.at_last[8] >> last & 1) << 8 | (m.at_start[0] >> start & 1) << 9 |
                     (m.at_start[1] >> start & 1) << 10 | (m.at_start[2] >> start & 1) << 11 |
                     (m.has_letter >> last & 1) << 12;
    if (rare >> last & 1)
      for (int bit = 3; bit < 8; bit++) shape |= (m.at_last[bit] >> last & 1) << bit;
    out->starts[n] = base + (uint32_t)start;
    out->ends[n] = base + (uint32_t)last + 1;
    out->kinds[n] = (uint8_t)((m.kinds[0] >> start & 1) | (m.kinds[1] >> start & 1) << 1 | (m.kinds[2] >> start & 1) << 2 |
                             (m.kinds[3] >> start & 1) << 3);
    out->shapes[n] = (uint16_t)shape;
    starts &= starts - 1;
    lasts &= lasts - 1;
  }
  return n;
}

#if defined(__x86_64__) && defined(__gnu_linux__)
#include <immintrin.h>

#define GLANE_WIDE __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,lzcnt,popcnt")))

#define GLANE_BMI2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

/// The writer of tokens that suits the processor: 2 where it compresses bytes (AVX-512 VBMI2), 1 where it deposits bits (BMI2).
static int best_writer;
__attribute__((constructor)) static void glane_find_writer(void) {
  __builtin_cpu_init();
  best_writer = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
  if (best_writer && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2"))
    best_writer = 2;
}

/// Eight bits of `mask` from bit `i` on, as the lowest bits of eight bytes.
GLANE_BMI2 static inline uint64_t spread(uint64_t mask, int i) {
  return _pdep_u64(mask >> i, 0x0101010101010101);
}

/// Eight tokens at a time, whether there are as many or not.
GLANE_BMI2 static int write_bmi2(const glane_block *block, int limit, uint32_t base, int glued, const glane_columns *out,
                                 glane_written *written) {
  const token_masks m = tokens_of(block, limit, glued, written);
  const int n = __builtin_popcountll(m.starts);
  uint64_t kinds[4], low[8], high[5];
  for (int bit = 0; bit < 4; bit++) kinds[bit] = _pext_u64(m.kinds[bit], m.starts);
  for (int bit = 0; bit < 8; bit++) low[bit] = _pext_u64(m.at_last[bit], m.lasts);
  high[0] = _pext_u64(m.at_last[8], m.lasts);
  for (int bit = 0; bit < 3; bit++) high[1 + bit] = _pext_u64(m.at_start[bit], m.starts);
  high[4] = _pext_u64(m.has_letter, m.lasts);
  uint64_t starts = m.starts, ends = m.ends;
  for (int i = 0; i < n; i += 8) {
    for (int k = 0; k < 8; k++) {
      out->starts[i + k] = base + (uint32_t)_tzcnt_u64(starts);
      out->ends[i + k] = base + (uint32_t)_tzcnt_u64(ends);
      starts = _blsr_u64(starts);
      ends = _blsr_u64(ends);
    }
    uint64_t kind = 0, first = 0, second = 0;
    for (int bit = 0; bit < 4; bit++) kind |= spread(kinds[bit], i) << bit;
    for (int bit = 0; bit < 8; bit++) first |= spread(low[bit], i) << bit;
    for (int bit = 0; bit < 5; bit++) second |= spread(high[bit], i) << bit;
    __builtin_memcpy(out->kinds + i, &kind, sizeof(kind));
    __m128i shapes = _mm_unpacklo_epi8(_mm_cvtsi64_si128((long long)first), _mm_cvtsi64_si128((long long)second));
    _mm_storeu_si128((__m128i *)(out->shapes + i), shapes);
  }
  return n;
}

GLANE_WIDE static inline void write_offsets(__m512i offsets, int n, uint32_t base, uint32_t *out) {
  const __m512i bases = _mm512_set1_epi32((int)base);
  for (int i = 0; i < n; i += 16) {
    _mm512_storeu_si512(out + i, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(offsets))));
    offsets = _mm512_alignr_epi32(offsets, offsets, 4);
  }
}

GLANE_WIDE static int write_wide(const glane_block *block, int limit, uint32_t base, int glued, const glane_columns *out,
                                 glane_written *written) {
  static const uint8_t numbers[64] __attribute__((aligned(64))) = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const token_masks m = tokens_of(block, limit, glued, written);
  const __m512i iota = _mm512_load_si512(numbers);
  const int n = __builtin_popcountll(m.starts);
  write_offsets(_mm512_maskz_compress_epi8(m.starts, iota), n, base, out->starts);
  write_offsets(_mm512_maskz_compress_epi8(m.ends, iota), n, base, out->ends);
  __m512i kind = _mm512_setzero_si512();
  for (int bit = 0; bit < 4; bit++)
    kind = _mm512_or_si512(kind, _mm512_maskz_set1_epi8(_pext_u64(m.kinds[bit], m.starts), (char)(1 << bit)));
  _mm512_storeu_si512(out->kinds, kind);
  uint64_t bits[13];
  for (int bit = 0; bit < 9; bit++) bits[bit] = _pext_u64(m.at_last[bit], m.lasts);
  for (int bit = 0; bit < 3; bit++) bits[9 + bit] = _pext_u64(m.at_start[bit], m.starts);
  bits[12] = _pext_u64(m.has_letter, m.lasts);
  for (int i = 0; i < n; i += 32) {
    __m512i shape = _mm512_setzero_si512();
    for (int bit = 0; bit < 13; bit++)
      shape = _mm512_or_si512(shape, _mm512_maskz_set1_epi16((__mmask32)(bits[bit] >> i), (short)(1 << bit)));
    _mm512_storeu_si512(out->shapes + i, shape);
  }
  return n;
}

int glane_block_write_by(int writer, const glane_block *block, int limit, uint32_t base, int glued,
                         const glane_columns *out, glane_written *written) {
  if (writer > best_writer) return -1;
  return writer == 2   ? write_wide(block, limit, base, glued, out, written)
         : writer == 1 ? write_bmi2(block, limit, base, glued, out, written)
                       : write_plain(block, limit, base, glued, out, written);
}

int glane_block_write(const glane_block *block, int limit, uint32_t base, int glued, const glane_columns *out,
                      glane_written *written) {
  return glane_block_write_by(best_writer, block, limit, base, glued, out, written);
}
#else
int glane_block_write_by(int writer, const glane_block *block, int limit, uint32_t base, int glued,
                         const glane_columns *out, glane_written *written) {
  return writer > 0 ? -1 : write_plain(block, limit, base, glued, out, written);
}

int glane_block_write(const glane_block *block, int limit, uint32_t base, int glued, const glane_columns *out,
                      glane_written *written) {
  return write_plain(block, limit, base, glued, out, written);
}
#endif

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
