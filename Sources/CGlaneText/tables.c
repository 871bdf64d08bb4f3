#include "glane_text.h"

const uint8_t glane_token_table[] = {
#embed "tables/token.bin"
};
const uint8_t glane_fold_table[] = {
#embed "tables/fold.bin"
};
const uint8_t glane_fold_records[] = {
#embed "tables/fold-records.bin"
};
const uint8_t glane_word_table[] = {
#embed "tables/word.bin"
};

const uint8_t *glane_text_table(int which, int *count) {
  switch (which) {
    case 0: *count = sizeof(glane_token_table); return glane_token_table;
    case 1: *count = sizeof(glane_fold_table); return glane_fold_table;
    case 2: *count = sizeof(glane_fold_records); return glane_fold_records;
    default: *count = sizeof(glane_word_table); return glane_word_table;
  }
}
