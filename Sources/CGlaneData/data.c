#include "glane_data.h"

// One line in FILES for each file under Sources/GlaneFrench/*/Rules and */Lists, in the order of loading: lists and
// macros before the rules that use them.
#define EMBED(array) static const uint8_t array[]

EMBED(dates_absolute) = {
#embed "../GlaneFrench/Dates/Rules/absolute.rules"
};
EMBED(speech_saying) = {
#embed "../GlaneFrench/Speech/Lists/saying.tsv"
};
EMBED(speech_said) = {
#embed "../GlaneFrench/Speech/Lists/said.tsv"
};
EMBED(speech_saying_oneself) = {
#embed "../GlaneFrench/Speech/Lists/saying-oneself.tsv"
};
EMBED(speech_said_oneself) = {
#embed "../GlaneFrench/Speech/Lists/said-oneself.tsv"
};
EMBED(speech_roles) = {
#embed "../GlaneFrench/Speech/Rules/roles.rules"
};
EMBED(speech_attributions) = {
#embed "../GlaneFrench/Speech/Rules/attributions.rules"
};

#define FILE_ENTRY(name, array) {name, array, sizeof(array)}
static const glane_data_file files[] = {
    FILE_ENTRY("Dates/absolute.rules", dates_absolute),
    FILE_ENTRY("Speech/saying.tsv", speech_saying),
    FILE_ENTRY("Speech/said.tsv", speech_said),
    FILE_ENTRY("Speech/saying-oneself.tsv", speech_saying_oneself),
    FILE_ENTRY("Speech/said-oneself.tsv", speech_said_oneself),
    FILE_ENTRY("Speech/roles.rules", speech_roles),
    FILE_ENTRY("Speech/attributions.rules", speech_attributions),
};

size_t glane_data_count(void) { return sizeof(files) / sizeof(files[0]); }
glane_data_file glane_data_at(size_t index) { return files[index]; }
