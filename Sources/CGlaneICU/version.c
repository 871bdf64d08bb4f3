#include "glane_icu.h"
#include <unicode/uchar.h>

uint32_t glane_icu_unicode_version(void) {
  UVersionInfo v;
  u_getUnicodeVersion(v);
  return ((uint32_t)v[0] << 8) | v[1];
}
