#include "base/language_tag.h"

#include <algorithm>

namespace broadsheet {
namespace {

// Underscores are forgiven: POSIX and some CMS write fr_FR.
char folded(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool equal_tags(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return folded(x) == folded(y); });
}

std::string_view without_last_subtag(std::string_view tag) {
  const std::size_t cut = tag.find_last_of("-_");
  if (cut == std::string_view::npos) return {};
  tag = tag.substr(0, cut);
  const std::size_t before = tag.find_last_of("-_");
  const bool singleton =
      before != std::string_view::npos && tag.size() - before == 2;
  return singleton ? tag.substr(0, before) : tag;
}

}  // namespace

std::optional<std::string_view> lookup(
    std::string_view tag, std::span<const std::string_view> available) {
  for (; !tag.empty(); tag = without_last_subtag(tag)) {
    for (const std::string_view candidate : available) {
      if (equal_tags(tag, candidate)) return candidate;
    }
  }
  return std::nullopt;
}

std::string primary_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  std::transform(language.begin(), language.end(), language.begin(), folded);
  return language;
}

}  // namespace broadsheet
