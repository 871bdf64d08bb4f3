#include "glane_icu.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>

uint32_t glane_icu_unicode_version(void) {
  UVersionInfo v;
  u_getUnicodeVersion(v);
  return ((uint32_t)v[0] << 8) | v[1];
}

static UProperty icu_property(int property) {
  switch (property) {
    case GLANE_GENERAL_CATEGORY: return UCHAR_GENERAL_CATEGORY;
    case GLANE_WORD_BREAK: return UCHAR_WORD_BREAK;
    case GLANE_GRAPHEME_BREAK: return UCHAR_GRAPHEME_CLUSTER_BREAK;
    case GLANE_SENTENCE_BREAK: return UCHAR_SENTENCE_BREAK;
    case GLANE_LINE_BREAK: return UCHAR_LINE_BREAK;
    case GLANE_SCRIPT: return UCHAR_SCRIPT;
    case GLANE_WHITE_SPACE: return UCHAR_WHITE_SPACE;
    case GLANE_EXTENDED_PICTOGRAPHIC: return UCHAR_EXTENDED_PICTOGRAPHIC;
    case GLANE_EMOJI_PRESENTATION: return UCHAR_EMOJI_PRESENTATION;
    case GLANE_LOWERCASE: return UCHAR_LOWERCASE;
    case GLANE_UPPERCASE: return UCHAR_UPPERCASE;
    default: return UCHAR_CANONICAL_COMBINING_CLASS;
  }
}

void glane_icu_property(int property, uint16_t *out) {
  UProperty p = icu_property(property);
  for (UChar32 c = 0; c < GLANE_CODE_POINTS; c++) out[c] = (uint16_t)u_getIntPropertyValue(c, p);
}

int glane_icu_decompose(uint32_t c, uint32_t *out, int capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  if (capacity < 1) return 0;
  out[0] = c;
  if (U_FAILURE(status)) return 1;
  UChar units[16];
  int32_t length = unorm2_getDecomposition(nfd, (UChar32)c, units, 16, &status);
  if (length < 0 || U_FAILURE(status)) return 1;
  int n = 0;
  for (int32_t i = 0; i < length && n < capacity;) {
    UChar32 d;
    U16_NEXT(units, i, length, d);
    out[n++] = (uint32_t)d;
  }
  return n;
}

uint32_t glane_icu_lower(uint32_t c) { return (uint32_t)u_tolower((UChar32)c); }
