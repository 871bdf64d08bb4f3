// The writing of a block: its masks become tokens.
#pragma once
#include "block_masks.h"
#include "glane_blocks.h"

/// The tokens of a block, one bit for each: where it starts, or at its last byte. What the other bits of a mask are is left open,
/// but in the first three.
typedef struct token_masks {
  uint64_t starts, ends, lasts;
  uint64_t kinds[4];    ///< at the starts
  uint64_t at_start[3];  ///< bits 9 to 11 of TokenShape in GlaneText, at the starts: glued, line, paragraph
  uint64_t at_last[9];  ///< bits 0 to 8, at the last bytes
  uint64_t has_letter;  ///< bit 12, at the last bytes
} token_masks;

/// Whether a token has a bit of `mask`, at its last byte. The sum carries over the token from the first such bit on.
static inline uint64_t any(uint64_t mask, uint64_t inside) { return (inside + (mask & inside)) | mask; }

static inline __attribute__((always_inline)) token_masks tokens_of(const glane_block *b, int limit, int glued,
                                                                   glane_columns *out) {
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
  m.at_start[0] = m.ends | (uint64_t)glued;
  m.at_start[1] = (space + b->line_feed) & ~space;
  m.at_start[2] = (space + (b->line_feed & ~first_feeds)) & ~space;

  // All bytes of tokens but the last: differences of powers of two.
  const uint64_t inside = m.lasts - m.starts;
  // The first letter of each token, which is its first byte but in 4L or -t-il.
  uint64_t first = (m.starts & b->letter) | (((m.starts & ~b->letter) + (inside & ~b->letter)) & b->letter);
  uint64_t letter = any(b->letter, inside);
  m.at_last[0] = any(b->upper & first, inside);
  m.at_last[1] = any(b->upper & ~first, inside);
  m.at_last[2] = any(b->lower, inside);
  m.at_last[3] = any(b->digit, inside);
  m.at_last[4] = any(b->hyphen, inside);
  m.at_last[5] = any(b->apostrophe | b->curly, inside);
  m.at_last[6] = any(b->stop, inside);
  m.at_last[7] = (b->apostrophe | b->curly << 2) & letter;
  m.at_last[8] = any(b->non_ascii, inside);
  m.has_letter = letter;

  out->starts_mask = m.starts;
  out->last_end = m.ends ? 63 - (uint32_t)__builtin_clzll(m.ends) : 0;
  out->line_feeds = (uint32_t)__builtin_popcountll(b->line_feed & keep & (~0ull << out->last_end));
  return m;
}

static inline ALWAYS_INLINE int write_plain(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  const token_masks m = tokens_of(block, limit, glued, out);
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

#if GLANE_X86
/// Four rows of 16 bits. The empty assembly keeps the compiler from doing this in vectors, which takes longer.
GLANE_AVX2 static inline ALWAYS_INLINE long long four(const uint64_t rows[4]) {
  uint64_t all = (rows[0] | rows[1] << 16) | (rows[2] | rows[3] << 16) << 32;
  __asm__("" : "+r"(all));
  return (long long)all;
}

/// Sixteen rows of 16 bits, each row the lowest bits of a word: what is bit `i` of row `j` becomes bit `j` of number `i`, for
/// j < 8 in the first and the third 8 bytes, for j >= 8 in the second and the fourth.
GLANE_AVX2 static inline ALWAYS_INLINE __m256i transpose(const uint64_t rows[16]) {
  __m256i v = _mm256_setr_epi64x(four(rows), four(rows + 4), four(rows + 8), four(rows + 12));
  // Squares of eight rows by eight bits: columns 0-7 of rows 0-7 and of rows 8-15, then columns 8-15 of both.
  const __m256i halves = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 2, 4, 6, 8, 10, 12, 14, 1, 3, 5, 7, 9, 11, 13, 15));
  v = _mm256_permute4x64_epi64(_mm256_shuffle_epi8(v, halves), 0xD8);
  // Each square is turned over: bits, then pairs, then fours of them change places.
  __m256i t = _mm256_and_si256(_mm256_xor_si256(v, _mm256_srli_epi64(v, 7)), _mm256_set1_epi64x(0x00AA00AA00AA00AA));
  v = _mm256_xor_si256(v, _mm256_xor_si256(t, _mm256_slli_epi64(t, 7)));
  t = _mm256_and_si256(_mm256_xor_si256(v, _mm256_srli_epi64(v, 14)), _mm256_set1_epi64x(0x0000CCCC0000CCCC));
  v = _mm256_xor_si256(v, _mm256_xor_si256(t, _mm256_slli_epi64(t, 14)));
  t = _mm256_and_si256(_mm256_xor_si256(v, _mm256_srli_epi64(v, 28)), _mm256_set1_epi64x(0x00000000F0F0F0F0));
  return _mm256_xor_si256(v, _mm256_xor_si256(t, _mm256_slli_epi64(t, 28)));
}

