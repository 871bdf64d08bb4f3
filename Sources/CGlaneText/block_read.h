// The reading of a block: classes of bytes as masks, then what they say together.
#pragma once
#include "block_masks.h"
#include "glane_blocks.h"

/// The classes of bytes that nearly every block needs. What few blocks hold is looked for where these say that it is there.
typedef struct class_masks {
  uint64_t non_ascii;
  uint64_t letter, upper;  ///< of ASCII
  uint64_t c3;
  uint64_t second;        ///< 0x80-0xBF but 0x97 and 0xB7: after 0xC3 they are the multiplication and the division sign
  uint64_t upper_second;  ///< 0x80-0x9E
  uint64_t digit;
  uint64_t blank, line_feed;  ///< U+0020, U+000A
  uint64_t hyphen, stop, apostrophe;
  uint64_t mark;             ///< , ; : ! ? ( ) " %
  uint64_t percent_or_open;  ///< % (
  uint64_t elidable;         ///< c d j l m n s t y, and their capitals
  uint64_t c, od;            ///< letters of either case
  uint64_t ivx;              ///< I V X
} class_masks;

/// The bytes, loaded once more: kept in registers for the few blocks that need them, they would push out what all need. The
/// empty assembly hides that they are the same.
#define AGAIN(bytes)                             \
  ({                                             \
    const uint8_t *again = (bytes);              \
    __asm__("" : "+r"(again));                   \
    v64 loaded;                                  \
    __builtin_memcpy(&loaded, again, sizeof(loaded)); \
    loaded;                                      \
  })

/// The bytes after five letters of ASCII, or after seven where the last but one is o or d: no word of five letters or more keeps
/// its full stop but `approx.`, whose first letter may have an accent.
static inline uint64_t no_abbreviation(uint64_t ascii, uint64_t od) {
  const uint64_t two = ascii & ascii << 1, four = two & two << 2;
  return ((four & ascii << 4 & ~(od << 1)) | (four & four << 3)) << 1;
}

/// The bytes after digits with a blank before them.
static inline uint64_t number_end(uint64_t digit, uint64_t space) {
  return ((digit & space << 1) + digit) & ~digit;
}

