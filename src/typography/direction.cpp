#include "typography/direction.h"

#include <algorithm>
#include <array>
#include <string>

namespace broadsheet {
namespace {

constexpr std::array<std::string_view, 16> kLanguages = {
    "ar",  "arc", "ckb", "dv",  "fa", "he", "iw", "ks",
    "nqo", "ps",  "sd",  "syr", "ug", "ur", "yi", "ji"};
constexpr std::array<std::string_view, 9> kScripts = {
    "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"};

template <typename List>
bool contains(const List& list, std::string_view value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

Direction direction_of(std::string_view tag) {
  std::string lowered(tag);
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  const std::string_view view = lowered;
  const std::size_t dash = view.find('-');
  const std::string_view language = view.substr(0, dash);
  if (dash != std::string_view::npos) {
    const std::string_view rest = view.substr(dash + 1);
    const std::string_view second = rest.substr(0, rest.find('-'));
    if (second.size() == 4 && second[0] > '9') {
      return contains(kScripts, second) ? Direction::RightToLeft
                                        : Direction::LeftToRight;
    }
  }
  return contains(kLanguages, language) ? Direction::RightToLeft
                                        : Direction::LeftToRight;
}

}  // namespace broadsheet
