#include "glane_data.h"

// One line here for each file under Sources/GlaneFrench/*/Rules and */Lists.
static const uint8_t dates_absolute[] = {
#embed "../GlaneFrench/Dates/Rules/absolute.rules" suffix(, )
};

#define FILE_ENTRY(name, array) {name, array, sizeof(array)}
static const glane_data_file files[] = {
    FILE_ENTRY("Dates/absolute.rules", dates_absolute),
};

size_t glane_data_count(void) { return sizeof(files) / sizeof(files[0]); }
glane_data_file glane_data_at(size_t index) { return files[index]; }
