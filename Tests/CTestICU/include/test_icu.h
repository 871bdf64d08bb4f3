// ICU's Gregorian calendar without its cut-over of 1582, as an oracle for the tests of GlaneTime.
#pragma once
#include <stdint.h>

typedef struct test_icu_day {
  int32_t year;  // astronomical: 0 is 1 BCE
  int32_t month; // 1…12
  int32_t day;
  int32_t weekday; // 1 is Monday
  int32_t week;    // ISO 8601
  int32_t week_year;
} test_icu_day;

/// Fills `count` days from the day number `first` (days since 1970-01-01), `step` days apart; 0 where ICU fails.
int32_t test_icu_days(int32_t first, int32_t step, int32_t count, test_icu_day *out);
