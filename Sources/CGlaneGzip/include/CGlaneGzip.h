#ifndef CGLANE_GZIP_H
#define CGLANE_GZIP_H

#include <stddef.h>
#include <stdint.h>

// Undoes gzip with the zlib of the machine, which is looked for at run time: nothing needs it to be built or installed.

typedef struct glane_gzip glane_gzip;

enum {
  GLANE_GZIP_GOES_ON = 0,
  GLANE_GZIP_MEMBER_ENDS = 1,
  GLANE_GZIP_DAMAGED = -1,
  GLANE_GZIP_NO_MEMORY = -2,
};

/// NULL where there is no zlib, or no memory.
glane_gzip *glane_gzip_open(void);
void glane_gzip_close(glane_gzip *gzip);

/// Makes ready for the next member.
void glane_gzip_reset(glane_gzip *gzip);

/// Takes from `input` and writes to `output`; on return the counts say how much is left of either.
int glane_gzip_inflate(
  glane_gzip *gzip, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count);

#endif
