#include "typeset/set_paragraph.h"

#include <array>
#include <cmath>

namespace broadsheet {

PreparedParagraph::PreparedParagraph(std::u16string_view text,
                                     std::span<const std::uint32_t> cuts,
                                     const PieceOptions& options)
    : text_(text), pieces_(cut_pieces(text, cuts, options)) {
  measure({}, Em(0));
}

void PreparedParagraph::measure(std::span<const float> widths, Em hyphen) {
  std::vector<float> all(widths.begin(), widths.end());
  all.resize(pieces_.size());
  items_ = make_items(text_, pieces_, all, hyphen);
}

SetLines PreparedParagraph::set(Em measure) const {
  const std::array<Em, 1> measures = {measure};
  const Setting setting;
  const Lines broken = break_optimal(items_, measures, setting);
  SetLines out;
  out.lines.reserve(broken.lines.size());
  for (std::size_t i = 0; i < broken.lines.size(); ++i) {
    const Line& line = broken.lines[i];
    const bool last = i + 1 == broken.lines.size();
    SetLine set;
    set.end = last ? static_cast<std::uint32_t>(text_.size())
                   : items_[broken.lines[i + 1].begin].offset;
    set.hyphen = items_[line.end].kind == ItemKind::Hyphen;
    set.letter_fit = static_cast<int>(
        std::lround(line.letter_fit / setting.costs.letter_fit_step));
    out.lines.push_back(set);
    if (last) out.last_width = line.natural_width;
  }
  return out;
}

}  // namespace broadsheet
