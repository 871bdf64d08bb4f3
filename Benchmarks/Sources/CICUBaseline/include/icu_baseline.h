// ICU's own word iterator, used as its documentation shows: what the figures are compared with.
#pragma once
#include <stdint.h>

typedef struct icu_baseline icu_baseline;

/// Converts the text to UTF-16 and opens root word iterators over it; null where ICU fails.
icu_baseline *icu_baseline_open(const uint8_t *utf8, int64_t count);
void icu_baseline_close(icu_baseline *);

/// Walks all word boundaries and returns their number: over UTF-16, over UTF-16 with each word's rule status, over UTF-8
/// by UText.
int64_t icu_baseline_utf16(icu_baseline *);
int64_t icu_baseline_utf16_status(icu_baseline *);
int64_t icu_baseline_utext(icu_baseline *);
/// Walks all sentence boundaries over UTF-16 and returns their number.
int64_t icu_baseline_sentences(icu_baseline *);
