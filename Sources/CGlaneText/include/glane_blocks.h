// 64 bytes of text as bit masks, one bit for each byte: what the fast paths of the tokenizer and the segmenter read, and
// the loop that writes tokens from such masks. Compiled for several generations of x86-64; the right one is taken when the
// program starts. Elsewhere the compiler's own baseline (NEON on arm64) serves.
#pragma once
#include <stdint.h>

/// Bit i of each mask tells of byte i of a block of 64.
typedef struct glane_block {
  uint64_t letter;     ///< a-z A-Z, and both bytes of the letters U+00C0-U+00FF
  uint64_t upper;      ///< A-Z, and the first byte of the capitals among U+00C0-U+00DE
  uint64_t digit;      ///< 0-9
  uint64_t space;      ///< U+0020 and line feed
  uint64_t line_feed;
  uint64_t mark;       ///< , ; : ! ? ( ) " %
  uint64_t stop;       ///< .
  uint64_t hyphen;     ///< -
  uint64_t elision;    ///< ' after c d j l m n s t y or qu that stand alone before it
  uint64_t non_ascii;  ///< 0x80-0xFF
  uint64_t roman;      ///< I V X before e, r or a letter U+00C0-U+00FF: perhaps the end of a Roman numeral with its ending
  /// ASCII that the masks above do not settle: other characters; other apostrophes, and those of l'on and N'Djamena;
  /// digits beside letters, in groups, with decimals, after anything but a blank or a bracket; brackets after letters.
  uint64_t doubtful;
} glane_block;

/// Reads 64 bytes at `bytes`. `after_blank`: 1 where a blank stands before them, else 0.
void glane_block_read(const uint8_t *bytes, int after_blank, glane_block *out);

/// What the tokens of a block are written from.
typedef struct glane_block_tokens {
  uint64_t starts;           ///< first bytes of tokens
  uint64_t ends;             ///< bytes just after tokens, as many
  uint64_t upper;            ///< first bytes of capitals
  uint64_t lower;            ///< first bytes of small letters
  uint64_t non_ascii;
  uint64_t elision;       ///< first bytes of apostrophes that end a word
  uint64_t base;          ///< offset of the block in the text
  uint64_t previous_end;  ///< 0 where a token ends just before the block, else 64
} glane_block_tokens;

/// Writes the tokens of a block, at most 64, at the four pointers: offsets, TokenKind and TokenShape by number. Ordinals,
/// and the shape bits of line starts and of hyphens inside words, are left to the caller.
///
/// `bytes` are the block's 64 bytes; `starts` and `ends` have as many bits, and each end lies after its start.
void glane_block_write(const uint8_t *bytes, const glane_block_tokens *tokens, uint32_t *starts, uint32_t *ends,
                       uint8_t *kinds, uint16_t *shapes);

/// What the first byte of a token of the fast path says: shape bits (0-15) and kind (16-23).
extern const uint32_t glane_first_bytes[256];

/// Bit i of each mask tells of byte i of a block of 64: what word boundaries (UAX #29) depend on.
typedef struct glane_word_block {
  uint64_t letter;      ///< ALetter: a-z A-Z, and both bytes of the letters U+00C0-U+00FF
  uint64_t digit;       ///< Numeric: 0-9
  uint64_t low_line;    ///< ExtendNumLet: _
  uint64_t space;       ///< WSegSpace: U+0020
  uint64_t mid_letter;  ///< . ' and perhaps : which join letters (WB6, WB7)
  uint64_t mid_number;  ///< . ' , ; which join digits (WB11, WB12)
  uint64_t inner;       ///< bytes before which nothing may break: for the caller to fill
  uint64_t quote;       ///< first bytes of U+2019: for the caller to fill
  uint64_t non_ascii;
  uint64_t doubtful;    ///< carriage returns
} glane_word_block;

/// Reads 64 bytes at `bytes`. `unicode`: whether a colon joins letters and @ is none, as in UAX #29 and not in CLDR's root.
void glane_word_block_read(const uint8_t *bytes, int unicode, glane_word_block *out);

/// Writes `base` + i for each bit i of `boundaries`.
void glane_word_block_write(uint64_t boundaries, uint32_t base, uint32_t *out);
