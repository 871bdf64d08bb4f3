// An opaque shim over ICU: no <unicode/...> here, so that Swift and Foundation never see ICU's own headers.
#pragma once
#include <stdint.h>

/// ICU's Unicode version, as (major << 8) | minor.
uint32_t glane_icu_unicode_version(void);
