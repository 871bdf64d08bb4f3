#include "CGlaneGzip.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

// What zlib.h declares, as zlib's interface has been since 1.2.0: its functions take the size of the structure and
// refuse another.
typedef struct {
  const uint8_t *next_in;
  unsigned int avail_in;
  unsigned long total_in;
  uint8_t *next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *msg;
  void *state;
  void *(*zalloc)(void *, unsigned int, unsigned int);
  void (*zfree)(void *, void *);
  void *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
} z_stream;

enum { Z_OK = 0, Z_STREAM_END = 1, Z_MEM_ERROR = -4, Z_BUF_ERROR = -5 };
enum { GZIP_WINDOW = 15 + 16 };

struct glane_gzip {
  z_stream stream;
  void *library;
  int (*inflate)(z_stream *, int);
  int (*reset)(z_stream *);
  int (*end)(z_stream *);
};

static void *open_zlib(void) {
  static const char *const names[] = {"libz.so.1", "libz.1.dylib", "/usr/lib/libz.1.dylib", "libz.so"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    void *library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
    if (library) return library;
  }
  return NULL;
}

glane_gzip *glane_gzip_open(void) {
  void *library = open_zlib();
  if (!library) return NULL;
  glane_gzip *gzip = calloc(1, sizeof *gzip);
  int (*init)(z_stream *, int, const char *, int) = dlsym(library, "inflateInit2_");
  if (gzip && init) {
    gzip->library = library;
    gzip->inflate = dlsym(library, "inflate");
    gzip->reset = dlsym(library, "inflateReset");
    gzip->end = dlsym(library, "inflateEnd");
    if (gzip->inflate && gzip->reset && gzip->end &&
        init(&gzip->stream, GZIP_WINDOW, "1.2.0", (int)sizeof(z_stream)) == Z_OK)
      return gzip;
  }
  free(gzip);
  dlclose(library);
  return NULL;
}

void glane_gzip_close(glane_gzip *gzip) {
  if (!gzip) return;
  gzip->end(&gzip->stream);
  dlclose(gzip->library);
  free(gzip);
}

void glane_gzip_reset(glane_gzip *gzip) { gzip->reset(&gzip->stream); }

static unsigned int clamped(size_t count) { return count > UINT_MAX ? UINT_MAX : (unsigned int)count; }

int glane_gzip_inflate(
  glane_gzip *gzip, const uint8_t *input, size_t *input_count, uint8_t *output, size_t *output_count) {
  z_stream *stream = &gzip->stream;
  const unsigned int taken = clamped(*input_count), room = clamped(*output_count);
  stream->next_in = input;
  stream->avail_in = taken;
  stream->next_out = output;
  stream->avail_out = room;
  const int result = gzip->inflate(stream, 0);
  *input_count -= taken - stream->avail_in;
  *output_count -= room - stream->avail_out;
  switch (result) {
    // A buffer error says only that one side is empty.
    case Z_OK:
    case Z_BUF_ERROR: return GLANE_GZIP_GOES_ON;
    case Z_STREAM_END: return GLANE_GZIP_MEMBER_ENDS;
    case Z_MEM_ERROR: return GLANE_GZIP_NO_MEMORY;
    default: return GLANE_GZIP_DAMAGED;
  }
}
