#include "layout/layout_cards.h"

#include <algorithm>
#include <cmath>

#include "layout/fit_text.h"
#include "layout/plan_rows.h"

namespace broadsheet {
namespace {

// What texts that came late in a wider font need, gaps give as far as this.
constexpr double kNarrowestGap = 0.7;
// A lead with one card beside it is no lead.
constexpr std::size_t kFewestInLeadBlock = 3;

/// Heights that a row may have.
struct Heights {
  double least = 0;
  double natural = 0;
  double most = 0;

  void raise_all(double height) {
    least = std::max(least, height);
    natural = std::max(natural, height);
    most = std::max(most, height);
  }
  void raise(const CardCellFitter& card) {
    least = std::max(least, card.least());
    natural = std::max(natural, card.natural());
    most = std::max(most, card.most());
  }
};

class Layouter {
 public:
  Layouter(const CardListRequest& request,
           std::span<const CardContent> contents)
      : request_(request),
        contents_(contents),
        row_gap_(request.style.row_gap) {}

  CardLayout run() {
    plan();
    out_.columns = plan_.columns;
    out_.width = request_.width;
    if (!plan_.rows.empty() && plan_.rows[0].kind == RowKind::Rail) {
      place_rail();
      return std::move(out_);
    }
    measure_rows();
    if (request_.reserved > 0) stretch();
    stack_rows();
    for (std::size_t r = 0; r < plan_.rows.size(); ++r) place_row(r);
    return std::move(out_);
  }

 private:
  /// As many cards beside a lead as it is tall enough for; the others follow.
  void plan() {
    const double widest = widest_word();
    for (std::size_t most = kMostInLeadBlock;; --most) {
      plan_ = plan_rows(request_, widest, most);
      out_.lead = leads() ? choose_lead(contents_) : 0;
      if (most <= kFewestInLeadBlock || !overhangs()) break;
    }
    if (have_room_for_large()) beside_ = BesidePictures::Large;
  }

  [[nodiscard]] LeadBlock block_of(const RowPlan& row) const {
    return lead_block(row.count, request_, beside_);
  }

  /// Whether large pictures beside a lead end no lower than it does.
  [[nodiscard]] bool have_room_for_large() const {
    if (plan_.rows.empty() || is_fixed()) return false;
    const RowPlan& row = plan_.rows.front();
    if (row.kind != RowKind::LeadBlock || row.count == 1) return false;
    if (!has(row.count - 1)) return false;
    const LeadBlock block =
        lead_block(row.count, request_, BesidePictures::Large);
    return height_beside(row, block) <=
           fitter(block.cells[0], row.first).natural();
  }

  /// Whether the cards beside a lead are taller than it can be.
  [[nodiscard]] bool overhangs() const {
    if (plan_.rows.empty() || is_fixed()) return false;
    const RowPlan& row = plan_.rows.front();
    if (row.kind != RowKind::LeadBlock || row.count == 1) return false;
    const LeadBlock block = block_of(row);
    return height_beside(row, block) >
           fitter(block.cells[0], row.first).tallest_lead() +
               request_.style.font_size;
  }

  // Only the card that is shown largest may be another than the first.
  [[nodiscard]] bool leads() const {
    if (is_fixed() || plan_.rows.empty()) return false;
    const RowPlan& first = plan_.rows.front();
    return first.kind == RowKind::LeadBlock || first.lead_span > 1;
  }

  [[nodiscard]] bool is_fixed() const { return request_.row_height > 0; }

  [[nodiscard]] double widest_word() const {
    const PartStyle& title = style_of(request_.style.card, CardPart::Title);
    Em widest;
    for (const CardContent& card : contents_) {
      widest = std::max(widest,
                        broadsheet::widest_word(card.items(CardPart::Title)));
    }
    return std::ceil(to_px(widest, Px(title.font_size)).value()) + title.sides;
  }

  [[nodiscard]] bool has(std::size_t position) const {
    return position < contents_.size();
  }

  /// The card shown at a position: the one that leads has moved up.
  [[nodiscard]] const CardContent& content(std::size_t position,
                                           bool as_lead) const {
    if (position <= out_.lead && out_.lead > 0) {
      position = position == 0 ? out_.lead : position - 1;
    }
    return as_lead && position < request_.lead_contents.size()
               ? request_.lead_contents[position]
               : contents_[position];
  }

  [[nodiscard]] CardCellFitter fitter(const CardCell& cell,
                                      std::size_t position) const {
    return {cell, content(position, cell.lead), request_.style};
  }

  void measure_rows() {
    std::size_t slot = 0;
    for (const RowPlan& row : plan_.rows) {
      PlacedRow placed{row.first, row.count, row.lead_span, 0, 0};
      Heights heights;
      if (row.kind == RowKind::Slot) {
        heights.raise_all(request_.slots[slot++].height);
      } else if (is_fixed()) {
        heights.raise_all(request_.row_height);
      } else if (row.kind == RowKind::LeadBlock) {
        measure_block(row, heights);
      } else {
        measure_cards(row, heights);
      }
      placed.height = std::ceil(heights.natural);
      out_.rows.push_back(placed);
      heights_.push_back(heights);
    }
  }

  void measure_cards(const RowPlan& row, Heights& heights) const {
    const std::vector<CardCell> cells = cells_of(row, plan_.columns, request_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (has(row.first + i)) heights.raise(fitter(cells[i], row.first + i));
    }
  }

  void measure_block(const RowPlan& row, Heights& heights) const {
    const LeadBlock block = block_of(row);
    heights.raise(fitter(block.cells[0], row.first));
    if (row.count == 1) return;
    heights.raise_all(height_beside(row, block));
  }