/// Returns where the block may be cut if its masks tell all up to there; 0 if they do not.
static inline ALWAYS_INLINE int settle(const uint8_t *bytes, const class_masks m, glane_block *out) {
  const uint64_t digit = m.digit, hyphen = m.hyphen, stop = m.stop, apostrophe = m.apostrophe, non_ascii = m.non_ascii;
  const uint64_t pairs = m.c3 & m.second >> 1;
  const uint64_t letter = m.letter | pairs | pairs << 1;
  uint64_t mark = m.mark, space = m.blank | m.line_feed, event = 0;

  uint64_t other = ~(letter | digit | space | mark | stop | hyphen | apostrophe | non_ascii);
  uint64_t control = 0, slash = 0;
  if (RARELY(other)) {
    v64 v = AGAIN(bytes);
    slash = BITS(IS(v, '/'));
    space |= BITS(IS(v, '\t')) | (BITS(IS(v, '\r')) & m.line_feed >> 1);
    control = BITS((v64)(v < 0x20) | IS(v, 0x7F)) & ~space;
    event = (BITS(IS(v, ':')) & slash >> 1) | (other & ~(space | slash | control));
  }

  uint64_t percent = 0;
  if (RARELY(m.percent_or_open)) {
    v64 v = AGAIN(bytes);
    percent = BITS(IS(v, '%'));
    // traité(e): a bracket against a word, around letters alone. Where the letters reach the end of the block, nobody knows.
    uint64_t inner = m.percent_or_open & ~percent & (letter | digit) << 1 & letter >> 1;
    uint64_t after = ((inner << 1) + letter) & ~letter;
    event |= inner & -(uint64_t)((after & BITS(IS(v, ')'))) != 0 || letter >> 63);
  }
  // What ends an address or a word, and belongs to none.
  const uint64_t closer = space | (mark & ~percent);

  // Decimals, dates, fractions; but A4 and 1971-72 are words and take none.
  uint64_t decimal = digit << 1 & digit >> 1 & (mark | stop | slash | apostrophe), none = 0;
  if (RARELY(decimal)) {
    v64 v = AGAIN(bytes);
    decimal &= stop | slash | apostrophe | BITS(IS(v, ','));
    uint64_t bound = digit & (letter | hyphen | BITS(IS(v, '_'))) << 1;
    none = (bound + digit) & ~digit & decimal;
    decimal &= ~none;
  }

  const uint64_t alone = ~((letter | non_ascii | digit | hyphen) << 1);
  uint64_t elision = apostrophe & (m.elidable & alone) << 1;
  if (RARELY(apostrophe & ~elision)) {
    v64 v = AGAIN(bytes);
    elision |= apostrophe & ((BITS(IS(v | (uint8_t)0x20, 'q')) & alone) << 1 & BITS(IS(v | (uint8_t)0x20, 'u'))) << 1;
  }
  // l'on and N'Djamena stay whole.
  if (RARELY(elision & m.od >> 1)) {
    v64 v = AGAIN(bytes);
    v |= (uint8_t)0x20;
    uint64_t l = BITS(IS(v, 'l')), n = BITS(IS(v, 'n')), o = BITS(IS(v, 'o'));
    elision &= ~(l << 1 & o >> 1 & n >> 2 & ~letter >> 3) & ~(n << 1 & (m.od & ~o) >> 1);
  }

  const uint64_t sign = hyphen & ~(hyphen << 1) & closer >> 1;
  const uint64_t full_stop = stop & (no_abbreviation(m.letter, m.od) | number_end(digit, space)) & closer >> 1;
  event |= ((stop | slash | apostrophe) & ~decimal & ~elision & ~full_stop) | none;
  event |= hyphen & ~sign;
  event |= digit << 1 & (letter | (space & digit >> 1));

  // Before e, r and Latin-1's letters; c d j l m n s t y are out at once, as those of "Il".
  uint64_t roman = m.ivx & (letter & ~m.upper & ~m.elidable) >> 1;
  if (RARELY(roman)) {
    v64 v = AGAIN(bytes);
    roman &= (BITS(IS(v, 'e') | IS(v, 'r')) | pairs) >> 1;
  }

  const uint64_t upper = m.upper | (pairs & m.upper_second >> 1);
  mark = (mark & ~decimal) | sign | full_stop;
  const uint64_t closed = mark | (elision & ~(m.c << 1));
  *out = (glane_block){
      .letter = letter,
      .pairs = pairs,
      .upper = upper,
      .lower = letter & ~upper & ~(upper << 1 & non_ascii),
      .digit = digit,
      .space = space,
      .line_feed = m.line_feed,
      .percent = percent,
      .stop = stop,
      .hyphen = hyphen,
      .apostrophe = apostrophe,
      .non_ascii = non_ascii,
      .roman = roman,
      .mark = mark,
      .mark_end = mark << 1,
      .elision = elision,
      .elision_end = elision << 1,
      .joined = decimal,
      .closed = closed,
      .event = event,
      .doubtful = control,
  };
  const uint64_t cuts = ((space & ~(space >> 1)) | (closed & (mark | GLANE_BELOW(60)))) & GLANE_BELOW(62);
  if (!cuts || (control | (non_ascii & ~letter))) return 0;
  const int limit = 64 - __builtin_clzll(cuts);
  return event & GLANE_BELOW(limit) ? 0 : limit;
}

