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
  Published,
  Updated,
  Label,
  ReadAlso,
  Recommended,
  Footnotes,
  FootnoteMark,
  FootnoteBack,
  Topics,
  Advertisement,
  Sponsored,
  EmbedShow,
  EmbedOpen,
  EmbedNotice,
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
  Months,
  Date,
  DateTime,
};
inline constexpr std::size_t kStringCount =
    static_cast<std::size_t>(StringKey::DateTime) + 1;

/// The key's name, e.g. `readingTime`.
std::string_view name_of(StringKey key);
std::optional<StringKey> find_string_key(std::string_view name);

class Strings {
 public:
  /// English.
  Strings();

  [[nodiscard]] std::string_view get(StringKey key) const {
    return values_[static_cast<std::size_t>(key)];
  }
  void set(StringKey key, std::string_view value) {
    values_[static_cast<std::size_t>(key)] = value;
  }

  /// Takes over `name NUL value NUL …`, the form of a pack's strings. Names
  /// that are not known are left aside, and so is what is cut short.
  void read_section(std::string_view section);

 private:
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
