// Languages and plain text: packs, words of the widget, polish, breaks.
#include <emscripten/bind.h>

#include "crossing.h"
#include "render/json_writer.h"
#include "typography/polish.h"

namespace crossing {
namespace {

Address polish_text(Address text, std::uint32_t size, const std::string& lang,
                    const std::string& polish_off) {
  broadsheet::PolishRules rules;
  rules.turn_off_all(polish_off);
  return give(broadsheet::polish_text(view_of(text, size), lang, rules));
}

bool add_language(const std::string& tag, Address begin, std::uint32_t size) {
  const std::string_view pack = view_of(begin, size);
  return packs().add(tag, std::as_bytes(std::span(pack)));
}

void set_string(const std::string& tag, const std::string& key,
                const std::string& value) {
  const auto found = broadsheet::find_string_key(key);
  if (found) packs().languages().set(tag, *found, value);
}

// All strings of a language as a JSON object.
Address strings(const std::string& tag) {
  const broadsheet::Strings strings = packs().languages().strings_for(tag);
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
// the language. A minimum below 1 is the language's own.
Address hyphenate_text(const std::string& tag, Address text,
                       std::uint32_t units, int left, int right) {
  const broadsheet::Hyphenator* hyphenator = packs().hyphenator_for(tag);
  if (hyphenator == nullptr) return 0;
  broadsheet::Minima minima = hyphenator->minima();
  if (left > 0) minima.left = static_cast<std::uint8_t>(left);
  if (right > 0) minima.right = static_cast<std::uint8_t>(right);
  std::vector<std::size_t> points;
  broadsheet::hyphenate_text(utf16_of(text, units), *hyphenator, minima,
                             points);
  return give({}, {points.begin(), points.end()});
}

// Offsets where a line may end, by the rules of the language; an empty tag
// gives UAX #14 as it stands.
Address find_breaks(const std::string& tag, Address text, std::uint32_t units,
                    Address boundaries, std::uint32_t count) {
  const broadsheet::BreakOptions options =
      break_options(tag, boundaries, count);
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
