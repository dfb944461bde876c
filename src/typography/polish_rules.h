// The rules of punctuation and spacing by name, and which of them are on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet {

/// What the names stand for in each language, and by which authority:
/// docs/typography.md.
enum class PolishRule : std::uint8_t {
  Quotes,
  QuoteSpaces,
  Apostrophes,
  Ellipsis,
  Dashes,
  DashSpaces,
  Ranges,
  PunctuationSpaces,
  Percent,
  Units,
  Numbers,
  Dates,
  Initials,
  Abbreviations,
  ShortWords,
  Ordinals,
  NativeMarks,
};
inline constexpr std::size_t kPolishRuleCount =
    static_cast<std::size_t>(PolishRule::NativeMarks) + 1;

/// The rule's stable public name, e.g. `quote-spaces`.
std::string_view name_of(PolishRule rule);

/// A language that has rules: its row in polish_languages.cpp.
using PolishLanguage = std::uint8_t;
inline constexpr PolishLanguage kNoPolishLanguage = 0xFF;
inline constexpr std::size_t kMaxPolishLanguages = 40;

/// The set of rules that are on: all of them at first.
class PolishRules {
 public:
  /// Turns off `rule` everywhere ("quotes"), or in one language and its
  /// variants ("fr-quotes" in fr and fr-CA, "fr-CA-quotes" in fr-CA alone);
  /// "none" turns off everything. False for a name that is not known, and then
  /// nothing changes.
  bool turn_off(std::string_view name);
  /// The same for names separated by spaces or commas; unknown ones are left
  /// aside.
  void turn_off_all(std::string_view names);
  /// Turns off all but `rule`.
  void keep_only(PolishRule rule);

  [[nodiscard]] bool on(PolishRule rule, PolishLanguage language) const {
    return language < kMaxPolishLanguages &&
           (off_[language] >> static_cast<unsigned>(rule) & 1U) == 0;
  }
  /// True when no rule is on in any language.
  [[nodiscard]] bool none() const;

 private:
  /// By language: a bit for each rule that is off.
  std::array<std::uint32_t, kMaxPolishLanguages> off_{};
};

}  // namespace broadsheet