/// For any processor: one comparison or more for each class.
static inline ALWAYS_INLINE int read_plain(const uint8_t *bytes, glane_block *out) {
  v64 v;
  __builtin_memcpy(&v, bytes, sizeof(v));
  const v64 low = v | (uint8_t)0x20;
  return settle(bytes,
         (class_masks){
             .non_ascii = BITS((v64)(v >= 0x80)),
             .letter = BITS(IN(low, 'a', 'z')),
             .upper = BITS(IN(v, 'A', 'Z')),
             .c3 = BITS(IS(v, 0xC3)),
             .second = BITS(IN(v, 0x80, 0xBF) & ~(IS(v, 0x97) | IS(v, 0xB7))),
             .upper_second = BITS(IN(v, 0x80, 0x9E)),
             .digit = BITS(IN(v, '0', '9')),
             .blank = BITS(IS(v, ' ')),
             .line_feed = BITS(IS(v, '\n')),
             .hyphen = BITS(IS(v, '-')),
             .stop = BITS(IS(v, '.')),
             .apostrophe = BITS(IS(v, '\'')),
             .mark = BITS(IS(v, ',') | IN(v, '(', ')') | IN(v, ':', ';') | IN(v, '!', '"') | IS(v, '?') | IS(v, '%')),
             .percent_or_open = BITS(IS(v, '%') | IS(v, '(')),
             .elidable = BITS(IN(low, 'c', 'd') | IN(low, 'l', 'n') | IN(low, 's', 't') | IS(low, 'j') | IS(low, 'y')),
             .c = BITS(IS(low, 'c')),
             .od = BITS(IS(low, 'o') | IS(low, 'd')),
             .ivx = BITS(IS(v, 'I') | IS(v, 'V') | IS(v, 'X')),
         },
         out);
}

#if GLANE_X86
/// The highest bits of 64 bytes. The empty assembly keeps the compiler from taking comparisons of vectors apart.
GLANE_AVX2 static inline ALWAYS_INLINE uint64_t tops(__m256i first, __m256i second) {
  uint64_t mask = (uint32_t)_mm256_movemask_epi8(first) | (uint64_t)(uint32_t)_mm256_movemask_epi8(second) << 32;
  __asm__("" : "+r"(mask));
  return mask;
}

/// Bit `i` of each of 64 bytes.
#define BIT(pair, i) tops(_mm256_slli_epi16((pair)[0], 7 - (i)), _mm256_slli_epi16((pair)[1], 7 - (i)))
/// Bit `i` of each or the bit below it.
#define BIT_OR_NEXT(pair, i)                                                                              \
  tops(_mm256_or_si256(_mm256_slli_epi16((pair)[0], 7 - (i)), _mm256_slli_epi16((pair)[0], 8 - (i))), \
       _mm256_or_si256(_mm256_slli_epi16((pair)[1], 7 - (i)), _mm256_slli_epi16((pair)[1], 8 - (i))))

// Classes by the two halves of a byte: a bit is set where the tables of both halves have it, so that each stands for some
// rows of 16 characters and some places in them.
enum { MARK_2, MARK_3, LINE_FEED, BLANK, DIGIT, APOSTROPHE, STOP, HYPHEN };
enum { ROMAN_VX, ROMAN_I, ELIDABLE_B, ELIDABLE_A, PERCENT_OR_OPEN, O_OR_D, LETTER_C, UPPER_ROWS };

/// Adds `class` to what `table` says of a half byte.
#define B(class) (char)(1u << (class))
#define TABLE(...) _mm256_broadcastsi128_si256(_mm_setr_epi8(__VA_ARGS__))

