// Which way a language is written.
#pragma once

#include <string_view>

#include "document/document.h"

namespace broadsheet {

/// RightToLeft for languages of right-to-left scripts, by the script subtag
/// where the tag has one ("az-Arab"), else by the language; otherwise
/// LeftToRight.
/// https://www.unicode.org/reports/tr35/tr35-general.html#layout-elements
Direction direction_of(std::string_view tag);

}  // namespace broadsheet
