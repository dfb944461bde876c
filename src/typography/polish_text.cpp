// Texts as cells and back.
#include "base/utf16.h"
#include "base/utf8.h"
#include "typography/polish.h"
#include "typography/polish_cells.h"

namespace broadsheet {
namespace {

struct RunTraits {
  PolishLanguage language = kNoPolishLanguage;
  bool fixed = false;   // code, or the number of a footnote
  bool raised = false;  // stands above or below the line already
};

RunTraits traits_of(const Inline& run, PolishLanguage language) {
  RunTraits traits{language, run.kind == Inline::Kind::Break};
  for (const Mark& mark : run.marks) {
    switch (mark.kind) {
      case MarkKind::Code:
      case MarkKind::Keyboard:
      case MarkKind::Footnote:
        traits.fixed = true;
        break;
      case MarkKind::Sub:
      case MarkKind::Sup:
        traits.raised = true;
        break;
      case MarkKind::Lang:
        if (!mark.language.tag.empty()) {
          traits.language = find_polish_language(mark.language.tag);
        }
        break;
      default:
        break;
    }
  }
  return traits;
}

void append_cells(Cells& cells, std::u16string_view text, Cell like) {
  for (const char16_t unit : text) {
    like.unit = unit;
    cells.push_back(like);
  }
}

// Code keeps its characters but is no number, unit or quotation: one cell.
constexpr char16_t kObject = u'\uFFFC';

Cells to_cells(const Text& text, const std::vector<RunTraits>& traits) {
  Cells cells;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const Cell like = {0, traits[i].language, traits[i].fixed, false,
                       static_cast<std::uint32_t>(i)};
    if (text[i].kind == Inline::Kind::Break) {
      append_cells(cells, {&kLineEnd, 1}, like);
    } else if (traits[i].fixed) {
      append_cells(cells, {&kObject, 1}, like);
    } else {
      append_cells(cells, to_utf16(text[i].text), like);
    }
  }
  return cells;
}

// The cells [begin, end) as a run like `source`.
Inline to_run(const Inline& source, const Cells& cells, std::size_t begin,
              std::size_t end) {
  Inline run{source.kind, {}, source.marks};
  std::u16string units;
  for (std::size_t i = begin; i < end; ++i) units += cells[i].unit;
  run.text = to_utf8(units);
  if (cells[begin].raised) run.marks.push_back({MarkKind::Sup, {}, {}, {}});
  return run;
}

Text to_text(const Text& source, const std::vector<RunTraits>& traits,
             Cells& cells) {
  Text out;
  out.reserve(source.size());
  for (Cell& cell : cells) cell.raised &= !traits[cell.run].raised;
  for (std::size_t begin = 0; begin < cells.size();) {
    const std::uint32_t run = cells[begin].run;
    std::size_t end = begin + 1;
    while (end < cells.size() && cells[end].run == run &&
           cells[end].raised == cells[begin].raised) {
      ++end;
    }
    out.push_back(traits[run].fixed ? source[run]
                                    : to_run(source[run], cells, begin, end));
    begin = end;
  }
  return out;
}

}  // namespace

Text polish(const Text& text, std::string_view language,
            const PolishRules& rules) {
  const PolishLanguage base = find_polish_language(language);
  std::vector<RunTraits> traits;
  traits.reserve(text.size());
  bool any = false;
  for (const Inline& run : text) {
    traits.push_back(traits_of(run, base));
    any |= traits.back().language != kNoPolishLanguage;
  }
  if (!any) return text;
  Cells cells = polish_cells(to_cells(text, traits), rules);
  return to_text(text, traits, cells);
}

std::string polish_text(std::string_view utf8, std::string_view language,
                        const PolishRules& rules) {
  const PolishLanguage found = find_polish_language(language);
  if (found == kNoPolishLanguage) return to_well_formed_utf8(utf8);
  Cells cells;
  append_cells(cells, to_utf16(utf8), {0, found});
  cells = polish_cells(cells, rules);
  std::u16string units;
  units.reserve(cells.size());
  for (const Cell& cell : cells) units += cell.unit;
  return to_utf8(units);
}

}  // namespace broadsheet
