// How each language writes quotation marks, dashes and spaces: one row of data
// per language, which one set of rules interprets.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "typography/polish_rules.h"

namespace broadsheet {

inline constexpr char16_t kNoBreakSpace = u'\u00A0';
inline constexpr char16_t kNarrowNoBreakSpace = u'\u202F';

struct QuotePair {
  char16_t open = 0;
  char16_t close = 0;

  bool operator==(const QuotePair&) const = default;
};

/// What happens to a space in front of a mark.
enum class SpaceBefore : std::uint8_t { Removed, NoBreak, Narrow };

/// The words of a list stand between spaces, with one before the first and one
/// after the last.
struct LanguageRules {
  std::string_view tag;
  /// Outermost first; the levels below go through them again.
  std::array<QuotePair, 2> quotes;
  /// For 'text' that is not inside other quotation marks.
  QuotePair single = {u'‘', u'’'};
  /// Inside « »: 0 where the language sets none.
  char16_t inside_guillemets = 0;
  SpaceBefore high = SpaceBefore::Removed;   // before ; ! ?
  SpaceBefore colon = SpaceBefore::Removed;  // before :
  /// For `--`, and for a hyphen between spaces.
  char16_t double_hyphen = u'–';
  char16_t spaced_hyphen = u'–';
  /// `--` loses the spaces round it.
  bool closed_dash = false;
  bool no_break_before_dash = false;
  /// Whether "50%" gains the space that "50 %" has; the same for € $ £ ¥.
  bool space_before_percent = false;
  /// Whether spaces group digits by three.
  bool grouped_by_space = true;
  /// Lower case.
  std::string_view months = {};
  /// What stands between day and month ("de").
  std::string_view day_link = {};
  /// The day follows its month: "June 23".
  bool month_first = false;
  /// What a number is not parted from, besides the common units.
  std::string_view units = {};
  /// What is not parted from the name that follows ("Mme", "Dr.").
  std::string_view titles = {};
  /// What is not parted from the number that follows ("p.", "n°").
  std::string_view references = {};
  /// Abbreviations of two parts, without their space ("z.B.").
  std::string_view abbreviations = {};
  /// Words that do not end a line, lower case.
  std::string_view short_words = {};
  /// "1er", "XXe": the ending is set above the line.
  bool raised_ordinals = false;
};

std::size_t polish_language_count();
const LanguageRules& language_rules(PolishLanguage language);

/// The row for `tag`, by RFC 4647 look-up; kNoPolishLanguage when there is
/// none, and then nothing is changed.
PolishLanguage find_polish_language(std::string_view tag);

/// Units of every language.
extern const std::string_view kCommonUnits;

}  // namespace broadsheet
