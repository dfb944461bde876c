// Languages and plain text: packs, words of the widget, polish, breaks.
#include <emscripten/bind.h>

#include "crossing.h"
#include "render/json_writer.h"
#include "typography/polish.h"

namespace crossing {
namespace {

// Said: the language, then the names of rules that are off.
Address polish_text(Address text, std::uint32_t size) {
  broadsheet::PolishRules rules;
  rules.turn_off_all(word_said(1));
  return give(
      broadsheet::polish_text(view_of(text, size), word_said(0), rules));
}

// Said: the tag. 0 where the bytes are no pack.
std::uint32_t add_language(Address begin, std::uint32_t size) {
  const std::string_view pack = view_of(begin, size);
  return packs().add(word_said(0), std::as_bytes(std::span(pack))) ? 1 : 0;
}

// Said: the tag and the key.
void set_string(Address value, std::uint32_t size) {
  const auto key = broadsheet::find_string_key(word_said(1));
  if (!key) return;
  packs().languages().set(word_said(0), *key, view_of(value, size));
}

// All strings of the language said, as a JSON object.
Address strings() {
  const broadsheet::Strings strings =
      packs().languages().strings_for(word_said(0));
  broadsheet::JsonWriter json;
  json.begin_object();
  for (std::size_t i = 0; i < broadsheet::kStringCount; ++i) {
    const auto key = static_cast<broadsheet::StringKey>(i);
    json.key(broadsheet::name_of(key));
    json.string(strings.get(key));
  }
  json.end_object();
  return give(json.take());
}

// Offsets where the text may be hyphenated; null when there are no patterns for
// the language said. A minimum of 0 is the language's own.
Address hyphenate_text(Address text, std::uint32_t units, std::uint32_t left,
                       std::uint32_t right) {
  const broadsheet::Hyphenator* hyphenator =
      packs().hyphenator_for(word_said(0));
  if (hyphenator == nullptr) return 0;
  broadsheet::Minima minima = hyphenator->minima();
  if (left > 0) minima.left = static_cast<std::uint8_t>(left);
  if (right > 0) minima.right = static_cast<std::uint8_t>(right);
  std::vector<std::size_t> points;
  broadsheet::hyphenate_text(utf16_of(text, units), *hyphenator, minima,
                             points);
  return give({}, {points.begin(), points.end()});
}

// Offsets where a line may end, by the rules of the language said; an empty tag
// gives UAX #14 as it stands.
Address find_breaks(Address text, std::uint32_t units, Address boundaries,
                    std::uint32_t count) {
  const broadsheet::BreakOptions options = break_options(boundaries, count);
  std::vector<std::uint32_t> offsets;
  for (const broadsheet::BreakOpportunity& each :
       broadsheet::find_breaks(utf16_of(text, units), options)) {
    offsets.push_back(static_cast<std::uint32_t>(each.offset));
  }
  return give({}, std::move(offsets));
}

}  // namespace
}  // namespace crossing

EMSCRIPTEN_BINDINGS(text) {
  using emscripten::function;
  function("polishText", &crossing::polish_text);
  function("addLanguage", &crossing::add_language);
  function("setString", &crossing::set_string);
  function("strings", &crossing::strings);
  function("hyphenateText", &crossing::hyphenate_text);
  function("findBreaks", &crossing::find_breaks);
}
