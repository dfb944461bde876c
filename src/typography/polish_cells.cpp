#include "typography/polish_cells.h"

#include <algorithm>

#include "base/utf16.h"
#include "unicode/lower_case.h"
#include "unicode/url_spans.h"

namespace broadsheet {
namespace {

// Two rounds settle nearly every text: the second sees that nothing changes.
constexpr int kMaxRounds = 5;

bool same_units(const Cells& a, const Cells& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Cell& x, const Cell& y) {
                      return x.unit == y.unit && x.run == y.run;
                    });
}

void fix(Cells& cells, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) cells[i].fixed = true;
}

bool is_eyes(char16_t c) { return c == u':' || c == u';' || c == u'='; }

bool is_nose(char16_t c) {
  return c == u'-' || c == u'\'' || c == u'^' || c == u'o';
}

bool is_mouth(char16_t c) {
  constexpr std::u16string_view kMouths = u")(DPp|/\\*][3$";
  return kMouths.find(c) != std::u16string_view::npos;
}

// The end of `:smile:`, or of `:-)` and its kind, that begins at `i`; `i` for
// neither.
std::size_t emoticon_end(const Cells& cells, std::size_t i) {
  std::size_t end = i + 1;
  const auto is_name = [](char16_t c) {
    return c < 0x80 && (is_word(c) || c == u'_' || c == u'-' || c == u'+');
  };
  while (is_name(unit_at(cells, end))) ++end;
  if (end > i + 1 && cells[i].unit == u':' && unit_at(cells, end) == u':') {
    return end + 1;
  }
  const std::size_t mouth = is_nose(unit_at(cells, i + 1)) ? i + 2 : i + 1;
  if (!is_mouth(unit_at(cells, mouth))) return i;
  end = mouth + 1;
  while (end < cells.size() && cells[end].unit == cells[mouth].unit) ++end;
  return end;
}

// Only between spaces: elsewhere they are punctuation.
void fix_emoticon(Cells& cells, std::size_t i) {
  const char16_t before = i == 0 ? kLineEnd : cells[i - 1].unit;
  if (!is_gap(before) && !is_line_end(before) && !is_opening_bracket(before))
    return;
  const std::size_t end = emoticon_end(cells, i);
  if (end == i) return;
  const char16_t after = unit_at(cells, end);
  if (is_gap(after) || is_line_end(after) || is_closing_bracket(after) ||
      after == u'.' || after == u',') {
    fix(cells, i, end);
  }
}

}  // namespace

bool is_letter(char16_t c) {
  if (c < 0x80) return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c == 0xD7 || c == 0xF7) return false;
  if (c < 0x2000) {
    const bool arabic_mark = c == 0x060C || c == 0x061B || c == 0x061F;
    const bool arabic_digit =
        (c >= 0x0660 && c <= 0x066D) || (c >= 0x06F0 && c <= 0x06F9);
    return !arabic_mark && !arabic_digit;
  }
  return c >= 0x2C00 && !(c >= 0x2E00 && c <= 0x303F) &&
         !(c >= 0xD800 && c <= 0xF8FF) && c < 0xFF00;
}

void copy_letters(const Cells& in, std::size_t& i, Cells& out) {
  const auto is_ascii_letter = [](const Cell& cell) {
    const auto letter = static_cast<char16_t>((cell.unit | 0x20U) - u'a');
    return letter < 26;
  };
  if (i == 0 || !is_ascii_letter(in[i - 1])) return;
  const auto begin = in.begin() + static_cast<std::ptrdiff_t>(i);
  const auto end = std::find_if_not(begin, in.end(), is_ascii_letter);
  out.insert(out.end(), begin, end);
  i += static_cast<std::size_t>(end - begin);
}

bool is_upper(char16_t c) { return to_lower(c) != c; }

bool list_holds(std::string_view list, std::u16string_view word) {
  constexpr std::size_t kLongestWord = 16;
  if (word.empty() || word.size() > kLongestWord || list.empty()) return false;
  const std::string wanted = " " + to_utf8(word) + " ";
  return list.find(wanted) != std::string_view::npos;
}

void fix_addresses(Cells& cells) {
  std::u16string text;
  text.reserve(cells.size());
  for (const Cell& cell : cells) text += cell.unit;
  for (const TextSpan& span : find_url_spans(text)) {
    fix(cells, span.begin, span.end);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (is_eyes(cells[i].unit) && !cells[i].fixed) fix_emoticon(cells, i);
  }
}

Cells polish_cells(const Cells& cells, const PolishRules& rules) {
  // What an earlier round fixed may have moved: each round looks anew.
  Cells current = cells;
  for (int round = 0; round < kMaxRounds; ++round) {
    Cells fixed = current;
    fix_addresses(fixed);
    Cells next = polish_quotes(fixed, rules);
    next = polish_dashes(next, rules);
    next = polish_spaces(next, rules);
    const bool at_rest = same_units(next, current);
    if (at_rest) {
      raise_ordinals(next, rules);
      return next;
    }
    for (Cell& cell : next) cell.fixed = false;
    current = std::move(next);
  }
  return cells;
}

}  // namespace broadsheet
