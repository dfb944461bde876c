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

/// Adds `more` to `text`, on a line of its own.
void add_text(Text more, Text& text);

/// `text`, which the member `key` gave, with what the object has under `text`
/// or `html` beside it, in the order of the JSON: no text is lost, and an
/// `unknown-key` finding says that it does not belong there.
Text with_stray_text(Fields& fields, std::string_view key, Text text);

/// A text in the form `{"html": "…"}`, and the text beside that key.
struct HtmlForm {
  std::string_view html;  // a view of the JSON's string
  Text before;
  Text after;
};
std::optional<HtmlForm> html_of(const JsonValue& value, const Place& place,
                                ReadContext& context);

/// The string, or nothing and a finding where it is longer than the limit.
std::string_view checked_html(const JsonValue& string, const Place& place,
                              ReadContext& context);

/// Adds `limit-text` at `place`.
void report_long_text(const Place& place, ReadContext& context);

}  // namespace broadsheet
