#include "glane_icu.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

struct glane_icu_breaker {
  UBreakIterator *iterator;
  UChar *units;
  int32_t capacity;
};

glane_icu_breaker *glane_icu_breaker_open(int kind) {
  UErrorCode status = U_ZERO_ERROR;
  glane_icu_breaker *b = calloc(1, sizeof(*b));
  if (!b) return NULL;
  UBreakIteratorType type = kind == GLANE_WORDS ? UBRK_WORD : kind == GLANE_GRAPHEMES ? UBRK_CHARACTER : UBRK_SENTENCE;
  b->iterator = ubrk_open(type, "", NULL, 0, &status);
  if (U_FAILURE(status)) {
    free(b);
    return NULL;
  }
  return b;
}

void glane_icu_breaker_close(glane_icu_breaker *b) {
  if (!b) return;
  ubrk_close(b->iterator);
  free(b->units);
  free(b);
}

int64_t glane_icu_breaker_run(glane_icu_breaker *b, const uint8_t *utf8, int64_t count, uint32_t base, uint32_t *out,
                              int64_t capacity) {
  if (count <= 0 || count >= INT32_MAX || capacity < count) return -1;
  if (b->capacity < count) {
    UChar *units = realloc(b->units, sizeof(UChar) * (size_t)count);
    if (!units) return -1;
    b->units = units;
    b->capacity = (int32_t)count;
  }
  int32_t length = 0;
  for (int32_t i = 0; i < (int32_t)count;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(utf8, i, (int32_t)count, c);
    U16_APPEND_UNSAFE(b->units, length, c);
  }
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(b->iterator, b->units, length, &status);
  if (U_FAILURE(status)) return -1;
  int64_t n = 0;
  int32_t offset = 0, unit = 0;
  ubrk_first(b->iterator);
  for (int32_t boundary = ubrk_next(b->iterator); boundary != UBRK_DONE; boundary = ubrk_next(b->iterator)) {
    while (unit < boundary) {
      UChar32 c;
      U8_NEXT_OR_FFFD(utf8, offset, (int32_t)count, c);
      unit += U16_LENGTH(c);
    }
    out[n++] = base + (uint32_t)offset;
  }
  return n;
}
