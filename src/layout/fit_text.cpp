#include "layout/fit_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "layout/card_style.h"
#include "typeset/break_lines.h"

namespace broadsheet {
namespace {

// As much of the measure is not counted on: what the browser adds up in its own
// units, and kerns across spaces, comes out up to .2 % wider than its words.
constexpr double kUnsure = 0.0035;
// In the unit of BreakCosts: lines that differ by less look as even.
constexpr double kVisibleCost = 0.1;
// What a line within a broken word leaves empty at most, in em.
constexpr double kLetter = 0.7;

// A sentence or a clause is worth as much of the room as is left unused then.
constexpr double kSentenceShare = 0.6;
constexpr double kClauseShare = 0.8;
// Shorter words are articles and prepositions, most of them.
constexpr std::size_t kHangingLetters = 3;
constexpr int kMostStepsBack = 2;

bool is_one_of(char16_t c, std::u16string_view set) {
  return set.find(c) != std::u16string_view::npos;
}

bool is_closing(char16_t c) {
  return is_one_of(c, u"»”’\")]』」›\u00A0\u202F");
}
bool ends_sentence(char16_t c) { return is_one_of(c, u".!?…。！？؟।"); }
bool ends_clause(char16_t c) { return is_one_of(c, u",;:،؛、，；：—–"); }
bool is_space(char16_t c) { return is_one_of(c, u" \u00A0\u202F\t\n"); }

bool is_division(const Item& item) {
  return item.kind == ItemKind::Hyphen && item.penalty >= kDivision;
}

/// Whether an item goes on with what no line end divides, except in need.
bool is_within_word(const Item& item) {
  return item.kind == ItemKind::Box || item.kind == ItemKind::NoBreakGlue ||
         is_division(item);
}

double width_within_word(const Item& item) {
  return is_division(item) ? 0 : item.width.value();
}

/// Lines without room for a word by itself are the browser's to break.
unsigned lines_of(const Line& line, double measure) {
  const double width = line.natural_width.value();
  if (width <= measure) return 1;
  const double filled = std::max(measure - kLetter, measure / 2);
  return static_cast<unsigned>(std::ceil(width / filled));
}

/// One place where the text may be cut.
struct Place {
  std::uint32_t end = 0;  // of the word before it, punctuation included
  std::size_t word = 0;   // letters of that word
  unsigned line = 0;      // counted from 1
};

class Cutter {
 public:
  Cutter(std::u16string_view text, std::span<const Item> items)
      : text_(text), items_(items) {}

  /// All places on the first `count` of `lines`, as the browser counts them:
  /// there "…" must fit behind the word, on the last by itself.
  void collect(const Lines& lines, unsigned count, Em measure, Em ellipsis) {
    const double room = (measure - ellipsis).value();
    unsigned number = 0;
    for (const Line& line : lines.lines) {
      number += lines_of(line, measure.value());
      if (number > count) return;
      collect(line, number, room, number == count);
    }
  }

  [[nodiscard]] Cut best() const {
    if (places_.empty()) return {};
    const double most = places_.back().end;
    const auto after = [&](double share,
                           bool (Cutter::*good)(std::uint32_t) const) -> Cut {
      for (auto place = places_.rbegin(); place != places_.rend(); ++place) {
        if (place->end < most * share) return {};
        if ((this->*good)(place->end)) return {place->end, place->line};
      }
      return {};
    };
    if (const Cut cut = after(kSentenceShare, &Cutter::is_sentence);
        cut.end > 0) {
      return cut;
    }
    if (const Cut cut = after(kClauseShare, &Cutter::is_clause); cut.end > 0) {
      return {without_mark(cut.end), cut.lines};
    }
    return after_word();
  }

 private:
  void collect(const Line& line, unsigned number, double room, bool is_last) {
    double used = 0;
    double word = 0;  // since the last place where a line may end
    for (std::size_t i = line.begin; i < line.end; ++i) {
      const Item& item = items_[i];
      used += item.width.value();
      word = is_within_word(item) ? word + width_within_word(item) : 0;
      if (item.kind != ItemKind::Box || !can_end_after(i)) continue;
      if (is_last && used > room) return;
      // A word that leaves no room for "…" on any line sends it to one of its
      // own.
      if (word <= room) add(i, number);
    }
  }

  [[nodiscard]] bool can_end_after(std::size_t i) const {
    if (i + 1 >= items_.size()) return false;
    const Item& next = items_[i + 1];
    if (next.kind == ItemKind::Glue) return true;
    // Half a compound is not what was written.
    return next.kind == ItemKind::Penalty && next.offset > 0 &&
           !is_one_of(text_[next.offset - 1], u"-\u2010/");
  }

  void add(std::size_t i, unsigned line) {
    const std::uint32_t end = items_[i + 1].offset;
    places_.push_back({end, end - items_[i].offset, line});
  }

  // The last character before `end` that closes no quotation.
  [[nodiscard]] std::uint32_t mark_before(std::uint32_t end) const {
    while (end > 1 && is_closing(text_[end - 1])) --end;
    return end - 1;
  }

