#include "glane_data.h"

// One line in FILES for each file under Sources/GlaneFrench/*/Rules and */Lists, in the order of loading: lists and
// macros before the rules that use them.
#define EMBED(array) static const uint8_t array[]

EMBED(dates_absolute) = {
#embed "../GlaneFrench/Dates/Rules/absolute.rules"
};
EMBED(names_gazetteer) = {
#embed "../GlaneFrench/Names/names.gazetteer"
};
EMBED(names_common_words) = {
#embed "../GlaneFrench/Names/common-words.bin"
};
EMBED(names_places) = {
#embed "../GlaneFrench/Names/Rules/places.rules"
};
EMBED(names_organizations) = {
#embed "../GlaneFrench/Names/Rules/organizations.rules"
};
EMBED(names_functions) = {
#embed "../GlaneFrench/Names/Rules/functions.rules"
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
EMBED(speech_attributions) = {
#embed "../GlaneFrench/Speech/Rules/attributions.rules"
};

#define FILE_ENTRY(name, array) {name, array, sizeof(array)}
static const glane_data_file files[] = {
    FILE_ENTRY("Dates/absolute.rules", dates_absolute),
    FILE_ENTRY("Names/names.gazetteer", names_gazetteer),
    FILE_ENTRY("Names/common-words.bin", names_common_words),
    FILE_ENTRY("Names/places.rules", names_places),
    FILE_ENTRY("Names/organizations.rules", names_organizations),
    FILE_ENTRY("Names/functions.rules", names_functions),
    FILE_ENTRY("Speech/saying.tsv", speech_saying),
    FILE_ENTRY("Speech/said.tsv", speech_said),
    FILE_ENTRY("Speech/saying-oneself.tsv", speech_saying_oneself),
    FILE_ENTRY("Speech/said-oneself.tsv", speech_said_oneself),
    FILE_ENTRY("Speech/attributions.rules", speech_attributions),
};

size_t glane_data_count(void) { return sizeof(files) / sizeof(files[0]); }
glane_data_file glane_data_at(size_t index) { return files[index]; }
