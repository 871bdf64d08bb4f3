// An opaque shim over ICU: no <unicode/...> here, so that Swift and Foundation never see ICU's own headers.
#pragma once
#include <stdint.h>

/// ICU's Unicode version, as (major << 8) | minor.
uint32_t glane_icu_unicode_version(void);

/// The number of code points: every table below has this many entries.
#define GLANE_CODE_POINTS 0x110000

/// Properties that `glane_icu_property` reads. Values are ICU's own numbering.
enum {
  GLANE_GENERAL_CATEGORY = 0,
  GLANE_WORD_BREAK = 1,
  GLANE_GRAPHEME_BREAK = 2,
  GLANE_SENTENCE_BREAK = 3,
  GLANE_LINE_BREAK = 4,
  GLANE_SCRIPT = 5,
  GLANE_WHITE_SPACE = 6,
  GLANE_EXTENDED_PICTOGRAPHIC = 7,
  GLANE_EMOJI_PRESENTATION = 8,
  GLANE_LOWERCASE = 9,
  GLANE_UPPERCASE = 10,
  GLANE_COMBINING_CLASS = 11,
};

/// Writes the value of one property for every code point into `out` (GLANE_CODE_POINTS entries).
void glane_icu_property(int property, uint16_t *out);

/// Writes the canonical decomposition of `c`, or `c` itself, into `out`; returns its length, at most `capacity`.
int glane_icu_decompose(uint32_t c, uint32_t *out, int capacity);

/// The simple lower-case mapping of `c`.
uint32_t glane_icu_lower(uint32_t c);

/// An iterator over boundaries of the root locale. Not for two threads at once.
typedef struct glane_icu_breaker glane_icu_breaker;

enum { GLANE_WORDS = 0, GLANE_GRAPHEMES = 1, GLANE_SENTENCES = 2 };

/// Opens an iterator; null where ICU has none.
glane_icu_breaker *glane_icu_breaker_open(int kind);
void glane_icu_breaker_close(glane_icu_breaker *breaker);

/// Writes `base` + the end of each segment of `utf8` (`count` bytes) into `out`, which has room for `capacity` >= `count`.
/// Maximal bad parts count as U+FFFD. Returns the number of ends, or -1 where ICU fails.
int64_t glane_icu_breaker_run(glane_icu_breaker *breaker, const uint8_t *utf8, int64_t count, uint32_t base, uint32_t *out,
                              int64_t capacity);

/// A part of a text that NFC changes, and what it becomes.
typedef struct glane_icu_segment {
  int64_t start, end;
  int32_t length;
  uint8_t utf8[1024];
} glane_icu_segment;

/// Finds the first part of `utf8` at or after `from` that NFC changes; 0 where there is none. `from` is 0 or the end of the
/// part found before. Bytes that are not UTF-8, and runs of more than 30 marks, stay as they are. Linear in the text.
int glane_icu_nfc_next(const uint8_t *utf8, int64_t count, int64_t from, glane_icu_segment *out);
