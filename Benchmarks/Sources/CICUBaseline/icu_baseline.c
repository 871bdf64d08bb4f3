#include "icu_baseline.h"
#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct icu_baseline {
  const char *utf8;
  int64_t count;
  UChar *utf16;
  int32_t length;
  UBreakIterator *words;
  UBreakIterator *sentences;
};

icu_baseline *icu_baseline_open(const uint8_t *utf8, int64_t count) {
  UErrorCode status = U_ZERO_ERROR;
  icu_baseline *b = calloc(1, sizeof(*b));
  if (!b || count > INT32_MAX) return NULL;
  b->utf8 = (const char *)utf8;
  b->count = count;
  b->utf16 = malloc(sizeof(UChar) * (size_t)(count + 1));
  if (!b->utf16) return NULL;
  u_strFromUTF8WithSub(b->utf16, (int32_t)count + 1, &b->length, b->utf8, (int32_t)count, 0xFFFD, NULL, &status);
  b->words = ubrk_open(UBRK_WORD, "", b->utf16, b->length, &status);
  b->sentences = ubrk_open(UBRK_SENTENCE, "fr", b->utf16, b->length, &status);
  return U_FAILURE(status) ? NULL : b;
}

void icu_baseline_close(icu_baseline *b) {
  if (!b) return;
  ubrk_close(b->words);
  ubrk_close(b->sentences);
  free(b->utf16);
  free(b);
}

static int64_t walk(UBreakIterator *iterator) {
  int64_t n = 0;
  for (ubrk_first(iterator); ubrk_next(iterator) != UBRK_DONE;) n++;
  return n;
}

int64_t icu_baseline_utf16(icu_baseline *b) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(b->words, b->utf16, b->length, &status);
  return walk(b->words);
}

int64_t icu_baseline_utf16_status(icu_baseline *b) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(b->words, b->utf16, b->length, &status);
  int64_t n = 0;
  for (ubrk_first(b->words); ubrk_next(b->words) != UBRK_DONE;) n += ubrk_getRuleStatus(b->words) >= UBRK_WORD_NONE_LIMIT;
  return n;
}

int64_t icu_baseline_utext(icu_baseline *b) {
  UErrorCode status = U_ZERO_ERROR;
  UText text = UTEXT_INITIALIZER;
  utext_openUTF8(&text, b->utf8, b->count, &status);
  ubrk_setUText(b->words, &text, &status);
  int64_t n = walk(b->words);
  utext_close(&text);
  return n;
}

int64_t icu_baseline_sentences(icu_baseline *b) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(b->sentences, b->utf16, b->length, &status);
  return walk(b->sentences);
}