GLANE_AVX2 static inline ALWAYS_INLINE int read_avx2(const uint8_t *bytes, glane_block *out) {
  const char up = B(UPPER_ROWS);
  // By the lower half.
  const __m256i signs_low = TABLE(
      B(BLANK) | B(DIGIT), B(MARK_2) | B(DIGIT), B(MARK_2) | B(DIGIT), B(DIGIT), B(DIGIT), B(MARK_2) | B(DIGIT), B(DIGIT),
      B(APOSTROPHE) | B(DIGIT), B(MARK_2) | B(DIGIT), B(MARK_2) | B(DIGIT), B(LINE_FEED) | B(MARK_3), B(MARK_3), B(MARK_2),
      B(HYPHEN), B(STOP), B(MARK_3));
  const __m256i letters_low = TABLE(
      up, up, up, up | B(LETTER_C) | B(ELIDABLE_A) | B(ELIDABLE_B), up | B(O_OR_D) | B(ELIDABLE_A) | B(ELIDABLE_B),
      up | B(PERCENT_OR_OPEN), up | B(ROMAN_VX), up, up | B(ROMAN_VX) | B(PERCENT_OR_OPEN),
      up | B(ROMAN_I) | B(ELIDABLE_B), up | B(ELIDABLE_A), up, up | B(ELIDABLE_A), up | B(ELIDABLE_A),
      up | B(ELIDABLE_A), up | B(O_OR_D));
  // By the upper half.
  const char c_to_o = B(LETTER_C) | B(O_OR_D) | B(ELIDABLE_A);
  const __m256i signs_high = TABLE(
      B(LINE_FEED), 0, B(BLANK) | B(MARK_2) | B(APOSTROPHE) | B(STOP) | B(HYPHEN), B(DIGIT) | B(MARK_3), 0, 0, 0, 0, 0, 0,
      0, 0, 0, 0, 0, 0);
  const __m256i letters_high = TABLE(
      0, 0, B(PERCENT_OR_OPEN), 0, up | c_to_o | B(ROMAN_I), up | B(ELIDABLE_B) | B(ROMAN_VX), c_to_o, B(ELIDABLE_B), 0, 0,
      0, 0, 0, 0, 0, 0);

  const __m256i v[2] = {_mm256_loadu_si256((const __m256i *)bytes), _mm256_loadu_si256((const __m256i *)(bytes + 32))};
  __m256i signs[2], letters[2], letter[2], c3[2], second[2], upper_second[2];
  for (int i = 0; i < 2; i++) {
    const __m256i high = _mm256_and_si256(_mm256_srli_epi16(v[i], 4), _mm256_set1_epi8(0x0F));
    // The lower halves of bytes from 0x80 on give none.
    signs[i] = _mm256_and_si256(_mm256_shuffle_epi8(signs_low, v[i]), _mm256_shuffle_epi8(signs_high, high));
    letters[i] = _mm256_and_si256(_mm256_shuffle_epi8(letters_low, v[i]), _mm256_shuffle_epi8(letters_high, high));
    // As signed bytes: z becomes the greatest.
    const __m256i small = _mm256_or_si256(v[i], _mm256_set1_epi8(0x20));
    letter[i] = _mm256_cmpgt_epi8(_mm256_add_epi8(small, _mm256_set1_epi8(127 - 'z')), _mm256_set1_epi8(127 - 26));
    c3[i] = _mm256_cmpeq_epi8(v[i], _mm256_set1_epi8((char)0xC3));
    const __m256i operators =
        _mm256_cmpeq_epi8(_mm256_and_si256(v[i], _mm256_set1_epi8((char)0xDF)), _mm256_set1_epi8((char)0x97));
    second[i] = _mm256_andnot_si256(operators, _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0xC0), v[i]));
    upper_second[i] = _mm256_cmpgt_epi8(_mm256_set1_epi8((char)0x9F), v[i]);
  }
  const uint64_t ascii_letter = tops(letter[0], letter[1]);
  return settle(bytes,
         (class_masks){
             .non_ascii = tops(v[0], v[1]),
             .letter = ascii_letter,
             .upper = ascii_letter & BIT(letters, UPPER_ROWS),
             .c3 = tops(c3[0], c3[1]),
             .second = tops(second[0], second[1]),
             .upper_second = tops(upper_second[0], upper_second[1]),
             .digit = BIT(signs, DIGIT),
             .blank = BIT(signs, BLANK),
             .line_feed = BIT(signs, LINE_FEED),
             .hyphen = BIT(signs, HYPHEN),
             .stop = BIT(signs, STOP),
             .apostrophe = BIT(signs, APOSTROPHE),
             .mark = BIT_OR_NEXT(signs, MARK_3),
             .percent_or_open = BIT(letters, PERCENT_OR_OPEN),
             .elidable = BIT_OR_NEXT(letters, ELIDABLE_A),
             .c = BIT(letters, LETTER_C),
             .od = BIT(letters, O_OR_D),
             .ivx = BIT_OR_NEXT(letters, ROMAN_I),
         },
         out);
}
#endif
