#include "glane_icu.h"
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

// UAX #15, stream-safe text: no more than 30 marks in a row. ICU's time grows with the square of a run.
enum { MAX_MARKS = 30, MAX_UNITS = (MAX_MARKS + 1) * 2 * 4 };

/// A scalar, with where it ends; below 0 where the bytes are not UTF-8.
static UChar32 scalar_at(const uint8_t *utf8, int64_t count, int64_t i, int64_t *next) {
  int32_t length = count - i < 8 ? (int32_t)(count - i) : 8, used = 0;
  UChar32 c;
  U8_NEXT(utf8 + i, used, length, c);
  *next = i + used;
  return c;
}

/// Writes the NFC of `start..<end` into `out`; false where it is the same bytes.
static int compose(const UNormalizer2 *nfc, const uint8_t *utf8, int64_t start, int64_t end, glane_icu_segment *out) {
  UChar units[MAX_UNITS], composed[MAX_UNITS * 3];
  int32_t length = 0;
  for (int64_t i = start; i < end;) {
    UChar32 c = scalar_at(utf8, end, i, &i);
    U16_APPEND_UNSAFE(units, length, c);
  }
  UErrorCode status = U_ZERO_ERROR;
  int32_t n = unorm2_normalize(nfc, units, length, composed, MAX_UNITS * 3, &status);
  if (U_FAILURE(status)) return 0;
  int32_t bytes = 0;
  for (int32_t i = 0; i < n;) {
    UChar32 c;
    U16_NEXT(composed, i, n, c);
    if (bytes + 4 > (int32_t)sizeof(out->utf8)) return 0;
    U8_APPEND_UNSAFE(out->utf8, bytes, c);
  }
  if (bytes == end - start && memcmp(out->utf8, utf8 + start, (size_t)bytes) == 0) return 0;
  out->start = start;
  out->end = end;
  out->length = bytes;
  return 1;
}

/// The first byte from `i` on that is 0xCC or more: the first of a scalar from U+0300 on, or of none.
static int64_t skip_latin(const uint8_t *utf8, int64_t count, int64_t i) {
  const uint64_t tops = 0x8080808080808080, ones = 0x0101010101010101;
  for (uint64_t word; i + 8 <= count; i += 8) {
    memcpy(&word, utf8 + i, 8);
    if (((word & ~tops) + (0x80 - 0x4C) * ones) & word & tops) break;
  }
  while (i < count && utf8[i] < 0xCC) i++;
  return i;
}

int glane_icu_nfc_next(const uint8_t *utf8, int64_t count, int64_t from, glane_icu_segment *out) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  int64_t i = from, start = from;  // The segment: a scalar that nothing before it composes with, and what follows it.
  while (i < count) {
    int64_t next = skip_latin(utf8, count, i);
    if (next > i) {  // Below U+0300 all is NFC, and composes with nothing before it.
      i = start = next;
      if (i == count) break;
      if (utf8[i - 1] < 0x80) start = i - 1;
      else if (i >= from + 2 && scalar_at(utf8, i, i - 2, &next) >= 0x80 && next == i) start = i - 2;
    }
    UChar32 c = scalar_at(utf8, count, i, &next);
    if (c < 0) {
      start = i = next;
      continue;
    }
    int is_start = unorm2_hasBoundaryBefore(nfc, c);
    if (is_start) start = i;
    i = next;
    if (is_start && u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK) == UNORM_YES) continue;
    // To the next scalar that starts a segment.
    int marks = !is_start;
    while (i < count) {
      if (utf8[i] < 0xCC) break;
      c = scalar_at(utf8, count, i, &next);
      if (c < 0 || unorm2_hasBoundaryBefore(nfc, c)) break;
      marks++;
      i = next;
    }
    if (marks <= MAX_MARKS && compose(nfc, utf8, start, i, out)) return 1;
    start = i;
  }
  return 0;
}
