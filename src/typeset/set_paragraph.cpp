#include "typeset/set_paragraph.h"

#include <algorithm>
#include <cmath>

namespace broadsheet {
namespace {

Lines break_lines(const Breakpoints& found, std::span<const Em> measures,
                  const SetOptions& options) {
  Setting setting;
  setting.looseness = options.looseness;
  if (!options.letter_fit) setting.costs.letter_fit_limit = 0;
  if (options.mode == LineMode::Ragged) setting.alignment = Alignment::Start;
  return break_optimal(found, measures, setting);
}

// Only a line of one box, that nothing can divide, is wider than the measure.
bool is_overfull(std::span<const Item> items, const Line& line, Em measure) {
  constexpr Em kTolerance = 0.002_em;
  std::uint32_t letters = 0;
  for (const Item& item : items.subspan(line.begin, line.end - line.begin)) {
    if (item.kind == ItemKind::Glue || item.kind == ItemKind::NoBreakGlue) {
      return false;
    }
    letters += item.letters;
  }
  return line.natural_width + line.letter_fit * letters > measure + kTolerance;
}

}  // namespace

PreparedParagraph::PreparedParagraph(std::u16string_view text,
                                     std::span<const std::uint32_t> cuts,
                                     const PieceOptions& options)
    : text_(text), pieces_(cut_pieces(text, cuts, options)) {
  measure({}, Em(0));
}

void PreparedParagraph::measure(std::span<const float> widths, Em hyphen) {
  widths_.assign(widths.begin(), widths.end());
  widths_.resize(pieces_.size());
  hyphen_ = hyphen;
  make_items(hangs_);
}

void PreparedParagraph::make_items(bool hang) {
  hangs_ = hang;
  items_ = broadsheet::make_items(text_, pieces_, widths_, hyphen_);
  if (hang) hang_marks(text_, pieces_, items_);
  found_ = find_breakpoints(items_);
}

SetLines PreparedParagraph::set(std::span<const Em> measures,
                                const SetOptions& options) {
  if (options.hang != hangs_) make_items(options.hang);
  measures_.assign(measures.begin(), measures.end());
  lines_ = options.mode == LineMode::Balanced
               ? break_balanced(items_, measures.back())
               : break_lines(found_, measures, options);
  const Em step = BreakCosts().letter_fit_step;
  SetLines out;
  out.lines.reserve(lines_.lines.size());
  for (std::size_t i = 0; i < lines_.lines.size(); ++i) {
    const Line& line = lines_.lines[i];
    const bool last = i + 1 == lines_.lines.size();
    SetLine set;
    set.end = last ? static_cast<std::uint32_t>(text_.size())
                   : items_[lines_.lines[i + 1].begin].offset;
    set.hyphen = items_[line.end].kind == ItemKind::Hyphen;
    set.letter_fit = static_cast<int>(std::lround(line.letter_fit / step));
    set.hang_start = hang_level_of(line.hang_left);
    set.hang_end = hang_level_of(line.hang_right);
    out.lines.push_back(set);
    // Nothing follows the last line that could hang its mark.
    if (last) out.last_width = line.natural_width + line.hang_right;
    out.overfull |=
        is_overfull(items_, line, measures_[std::min(i, measures_.size() - 1)]);
  }
  return out;
}

void PreparedParagraph::add_to(QualityTally& tally) const {
  tally.add({items_, lines_, measures_, text_});
}

}  // namespace broadsheet
