#include "typography/polish_rules.h"

#include <algorithm>

#include "typography/polish_languages.h"

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, kPolishRuleCount> kNames = {
    "quotes",      "quote-spaces",  "apostrophes", "ellipsis",
    "dashes",      "dash-spaces",   "ranges",      "punctuation-spaces",
    "percent",     "units",         "numbers",     "dates",
    "initials",    "abbreviations", "short-words", "ordinals",
    "native-marks"};

constexpr std::uint32_t kEveryRule = (1U << kPolishRuleCount) - 1;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// `tag` is `range` or one of its variants (RFC 4647, basic filtering).
bool is_variant_of(std::string_view tag, std::string_view range) {
  return equal_ignoring_case(tag.substr(0, range.size()), range) &&
         (tag.size() == range.size() || tag[range.size()] == '-');
}

}  // namespace

std::string_view name_of(PolishRule rule) {
  return kNames[static_cast<std::size_t>(rule)];
}

bool PolishRules::turn_off(std::string_view name) {
  if (equal_ignoring_case(name, "none")) {
    off_.fill(kEveryRule);
    return true;
  }
  bool known = false;
  for (std::size_t rule = 0; rule < kPolishRuleCount; ++rule) {
    const std::size_t size = kNames[rule].size();
    if (name.size() < size) continue;
    const std::size_t begin = name.size() - size;
    if (!equal_ignoring_case(name.substr(begin), kNames[rule])) continue;
    if (begin != 0 && (begin == 1 || name[begin - 1] != '-')) continue;
    const std::string_view range =
        begin == 0 ? std::string_view() : name.substr(0, begin - 1);
    for (std::size_t i = 0; i < polish_language_count(); ++i) {
      const auto language = static_cast<PolishLanguage>(i);
      if (!range.empty() && !is_variant_of(language_rules(language).tag, range))
        continue;
      off_[i] |= 1U << rule;
      known = true;
    }
  }
  return known;
}

void PolishRules::turn_off_all(std::string_view names) {
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(" ,"), names.size());
    if (end > 0) turn_off(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
}

void PolishRules::keep_only(PolishRule rule) {
  const std::uint32_t others =
      kEveryRule & ~(1U << static_cast<unsigned>(rule));
  for (std::uint32_t& off : off_) off |= others;
}

bool PolishRules::none() const {
  return std::all_of(off_.begin(), off_.end(),
                     [](std::uint32_t off) { return off == kEveryRule; });
}

}  // namespace broadsheet