  [[nodiscard]] double height_beside(const RowPlan& row,
                                     const LeadBlock& block) const {
    double height = static_cast<double>(block.rows - 1) * row_gap_beside();
    for (const double each : beside_heights(row, block)) height += each;
    return height;
  }

  [[nodiscard]] double row_gap_beside() const {
    return std::round(request_.style.row_gap * 0.6);
  }

  /// Of the rows beside a lead.
  [[nodiscard]] std::vector<double> beside_heights(
      const RowPlan& row, const LeadBlock& block) const {
    std::vector<double> heights(block.rows);
    for (std::size_t i = 1; i < row.count; ++i) {
      double& height = heights[(i - 1) / block.columns];
      const CardCellFitter card = fitter(block.cells[i], row.first + i);
      // Beside a lead, excerpts only fill what room there is.
      height = std::max(height, std::ceil(card.bare()));
    }
    return heights;
  }

  /// Brings the sum of the heights to what was reserved, as far as the texts
  /// have something to show there or to leave out.
  void stretch() {
    double rest = request_.reserved - total_height();
    auto left = static_cast<double>(
        std::count_if(plan_.rows.begin(), plan_.rows.end(),
                      [](const RowPlan& row) { return row.count > 0; }));
    for (std::size_t r = 0; r < out_.rows.size(); ++r) {
      if (plan_.rows[r].count == 0) continue;
      double& height = out_.rows[r].height;
      const double before = height;
      height = std::clamp(before + std::floor(rest / left),
                          std::ceil(std::min(before, heights_[r].least)),
                          std::ceil(std::max(before, heights_[r].most)));
      rest -= height - before;
      left -= 1;
    }
    if (rest >= 0 || out_.rows.size() < 2) return;
    const auto gaps = static_cast<double>(out_.rows.size() - 1);
    row_gap_ = std::max(row_gap_ + rest / gaps, row_gap_ * kNarrowestGap);
  }

  [[nodiscard]] double total_height() const {
    double height = 0;
    for (const PlacedRow& row : out_.rows) {
      height += row.height + row_gap_;
    }
    return out_.rows.empty() ? 0 : height - row_gap_;
  }

  void stack_rows() {
    double y = 0;
    for (PlacedRow& row : out_.rows) {
      row.y = y;
      y += row.height + row_gap_;
    }
    // What is left over stays empty below the last row.
    out_.height = std::max(total_height(), request_.reserved);
  }

  void place_row(std::size_t r) {
    const RowPlan& row = plan_.rows[r];
    const PlacedRow& placed = out_.rows[r];
    if (row.kind == RowKind::Slot) {
      out_.slots.push_back({0, placed.y});
      return;
    }
    if (!has(row.first)) return;
    if (row.kind == RowKind::LeadBlock) {
      place_block(row, placed);
      return;
    }
    const std::vector<CardCell> cells = cells_of(row, plan_.columns, request_);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      place(cells[i], row.first + i, placed.y, placed.height);
    }
  }

  void place(const CardCell& cell, std::size_t position, double y,
             double height) {
    if (!has(position)) return;
    out_.cards.push_back(fitter(cell, position).place(height));
    out_.cards.back().y += y;
  }

  void place_block(const RowPlan& row, const PlacedRow& placed) {
    const LeadBlock block = block_of(row);
    place(block.cells[0], row.first, placed.y, placed.height);
    if (row.count == 1) return;
    std::vector<double> heights = beside_heights(row, block);
    double rest =
        placed.height - static_cast<double>(block.rows - 1) * row_gap_beside();
    for (const double height : heights) rest -= height;
    double y = 0;
    std::size_t position = 1;
    for (std::size_t r = 0; r < block.rows; ++r) {
      const double share =
          std::floor(rest / static_cast<double>(block.rows - r));
      rest -= share;
      for (std::size_t c = 0; c < block.columns && position < row.count;
           ++c, ++position) {
        place(block.cells[position], row.first + position, placed.y + y,
              heights[r] + share);
      }
      y += heights[r] + share + row_gap_beside();
    }
  }

  /// What was reserved, as far as the texts can fill it or do with it.
  [[nodiscard]] double rail_height(const CardCell& cell) const {
    Heights heights;
    for (std::size_t i = 0; i < contents_.size(); ++i) {
      heights.raise(fitter(cell, i));
    }
    for (const SlotSpace& slot : request_.slots) {
      heights.raise_all(slot.height);
    }
    if (request_.reserved <= 0) return std::ceil(heights.natural);
    return std::ceil(std::max(heights.least, request_.reserved));
  }

  void place_rail() {
    CardCell cell;
    cell.width = cell.picture_width = plan_.columns.width;
    const double height = is_fixed() ? request_.row_height : rail_height(cell);
    const double gap = request_.style.column_gap;
    std::size_t slot = 0;
    double x = 0;
    for (std::size_t i = 0; i <= request_.total; ++i) {
      for (; slot < request_.slots.size() && request_.slots[slot].before == i;
           ++slot) {
        out_.slots.push_back({x, 0});
        x += request_.slots[slot].width + gap;
      }
      if (i == request_.total) break;
      cell.x = x;
      place(cell, i, 0, height);
      x += cell.width + gap;
    }
    out_.width = std::max(0.0, x - gap);
    out_.height = height;
    out_.rows.push_back({0, request_.total, 1, 0, height});
  }

  const CardListRequest& request_;
  std::span<const CardContent> contents_;
  double row_gap_;
  Plan plan_;
  BesidePictures beside_ = BesidePictures::Small;
  std::vector<Heights> heights_;
  CardLayout out_;
};

}  // namespace

CardLayout layout_cards(const CardListRequest& request,
                        std::span<const CardContent> contents) {
  if (request.total == 0 || request.width <= 0) return {};
  return Layouter(request, contents).run();
}

}  // namespace broadsheet
