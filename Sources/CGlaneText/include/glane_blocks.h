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
  uint64_t space;       ///< U+0020, tab, line feed, and a carriage return before a line feed
  uint64_t line_feed;
  uint64_t mark;        ///< , ; : ! ? ( ) " % and hyphens that are signs by themselves
  uint64_t percent;     ///< %
  uint64_t stop;        ///< .
  uint64_t hyphen;      ///< -
  uint64_t apostrophe;  ///< '
  uint64_t elision;     ///< ' after c d j l m n s t y or qu that stand alone before it; not those of l'on and N'Djamena
  uint64_t elided;      ///< those of them after which a new token starts in any case: not c' as in c'est-à-dire
  uint64_t decimal;     ///< . , / ' between digits, where the digits before them do not end a word
  uint64_t non_ascii;   ///< 0x80-0xFF
  uint64_t roman;       ///< I V X before e, r or a letter U+00C0-U+00FF: perhaps the end of a Roman numeral with its ending
  /// Where the masks do not tell which tokens there are: full stops, hyphens in words, apostrophes that are no elision,
  /// letters after digits, blanks between digits, brackets around endings, signs that may be part of an address, and all
  /// ASCII that no other mask has.
  uint64_t event;
  uint64_t doubtful;    ///< Controls.
} glane_block;

/// Reads 64 bytes at `bytes`.
void glane_block_read(const uint8_t *bytes, glane_block *out);

/// What the tokens of a block are written from. Bit i tells of byte i.
typedef struct glane_block_tokens {
  uint64_t starts;      ///< first bytes of tokens
  uint64_t ends;        ///< bytes just after tokens, as many
  uint64_t kinds[4];    ///< at the first byte of a token: the bits of its TokenKind
  uint64_t upper;       ///< first bytes of capitals
  uint64_t lower;       ///< bytes of small letters
  uint64_t letter;      ///< bytes of letters
  uint64_t digit;
  uint64_t hyphen;
  uint64_t apostrophe;  ///< first bytes of apostrophes
  uint64_t apostrophe_last;  ///< their last bytes
  uint64_t stop;
  uint64_t non_ascii;
  uint64_t line;        ///< first bytes of tokens after a line end
  uint64_t paragraph;   ///< first bytes of tokens after an empty line
  uint64_t glued;       ///< 1 where a token ends just before the block, else 0
} glane_block_tokens;

/// Writes the tokens of a block at the four pointers: offsets (`base` added), TokenKind and TokenShape by number. Returns
/// how many there are, at most 64; room for 64 is needed in any case.
///
/// `starts` and `ends` have as many bits, none above 62, and each end lies after its start.
int glane_block_write(const glane_block_tokens *tokens, uint32_t base, uint32_t *starts, uint32_t *ends, uint8_t *kinds,
                      uint16_t *shapes);

/// The same without the instructions that only some processors have: for tests.
int glane_block_write_portable(const glane_block_tokens *tokens, uint32_t base, uint32_t *starts, uint32_t *ends,
                               uint8_t *kinds, uint16_t *shapes);

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
