// Last step: the endings of ordinals, raised. Characters stay as they are.
#include "typography/polish_cells.h"

namespace broadsheet {
namespace {

constexpr std::string_view kAfterOne = " er re ers res ";
constexpr std::string_view kAfterOthers = " e es nd nde nds ndes ";

bool is_roman(char16_t c) {
  constexpr std::u16string_view kRoman = u"IVXLCDM";
  return kRoman.find(c) != std::u16string_view::npos;
}

// Numerals that begin with L, C, D or M would make words of "Le", "Ce", "De"
// and "Me".
bool starts_roman(char16_t c) { return c == u'I' || c == u'V' || c == u'X'; }

// The end of the number that begins at `begin`; `begin` where none does.
std::size_t number_end(const Cells& cells, std::size_t begin) {
  std::size_t end = begin;
  if (is_digit(cells[begin].unit)) {
    while (is_digit(unit_at(cells, end))) ++end;
  } else if (starts_roman(cells[begin].unit)) {
    while (is_roman(unit_at(cells, end))) ++end;
  }
  return end;
}

bool is_one(const Cells& cells, std::size_t begin, std::size_t end) {
  return end == begin + 1 &&
         (cells[begin].unit == u'1' || cells[begin].unit == u'I');
}

// The end of the ordinal's ending that begins at `begin`; `begin` for none.
std::size_t ending_end(const Cells& cells, std::size_t begin, bool one) {
  std::u16string ending;
  std::size_t end = begin;
  while (ending.size() < 5 && is_word(unit_at(cells, end))) {
    ending += cells[end++].unit;
  }
  return list_holds(one ? kAfterOne : kAfterOthers, ending) ? end : begin;
}

bool may_precede_number(char16_t c) {
  return !is_word(c) && c != u'.' && c != u',' && c != u'#' && c != u'_';
}

}  // namespace

void raise_ordinals(Cells& cells, const PolishRules& rules) {
  for (std::size_t i = 0; i < cells.size();) {
    const std::size_t end = number_end(cells, i);
    const Cell& first = cells[i];
    if (end == i || first.fixed ||
        !rules.on(PolishRule::Ordinals, first.language) ||
        !language_rules(first.language).raised_ordinals ||
        (i > 0 && !may_precede_number(cells[i - 1].unit))) {
      i = end == i ? i + 1 : end;
      continue;
    }
    const std::size_t stop = ending_end(cells, end, is_one(cells, i, end));
    for (i = end; i < stop; ++i) {
      cells[i].raised = !cells[i].fixed && cells[i].language == first.language;
    }
  }
}

}  // namespace broadsheet
