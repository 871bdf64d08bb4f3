#include "test_icu.h"

#include <unicode/ucal.h>

int32_t test_icu_days(int32_t first, int32_t step, int32_t count, test_icu_day *out) {
  UErrorCode status = U_ZERO_ERROR;
  const UChar utc[] = {'U', 'T', 'C', 0};
  UCalendar *cal = ucal_open(utc, -1, "fr_FR", UCAL_GREGORIAN, &status);
  if (U_FAILURE(status)) return 0;
  ucal_setGregorianChange(cal, -8.64e15, &status);
  ucal_setAttribute(cal, UCAL_FIRST_DAY_OF_WEEK, UCAL_MONDAY);
  ucal_setAttribute(cal, UCAL_MINIMAL_DAYS_IN_FIRST_WEEK, 4);
  for (int32_t i = 0; i < count && U_SUCCESS(status); i++) {
    ucal_setMillis(cal, ((double)first + (double)step * i) * 86400000.0, &status);
    out[i].year = ucal_get(cal, UCAL_EXTENDED_YEAR, &status);
    out[i].month = ucal_get(cal, UCAL_MONTH, &status) + 1;
    out[i].day = ucal_get(cal, UCAL_DATE, &status);
    int32_t weekday = ucal_get(cal, UCAL_DAY_OF_WEEK, &status);
    out[i].weekday = weekday == 1 ? 7 : weekday - 1;
    out[i].week = ucal_get(cal, UCAL_WEEK_OF_YEAR, &status);
    out[i].week_year = ucal_get(cal, UCAL_YEAR_WOY, &status);
  }
  ucal_close(cal);
  return U_SUCCESS(status);
}
