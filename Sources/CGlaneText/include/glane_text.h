// Tables of the text core, made by `glane-tables` and embedded byte for byte, and the look-ups that read them.
#pragma once
#include <stdint.h>

/// Two-stage table: 8,704 block numbers (UInt8), then blocks of 128 token classes.
extern const uint8_t glane_token_table[];
/// Two-stage table: 8,704 block numbers (UInt8), then blocks of 128 record numbers (UInt16, little endian).
extern const uint8_t glane_fold_table[];
/// The folds: records of 8 bytes (up to 4 bytes of UTF-8, their number, accent, upper flag, 0). 0: as it is; 1: drop.
extern const uint8_t glane_fold_records[];

/// Two-stage table: 8,704 block numbers (UInt8), then blocks of 128 word break classes: see `WordBreak` in GlaneText.
extern const uint8_t glane_word_table[];

/// The whole of each table, for the test that makes them again: 0 token, 1 fold, 2 fold records, 3 word break.
const uint8_t *glane_text_table(int which, int *count);

/// The token class of a scalar (below 0x110000).
static inline uint8_t glane_token_class(uint32_t scalar) {
  const uint8_t *blocks = glane_token_table + 8704;
  return blocks[((uint32_t)glane_token_table[scalar >> 7] << 7) | (scalar & 127)];
}

/// The number of the fold record of a scalar (below 0x110000).
static inline uint32_t glane_fold_record(uint32_t scalar) {
  const uint8_t *blocks = glane_fold_table + 8704;
  uint32_t i = (((uint32_t)glane_fold_table[scalar >> 7] << 7) | (scalar & 127)) * 2;
  return (uint32_t)blocks[i] | ((uint32_t)blocks[i + 1] << 8);
}

/// The bytes of a fold record.
static inline const uint8_t *glane_fold_bytes(uint32_t record) { return glane_fold_records + record * 8; }

/// The word break class of a scalar (below 0x110000).
static inline uint8_t glane_word_class(uint32_t scalar) {
  const uint8_t *blocks = glane_word_table + 8704;
  return blocks[((uint32_t)glane_word_table[scalar >> 7] << 7) | (scalar & 127)];
}
