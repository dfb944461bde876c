// Text as publishers have it: a string, an array of inlines, or HTML.
#pragma once

#include "document/fields.h"

namespace broadsheet {

/// Reads `text`; blank text gives an empty Text. What is wrong is reported and
/// whatever reads as text is kept.
Text read_text(const JsonValue& value, const Place& place,
               ReadContext& context);

/// All the text inside a value whose form is not known, for showing it rather
/// than losing it.
Text salvage_text(const JsonValue& value, const Place& place,
                  ReadContext& context);

/// The HTML of a text in the form `{"html": "…"}`, nothing for another form.
std::optional<std::string> html_of(const JsonValue& value, const Place& place,
                                   ReadContext& context);

/// Adds `limit-text` at `place`.
void report_long_text(const Place& place, ReadContext& context);

}  // namespace broadsheet
