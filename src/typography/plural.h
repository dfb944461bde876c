// Which form of a word goes with a number: "1 minute", "2 minutes".
#pragma once

#include <string_view>

namespace broadsheet {

/// The place, from 0, of the form that `count` takes among those of the
/// language of `tag`. A language's forms are the CLDR categories that its
/// whole numbers below a million take, in CLDR's order: zero, one, two, few,
/// many, other. `count` is at least 0.
/// https://www.unicode.org/cldr/charts/48/supplemental/language_plural_rules.html
int plural_index(std::string_view tag, int count);

/// That form out of `forms`, separated by "|"; the last where there are fewer,
/// so a text without bars serves every number.
std::string_view plural_form(std::string_view forms, std::string_view tag,
                             int count);

}  // namespace broadsheet
