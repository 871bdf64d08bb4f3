// 64 bytes of text as bit masks, one bit for each byte: what the fast paths of the tokenizer and the segmenter read, and
// the loop that writes tokens from such masks. Compiled for several generations of x86-64; the right one is taken when the
// program starts. Elsewhere the compiler's own baseline (NEON on arm64) serves.
#pragma once
#include <stdint.h>

/// Bit i of each mask tells of byte i of a block of 64.
typedef struct glane_block {
  uint64_t letter;      ///< a-z A-Z, and both bytes of the letters U+00C0-U+00FF
  uint64_t upper;       ///< A-Z, and the first byte of the capitals among U+00C0-U+00DE
  uint64_t digit;       ///< 0-9
  uint64_t space;       ///< U+0020 and line feed
  uint64_t line_feed;
  uint64_t mark;        ///< , ; : ! ? ( ) "
  uint64_t stop;        ///< .
  uint64_t hyphen;      ///< -
  uint64_t apostrophe;  ///< '
  uint64_t open;        ///< (
  uint64_t non_ascii;   ///< 0x80-0xFF
} glane_block;

/// Reads 64 bytes at `bytes`.
void glane_block_read(const uint8_t *bytes, glane_block *out);

/// What the tokens of a block are written from.
typedef struct glane_block_tokens {
  uint64_t starts;           ///< first bytes of tokens
  uint64_t ends;             ///< bytes just after tokens, as many
  uint64_t upper;            ///< first bytes of capitals
  uint64_t lower;            ///< first bytes of small letters
  uint64_t non_ascii;
  uint64_t apostrophe_last;  ///< last bytes of elided words
  uint64_t base;             ///< offset of the block in the text
  uint64_t previous_end;     ///< 0 where a token ends just before the block, else 64
} glane_block_tokens;

/// Writes the tokens of a block, at most 64, at the four pointers: offsets, TokenKind and TokenShape by number. The shape
/// bits of line starts and of hyphens inside words are left to the caller. Returns a mask of the tokens, by their order,
/// that begin with a capital I V X L C D M and hold small letters: they may be Roman ordinals.
///
/// `bytes` are the block's 64 bytes; `starts` and `ends` have as many bits, and each end lies after its start.
uint64_t glane_block_write(const uint8_t *bytes, const glane_block_tokens *tokens, uint32_t *starts, uint32_t *ends,
                           uint8_t *kinds, uint16_t *shapes);

/// What the first byte of a token of the fast path says: shape bits (0-15), kind (16-23), 1 for I V X L C D M (24-31).
extern const uint32_t glane_first_bytes[256];
