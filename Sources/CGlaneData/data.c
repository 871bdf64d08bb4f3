#include "glane_data.h"

// One line in FILES for each file under Sources/GlaneFrench/*/Rules and */Lists, in the order of loading: lists and
// macros before the rules that use them.
#define EMBED(array) static const uint8_t array[]

EMBED(dates_vocabulary) = {
#embed "../GlaneFrench/Dates/Rules/vocabulary.rules"
};
EMBED(dates_absolute) = {
#embed "../GlaneFrench/Dates/Rules/absolute.rules"
};
EMBED(dates_eras) = {
#embed "../GlaneFrench/Dates/Rules/eras.rules"
};
EMBED(dates_seasons) = {
#embed "../GlaneFrench/Dates/Rules/seasons.rules"
};
EMBED(dates_numeric) = {
#embed "../GlaneFrench/Dates/Rules/numeric.rules"
};
EMBED(dates_clock) = {
#embed "../GlaneFrench/Dates/Rules/clock.rules"
};
EMBED(dates_durations) = {
#embed "../GlaneFrench/Dates/Rules/durations.rules"
};
EMBED(dates_relative) = {
#embed "../GlaneFrench/Dates/Rules/relative.rules"
};
EMBED(dates_feasts) = {
#embed "../GlaneFrench/Dates/Rules/feasts.rules"
};
EMBED(dates_phrases) = {
#embed "../GlaneFrench/Dates/Rules/phrases.rules"
};
EMBED(dates_times) = {
#embed "../GlaneFrench/Dates/Rules/times.rules"
};
EMBED(dates_ranges) = {
#embed "../GlaneFrench/Dates/Rules/ranges.rules"
};
EMBED(dates_sets) = {
#embed "../GlaneFrench/Dates/Rules/sets.rules"
};
EMBED(dates_frames) = {
#embed "../GlaneFrench/Dates/Rules/frames.rules"
};
EMBED(dates_named_years) = {
#embed "../GlaneFrench/Dates/Rules/named-years.rules"
};
EMBED(names_gazetteer) = {
#embed "../GlaneFrench/Names/names.gazetteer"
};
EMBED(names_common_words) = {
#embed "../GlaneFrench/Names/common-words.bin"
};
EMBED(names_people) = {
#embed "../GlaneFrench/Names/Rules/people.rules"
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
EMBED(speech_references) = {
#embed "../GlaneFrench/Speech/Rules/references.rules"
};
EMBED(speech_roles) = {
#embed "../GlaneFrench/Speech/Rules/roles.rules"
};
EMBED(speech_attributions) = {
#embed "../GlaneFrench/Speech/Rules/attributions.rules"
};

#define FILE_ENTRY(name, array) {name, array, sizeof(array)}
static const glane_data_file files[] = {
    FILE_ENTRY("Dates/vocabulary.rules", dates_vocabulary),
    FILE_ENTRY("Dates/absolute.rules", dates_absolute),
    FILE_ENTRY("Dates/eras.rules", dates_eras),
    FILE_ENTRY("Dates/seasons.rules", dates_seasons),
    FILE_ENTRY("Dates/numeric.rules", dates_numeric),
    FILE_ENTRY("Dates/clock.rules", dates_clock),
    FILE_ENTRY("Dates/durations.rules", dates_durations),
    FILE_ENTRY("Dates/relative.rules", dates_relative),
    FILE_ENTRY("Dates/feasts.rules", dates_feasts),
    FILE_ENTRY("Dates/phrases.rules", dates_phrases),
    FILE_ENTRY("Dates/times.rules", dates_times),
    FILE_ENTRY("Dates/ranges.rules", dates_ranges),
    FILE_ENTRY("Dates/sets.rules", dates_sets),
    FILE_ENTRY("Dates/frames.rules", dates_frames),
    FILE_ENTRY("Dates/named-years.rules", dates_named_years),
    FILE_ENTRY("Names/names.gazetteer", names_gazetteer),
    FILE_ENTRY("Names/common-words.bin", names_common_words),
    FILE_ENTRY("Names/people.rules", names_people),
    FILE_ENTRY("Names/places.rules", names_places),
    FILE_ENTRY("Names/organizations.rules", names_organizations),
    FILE_ENTRY("Names/functions.rules", names_functions),
    FILE_ENTRY("Speech/saying.tsv", speech_saying),
    FILE_ENTRY("Speech/said.tsv", speech_said),
    FILE_ENTRY("Speech/saying-oneself.tsv", speech_saying_oneself),
    FILE_ENTRY("Speech/said-oneself.tsv", speech_said_oneself),
    FILE_ENTRY("Speech/references.rules", speech_references),
    FILE_ENTRY("Speech/roles.rules", speech_roles),
    FILE_ENTRY("Speech/attributions.rules", speech_attributions),
};

size_t glane_data_count(void) { return sizeof(files) / sizeof(files[0]); }
glane_data_file glane_data_at(size_t index) { return files[index]; }
