// Which cards share a row, and the cells they get. Internal to layout/.
#pragma once

#include <vector>

#include "layout/cells.h"

namespace broadsheet {

enum class RowKind : unsigned char { Cards, Slot, LeadBlock, Rail };

struct RowPlan {
  RowKind kind = RowKind::Cards;
  std::size_t first = 0;
  std::size_t count = 0;  // cards; of a Slot 0
  std::size_t lead_span = 1;
};

struct Plan {
  Columns columns;
  std::vector<RowPlan> rows;
};

/// `widest_word`: of a headline, CSS px. `most_in_block`: cards in the lead
/// block, the one that leads among them.
Plan plan_rows(const CardListRequest& request, double widest_word,
               std::size_t most_in_block);

/// The cells of a row of Cards, in order.
std::vector<CardCell> cells_of(const RowPlan& row, const Columns& columns,
                               const CardListRequest& request);

/// Of the cards beside a lead.
enum class BesidePictures : unsigned char {
  Small,
  Large  // One or two cards fill the height of a lead better so.
};

/// The lead block: one large card, the others beside it. Cells are given in
/// order; `rows` is how many of them stand one above the other.
struct LeadBlock {
  std::vector<CardCell> cells;
  std::size_t columns = 1;
  std::size_t rows = 1;
};
LeadBlock lead_block(std::size_t count, const CardListRequest& request,
                     BesidePictures pictures);

/// From this width on, in em, a lead has other cards beside it.
inline constexpr double kLeadBlockWidth = 44;
inline constexpr std::size_t kMostInLeadBlock = 6;

}  // namespace broadsheet
