// The widget's own words: labels, names of controls, dates. English is built
// in; other languages come from packs, and a host may pass its own.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace broadsheet {

/// Every string of the widget. src/typography/languages/<tag>.json gives them
/// under the names that name_of says.
enum class StringKey {
  ReadingTime,
  By,
  And,
  Comma,
  Published,
  Updated,
  Label,
  ReadAlso,
  Recommended,
  More,
  Loading,
  NoCards,
  CardsFailed,
  Retry,
  Previous,
  Next,
  Footnotes,
  FootnoteMark,
  FootnoteBack,
  Topics,
  Advertisement,
  Sponsored,
  EmbedShow,
  EmbedOpen,
  EmbedNotice,
  Video,
  Audio,
  Correction,
  Update,
  Warning,
  Information,
  SubscribersOnly,
  TextSize,
  TextSize1,
  TextSize2,
  TextSize3,
  TextSize4,
  TextSize5,
  ReadingSettings,
  Theme,
  ThemeSystem,
  ThemeLight,
  ThemeSepia,
  ThemeDark,
  ThemeContrast,
  Spacing,
  SpacingNormal,
  SpacingWide,
  SpacingWidest,
  Width,
  WidthNarrow,
  WidthNormal,
  WidthWide,
  Font,
  FontPublisher,
  FontSerif,
  FontSans,
  Justification,
  Hyphenation,
  Listen,
  Pause,
  Resume,
  Stop,
  Months,
  Date,
  DateTime,
  Digits,
};
inline constexpr std::size_t kStringCount =
    static_cast<std::size_t>(StringKey::Digits) + 1;

/// The key's name, e.g. `readingTime`.
std::string_view name_of(StringKey key);
std::optional<StringKey> find_string_key(std::string_view name);

class Strings {
 public:
  /// English, in which numbers take the forms of `language`.
  explicit Strings(std::string_view language = "en");

  /// Whose plurals the strings follow.
  void set_language(std::string_view tag) { language_ = tag; }

  [[nodiscard]] std::string_view get(StringKey key) const {
    return values_[static_cast<std::size_t>(key)];
  }
  void set(StringKey key, std::string_view value) {
    values_[static_cast<std::size_t>(key)] = value;
  }

  /// The string with `{n}` replaced by `count`, in the form that goes with it
  /// and in the language's digits.
  [[nodiscard]] std::string count(StringKey key, int count) const;

  /// `number` in the language's digits.
  [[nodiscard]] std::string digits(int number) const;

  /// Takes over `name NUL value NUL …`, the form of a pack's strings. Names
  /// that are not known are left aside, and so is what is cut short.
  void read_section(std::string_view section);

 private:
  std::string language_;
  std::array<std::string, kStringCount> values_;
};

/// `pattern` with each `{name}` replaced by its value. A name without value
/// stays as it is written.
struct Replacement {
  std::string_view name;
  std::string_view value;
};
std::string fill(std::string_view pattern,
                 std::span<const Replacement> replacements);
inline std::string fill(std::string_view pattern, Replacement replacement) {
  return fill(pattern, std::span(&replacement, 1));
}

}  // namespace broadsheet
