// How a language changes where lines may end.
#pragma once

#include <string_view>

#include "unicode/line_breaks.h"

namespace broadsheet {

/// UAX #14 with what the language of `tag` adds: French keeps punctuation on
/// its word's line; Chinese and Japanese break as CSS `line-break: normal`
/// does, which is what browsers do by default. Word boundaries are the
/// caller's to add, and so are breaks inside URLs.
BreakOptions break_options_for(std::string_view tag);

}  // namespace broadsheet
