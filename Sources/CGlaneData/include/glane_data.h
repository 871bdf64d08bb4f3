// The rules and lists of GlaneFrench, embedded byte for byte (C23 #embed): no file to find at run time, no load time.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// One embedded file: its name (as "Dates/absolute.rules") and its bytes.
typedef struct glane_data_file {
  const char *name;
  const uint8_t *bytes;
  size_t count;
} glane_data_file;

/// The number of embedded files.
size_t glane_data_count(void);
/// The embedded file at `index`, in [0, glane_data_count()).
glane_data_file glane_data_at(size_t index);
