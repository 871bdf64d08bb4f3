// 64 bytes of text as bit masks, one bit for each byte: what the fast paths of the tokenizer and the segmenter read, and
// the loop that writes tokens from such masks. Compiled for several generations of x86-64; the right one is taken when the
// program starts. Elsewhere the compiler's own baseline (NEON on arm64) serves.
#pragma once
#include <stdint.h>

/// Bit i of each mask tells of byte i of a block of 64: read from ASCII and Latin-1's letters, made better by the tokenizer,
/// then written as tokens.
typedef struct glane_block {
  uint64_t letter;      ///< a-z A-Z, and both bytes of the letters U+00C0-U+00FF
  uint64_t pairs;       ///< the first bytes of the letters U+00C0-U+00FF
  uint64_t upper;       ///< A-Z, and the first byte of the capitals among U+00C0-U+00DE
  uint64_t lower;       ///< all bytes of small letters
  uint64_t digit;       ///< 0-9
  uint64_t space;       ///< U+0020, tab, line feed, and a carriage return before a line feed
  uint64_t line_feed;
  uint64_t percent;     ///< %
  uint64_t stop;        ///< .
  uint64_t hyphen;      ///< -
  uint64_t apostrophe;  ///< '
  uint64_t non_ascii;   ///< 0x80-0xFF
  uint64_t roman;       ///< I V X before e, r or a letter U+00C0-U+00FF: perhaps the end of a Roman numeral with its ending

  uint64_t mark;        ///< signs that are tokens: , ; : ! ? ( ) " % and hyphens by themselves
  uint64_t mark_end;    ///< bytes just after them
  /// ' after c d j l m n s t y or qu that stand alone before it, as an elision that ends a token; not those of l'on and
  /// N'Djamena.
  uint64_t elision;
  uint64_t elision_end;  ///< bytes just after them
  uint64_t joined;      ///< bytes of words and numbers beside letters and digits: . , / ' between digits

  /// Bytes after which a token starts or a gap goes on in any case, but for blanks: signs, and elisions except that of
  /// c'est-à-dire.
  uint64_t closed;
  /// Where the masks do not tell which tokens there are: full stops, hyphens in words, apostrophes that are no elision,
  /// letters after digits, blanks between digits, brackets around endings, signs that may be part of an address, and all
  /// ASCII that no other mask has.
  uint64_t event;
  uint64_t doubtful;    ///< controls

  // What follows is none when a block is read.
  uint64_t curly;         ///< first bytes of U+2019
  uint64_t symbol;        ///< signs that are symbols
  uint64_t extra_starts;  ///< where tokens start besides
  uint64_t extra_ends;    ///< and the bytes just after their ends
  uint64_t inner;         ///< all their bytes but the last
  uint64_t explicit;      ///< first bytes of tokens whose kind is given
  uint64_t kinds[4];      ///< there: the bits of its TokenKind
} glane_block;

/// Reads 64 bytes at `bytes`. Returns an offset up to 62 before which the masks alone tell all tokens, after a byte where the
/// text may be cut; 0 where there is none.
int glane_block_read(const uint8_t *bytes, glane_block *out);

/// The same by the code for a kind of processor: 0 for any, 1 for x86-64 with AVX2 and BMI2, 2 with AVX-512
/// VBMI2 besides; -1, with nothing read, where this processor is of no such kind. For tests: `glane_block_read` takes the best.
int glane_block_read_by(int level, const uint8_t *bytes, glane_block *out);

/// Where tokens are written to: their offsets, TokenKind and TokenShape by number. There must be room for 64 tokens.
typedef struct glane_columns {
  uint32_t *starts;
  uint32_t *ends;
  uint8_t *kinds;
  uint16_t *shapes;
  // What follows is known once the tokens of a block are written.
  uint64_t starts_mask;  ///< first bytes of the tokens
  uint32_t last_end;     ///< end of the last token, from the start of the block
  uint32_t line_feeds;   ///< in the gap after it
} glane_columns;

/// Writes the tokens of a block that start before `limit`, which is 1 to 62 and no token's inside. `base` is the block's
/// offset, `glued` whether a token ends just before it. Returns the number of tokens.
int glane_block_write(const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out);

/// The same by the code for a kind of processor: see `glane_block_read_by`. For tests.
int glane_block_write_by(int level, const glane_block *block, int limit, uint32_t base, int glued, glane_columns *out);

/// The first of the 64 bytes at `bytes` that is no part of a mail address before its @ (letters, digits, . _ % + -); 64 where
/// there is none.
int glane_local_part(const uint8_t *bytes);

/// The first of the 63 bytes at `bytes` that is neither a letter or digit of ASCII nor a full stop or hyphen before one; 63 where
/// there is none. Reads 64 bytes. `last_stop` is the last full stop before it, or left as it is.
int glane_labels(const uint8_t *bytes, int *last_stop);

/// Which of the 64 tokens from `first` on may start a sentence, one bit for each: those after punctuation or an abbreviation,
/// after a line end, and those with a capital before a token in small letters; none that is glued to the one before. `count` is the number of all tokens; `kinds`
/// and `shapes` have room for `first` + 65, and `first` is above 0.
uint64_t glane_sentence_candidates(const uint8_t *kinds, const uint16_t *shapes, int64_t first, int64_t count);

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
