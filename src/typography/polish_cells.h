// A text as the passes of polish see it: characters that know the run they
// came from. Internal to typography/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "typography/polish_languages.h"

namespace broadsheet {

/// One UTF-16 code unit. Surrogates are only ever copied.
struct Cell {
  char16_t unit = 0;
  PolishLanguage language = kNoPolishLanguage;
  /// Never changed and never removed: code, addresses, emoticons.
  bool fixed = false;
  /// Set above the line: the ending of an ordinal.
  bool raised = false;
  std::uint32_t run = 0;
};
using Cells = std::vector<Cell>;

inline constexpr std::size_t kNoCell = std::numeric_limits<std::size_t>::max();

/// Stands for a forced break and for the ends of a text.
inline constexpr char16_t kLineEnd = u'\u2028';

/// A space on the line, breaking or not; a tab or newline ends a text.
constexpr bool is_gap(char16_t c) {
  return c == u' ' || c == kNoBreakSpace || c == kNarrowNoBreakSpace ||
         c == u'\u2009';
}
constexpr bool is_breaking_gap(char16_t c) {
  return c == u' ' || c == u'\u2009';
}
constexpr bool is_line_end(char16_t c) {
  return c < 0x20 || c == kLineEnd || c == u'\u2029' || c == u'\u0085';
}
constexpr bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }

/// Letters of the Basic Multilingual Plane, as far as telling them from marks
/// asks for it; combining marks belong to their letters.
bool is_letter(char16_t c);
bool is_upper(char16_t c);
inline bool is_word(char16_t c) { return is_letter(c) || is_digit(c); }
constexpr bool is_arabic(char16_t c) {
  return (c >= 0x0620 && c <= 0x065F) || (c >= 0x066E && c <= 0x06EF);
}
constexpr bool is_hebrew(char16_t c) { return c >= 0x05D0 && c <= 0x05F2; }

constexpr bool is_opening_bracket(char16_t c) {
  return c == u'(' || c == u'[' || c == u'{';
}
constexpr bool is_closing_bracket(char16_t c) {
  return c == u')' || c == u']' || c == u'}';
}
constexpr bool is_dash(char16_t c) { return c == u'–' || c == u'—'; }

/// The unit at `i`; kLineEnd outside.
inline char16_t unit_at(const Cells& cells, std::size_t i) {
  return i < cells.size() ? cells[i].unit : kLineEnd;
}
inline char16_t last_unit(const Cells& cells) {
  return cells.empty() ? kLineEnd : cells.back().unit;
}

/// Copies the ASCII letters at `i` that follow one, and moves on: no pass sets
/// anything between them.
void copy_letters(const Cells& in, std::size_t& i, Cells& out);

/// Whether `list`, words between spaces, holds `word`.
bool list_holds(std::string_view list, std::u16string_view word);

/// Marks addresses and emoticons as fixed.
void fix_addresses(Cells& cells);

/// Quotation marks and apostrophes.
Cells polish_quotes(const Cells& cells, const PolishRules& rules);

/// Ellipses, dashes, and the marks that Arabic writes its own way.
Cells polish_dashes(const Cells& cells, const PolishRules& rules);

/// The space, or the lack of it, between every two characters.
Cells polish_spaces(const Cells& cells, const PolishRules& rules);

/// The no-break space between what ends `out` and what stands at `right` of
/// `in`, parted by the spaces [gap, right); nothing where they may be parted.
std::optional<char16_t> space_between_words(const Cells& out, const Cells& in,
                                            std::size_t gap, std::size_t right,
                                            const PolishRules& rules);

/// Raises the endings of ordinals.
void raise_ordinals(Cells& cells, const PolishRules& rules);

/// All of it, until nothing changes any more. A text that would not come to
/// rest is left as it is, so that polishing twice is polishing once.
Cells polish_cells(const Cells& cells, const PolishRules& rules);

}  // namespace broadsheet
