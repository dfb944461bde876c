// Paragraphs of fixed-width characters, in and out as text.
//
// Every character is 1 em wide. In the source ' ' is a space, '_' a no-break
// space, '~' a hyphenation point, '^' a break without a hyphen, '/' a forced
// break (one is added at the end), '.' and ',' hang by half on the right, '"'
// on the left.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "typeset/break_lines.h"

namespace broadsheet::test {

inline Item plain_item(char c) {
  Item item;
  switch (c) {
    case ' ':
      item.kind = ItemKind::Glue;
      break;
    case '_':
      item.kind = ItemKind::NoBreakGlue;
      break;
    case '~':
      item.kind = ItemKind::Hyphen;
      break;
    case '^':
      item.kind = ItemKind::Penalty;
      break;
    case '/':
      item.kind = ItemKind::ForcedBreak;
      break;
    default:
      item.letters = 1;
  }
  const bool shown =
      item.kind != ItemKind::Penalty && item.kind != ItemKind::ForcedBreak;
  if (shown) item.width = 1_em;
  if (c == '.' || c == ',') item.hang_right = 0.5_em;
  if (c == '"') item.hang_left = 0.5_em;
  return item;
}

/// Characters of one word make one Box.
inline std::vector<Item> plain_paragraph(std::string_view text) {
  std::vector<Item> items;
  std::uint32_t offset = 0;
  for (const char c : text) {
    Item item = plain_item(c);
    item.offset = offset;
    const bool in_text = c != '~' && c != '^';
    if (in_text) ++offset;
    const bool joins = item.kind == ItemKind::Box && !items.empty() &&
                       items.back().kind == ItemKind::Box;
    if (!joins) {
      items.push_back(item);
      continue;
    }
    items.back().width += item.width;
    items.back().letters += item.letters;
    items.back().hang_right = item.hang_right;
  }
  if (items.empty() || items.back().kind != ItemKind::ForcedBreak) {
    items.push_back(plain_item('/'));
    items.back().offset = offset;
  }
  return items;
}

/// `text` without what is not shown, '|' at line ends, '-' for chosen hyphens.
inline std::string show_lines(std::string_view text, const Lines& lines) {
  const std::vector<Item> items = plain_paragraph(text);
  std::string source;
  for (const char c : text) {
    if (c != '~' && c != '^') source += c;
  }
  source += '/';
  std::string shown;
  for (const Line& line : lines.lines) {
    const std::size_t begin = items[line.begin].offset;
    const std::size_t end = items[line.end].offset;
    if (!shown.empty()) shown += '|';
    std::string part = source.substr(begin, end - begin);
    while (!part.empty() && part.back() == ' ') part.pop_back();
    shown += part;
    if (items[line.end].kind == ItemKind::Hyphen) shown += '-';
  }
  return shown;
}

/// Lines as `show_lines`, each followed by its rounded ratio in per cent.
inline std::string show_ratios(std::string_view text, const Lines& lines) {
  std::ostringstream out;
  std::istringstream in(show_lines(text, lines));
  std::size_t i = 0;
  for (std::string part; std::getline(in, part, '|'); ++i) {
    out << (i > 0 ? "|" : "") << part << ' '
        << std::lround(100 * lines.lines[i].ratio);
  }
  return out.str();
}

/// Costs of spaces, hyphens and overfull lines alone: what a test can follow.
inline Setting plain_setting() {
  Setting setting;
  BreakCosts& costs = setting.costs;
  costs.letter_fit_limit = 0;
  costs.runt = 0;
  costs.short_last = 0;
  costs.river = 0;
  costs.river_link = 0;
  return setting;
}

}  // namespace broadsheet::test