  // Of "M. Macron" and "U.S. troops" neither full stop ends a sentence.
  [[nodiscard]] bool is_sentence(std::uint32_t end) const {
    const std::uint32_t mark = mark_before(end);
    if (!ends_sentence(text_[mark])) return false;
    if (text_[mark] != u'.') return true;
    std::uint32_t begin = mark;
    while (begin > 0 && !is_space(text_[begin - 1])) --begin;
    const bool initial = mark - begin <= 1;
    const auto word = text_.substr(begin, mark - begin);
    return !initial && word.find(u'.') == std::u16string_view::npos;
  }

  [[nodiscard]] bool is_clause(std::uint32_t end) const {
    return ends_clause(text_[mark_before(end)]);
  }

  [[nodiscard]] std::uint32_t without_mark(std::uint32_t end) const {
    while (end > 0 &&
           (ends_clause(text_[end - 1]) || ends_sentence(text_[end - 1]) ||
            is_space(text_[end - 1]))) {
      --end;
    }
    return end;
  }

  [[nodiscard]] Cut after_word() const {
    std::size_t i = places_.size() - 1;
    for (int step = 0; step < kMostStepsBack && i > 0; ++step) {
      // Scripts without spaces have pieces of one letter: all are words.
      if (places_[i].word > kHangingLetters || places_[i].word <= 1) break;
      --i;
    }
    return {without_mark(places_[i].end), places_[i].line};
  }

  std::u16string_view text_;
  std::span<const Item> items_;
  std::vector<Place> places_;
};

/// What lines of a headline cost, as break_balanced reckons it.
double cost_of(const Lines& set, std::span<const Item> items, Em measure) {
  constexpr BreakCosts kCosts;
  double cost = 0;
  for (const Line& line : set.lines) {
    const double share = (measure - line.natural_width) / kCosts.ragged_room;
    cost += share * share + static_cast<double>(items[line.end].penalty);
  }
  return cost;
}

}  // namespace

unsigned count_lines(std::span<const Item> items, Em measure) {
  if (items.empty() || measure.value() <= 0) return 0;
  const Em room = measure * (1 - kUnsure);
  unsigned count = 0;
  for (const Line& line : break_first_fit(items, {&room, 1}).lines) {
    count += lines_of(line, measure.value());
  }
  return count;
}

Headline balance(std::span<const Item> items, Em measure) {
  if (items.empty()) return {measure, {}};
  const Em room = measure * (1 - kUnsure);
  const Lines balanced = break_balanced(items, room);
  Headline out;
  for (const Line& line : balanced.lines) {
    out.width = std::max(out.width, line.natural_width);
  }
  out.width = std::min(out.width, measure);
  // In a box that is a little wider, more may fit on a line.
  const auto loses = [&](Em box) {
    const Lines set = break_first_fit(items, {&box, 1});
    return set.lines.size() != balanced.lines.size() ||
           cost_of(set, items, room) > balanced.cost + kVisibleCost;
  };
  const Em box = std::min(out.width * kTitleRoom, measure);
  // Browsers divide no word of a headline.
  if (has_divisions(items) || loses(out.width) || loses(box)) {
    for (std::size_t l = 1; l < balanced.lines.size(); ++l) {
      const bool hyphen =
          items[balanced.lines[l - 1].end].kind == ItemKind::Hyphen;
      out.breaks.push_back(items[balanced.lines[l].begin].offset |
                           (hyphen ? kAfterHyphen : 0));
    }
  }
  return out;
}

bool has_divisions(std::span<const Item> items) {
  return std::any_of(items.begin(), items.end(), is_division);
}

std::vector<Item> whole_words(std::span<const Item> items, Em measure) {
  const double room = (measure * (1 - kUnsure)).value();
  std::vector<Item> out;
  for (auto begin = items.begin(); begin != items.end();) {
    auto end = begin;
    double width = 0;
    for (; end != items.end() && is_within_word(*end); ++end) {
      width += width_within_word(*end);
    }
    std::copy_if(begin, end, std::back_inserter(out), [&](const Item& item) {
      return width > room || !is_division(item);
    });
    if (end != items.end()) out.push_back(*end++);
    begin = end;
  }
  return out;
}

Em widest_word(std::span<const Item> items) {
  Em widest;
  Em width;
  for (const Item& item : items) {
    width = is_within_word(item) ? width + Em(width_within_word(item)) : Em();
    widest = std::max(widest, width);
  }
  return widest;
}

Cut cut_text(std::u16string_view text, std::span<const Item> items, Em measure,
             unsigned lines, Em ellipsis) {
  if (items.empty() || lines == 0) return {};
  const Em room = measure * (1 - kUnsure);
  Cutter cutter(text, items);
  cutter.collect(break_first_fit(items, {&room, 1}), lines, measure, ellipsis);
  return cutter.best();
}

}  // namespace broadsheet