/// Writes eight offsets, which are the lowest six bits of as many bytes.
GLANE_AVX2 static inline void write_eight(__m128i bytes, uint32_t base, uint32_t *out) {
  _mm256_storeu_si256((__m256i *)out, _mm256_add_epi32(_mm256_cvtepu8_epi32(bytes), _mm256_set1_epi32((int)base)));
}

/// Sixteen tokens at a time, whether there are as many or not: what is known of all tokens is a row of bits for each thing known,
/// taken out of the masks; so are their offsets, of which the place of each bit has six.
GLANE_AVX2 static inline ALWAYS_INLINE int write_avx2(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  const token_masks m = tokens_of(block, limit, glued, out);
  const int n = __builtin_popcountll(m.starts);
  // Bit k of the numbers from 0 to 63.
  static const uint64_t places[6] = {0xAAAAAAAAAAAAAAAA, 0xCCCCCCCCCCCCCCCC, 0xF0F0F0F0F0F0F0F0,
                                     0xFF00FF00FF00FF00, 0xFFFF0000FFFF0000, 0xFFFFFFFF00000000};
  for (int i = 0; i < n; i += 16) {
    uint64_t starts = m.starts, lasts = m.lasts;
    if (RARELY(n > 16)) {
      starts = _pdep_u64(0xFFFFull << i, starts);
      lasts = _pdep_u64(0xFFFFull << i, lasts);
    }
    const uint64_t ends = lasts << 1;
    // The offsets, with the kinds where they leave room.
    const uint64_t places_rows[16] = {
        _pext_u64(places[0], starts), _pext_u64(places[1], starts), _pext_u64(places[2], starts),
        _pext_u64(places[3], starts), _pext_u64(places[4], starts), _pext_u64(places[5], starts),
        _pext_u64(m.kinds[0], starts), _pext_u64(m.kinds[1], starts),
        _pext_u64(places[0], ends), _pext_u64(places[1], ends), _pext_u64(places[2], ends),
        _pext_u64(places[3], ends), _pext_u64(places[4], ends), _pext_u64(places[5], ends),
        _pext_u64(m.kinds[2], starts), _pext_u64(m.kinds[3], starts)};
    const uint64_t shape_rows[16] = {
        _pext_u64(m.at_last[0], lasts), _pext_u64(m.at_last[1], lasts), _pext_u64(m.at_last[2], lasts),
        _pext_u64(m.at_last[3], lasts), _pext_u64(m.at_last[4], lasts), _pext_u64(m.at_last[5], lasts),
        _pext_u64(m.at_last[6], lasts), _pext_u64(m.at_last[7], lasts), _pext_u64(m.at_last[8], lasts),
        _pext_u64(m.at_start[0], starts), _pext_u64(m.at_start[1], starts), _pext_u64(m.at_start[2], starts),
        _pext_u64(m.has_letter, lasts)};
    const __m256i shapes = transpose(shape_rows);
    const __m256i pairs = _mm256_broadcastsi128_si256(_mm_setr_epi8(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15));
    _mm256_storeu_si256((__m256i *)(out->shapes + i), _mm256_shuffle_epi8(shapes, pairs));

    const __m256i both = transpose(places_rows);
    const __m256i offsets = _mm256_and_si256(both, _mm256_set1_epi8(63));
    const __m128i first = _mm256_castsi256_si128(offsets), second = _mm256_extracti128_si256(offsets, 1);
    write_eight(first, base, out->starts + i);
    write_eight(second, base, out->starts + i + 8);
    write_eight(_mm_unpackhi_epi64(first, first), base, out->ends + i);
    write_eight(_mm_unpackhi_epi64(second, second), base, out->ends + i + 8);
    // Bits 0 and 1 of the kinds come from the starts, bits 2 and 3 from the ends.
    const __m256i two = _mm256_and_si256(_mm256_srli_epi16(both, 6), _mm256_set1_epi8(3));
    const __m256i high = _mm256_slli_epi16(_mm256_unpackhi_epi64(two, two), 2);
    const __m256i kinds = _mm256_permute4x64_epi64(_mm256_or_si256(two, high), 0xD8);
    _mm_storeu_si128((__m128i *)(out->kinds + i), _mm256_castsi256_si128(kinds));
  }
  return n;
}

GLANE_AVX512 static inline void write_offsets(__m512i offsets, int n, uint32_t base, uint32_t *out) {
  const __m512i bases = _mm512_set1_epi32((int)base);
  for (int i = 0; i < n; i += 16) {
    _mm512_storeu_si512(out + i, _mm512_add_epi32(bases, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(offsets))));
    offsets = _mm512_alignr_epi32(offsets, offsets, 4);
  }
}

GLANE_AVX512 static inline ALWAYS_INLINE int write_avx512(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out) {
  static const uint8_t numbers[64] __attribute__((aligned(64))) = {
      0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
      22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43,
      44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const token_masks m = tokens_of(block, limit, glued, out);
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
#endif
