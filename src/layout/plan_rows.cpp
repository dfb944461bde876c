#include "layout/plan_rows.h"

namespace broadsheet {
namespace {

// All in em of the list's font size.
constexpr double kGridNarrowest = 13;
constexpr double kGridIdeal = 17;
constexpr double kListNarrowest = 24;
constexpr double kListIdeal = 34;
// A card wider than this has its picture beside the text.
constexpr double kWidestStack = 28;
constexpr double kWidestLeadStack = 44;
constexpr double kWidestSidePicture = 30;
constexpr double kListPicture = 10;
// A list narrower than this has its pictures above the texts.
constexpr double kNarrowestSide = 15;
constexpr double kBesideLead = 20;
constexpr double kBesideLeadNarrowest = 16;
// Text beside a picture that takes half of a card.
constexpr double kNarrowestBesideHalf = 9;
constexpr double kRailIdeal = 16;
// As much of the next card shows that there is one.
constexpr double kRailPeek = 0.3;

// em of running text.
constexpr double kListExcerpt = 45;
constexpr double kLeadExcerpt = 120;

double em_of(const CardListRequest& request) { return request.style.font_size; }

bool is_list(Arrangement arrangement) {
  return arrangement == Arrangement::List || arrangement == Arrangement::Lead;
}

CardCell list_cell(double x, double width, const CardListRequest& request) {
  CardCell cell;
  cell.x = x;
  cell.width = width;
  cell.excerpt = kListExcerpt;
  cell.side = width >= kNarrowestSide * em_of(request);
  cell.picture_width =
      cell.side
          ? std::floor(std::min(kListPicture * em_of(request), width * 0.34))
          : width;
  return cell;
}

// `span` columns of a grid; wide ones have their picture in half of them.
CardCell grid_cell(double x, std::size_t span, const Columns& columns,
                   const CardListRequest& request) {
  const double gap = request.style.column_gap;
  const auto width_of = [&](std::size_t n) {
    return static_cast<double>(n) * (columns.width + gap) - gap;
  };
  CardCell cell;
  cell.x = x;
  cell.width = width_of(span);
  cell.picture_width = cell.width;
  if (span > 1) {
    cell.side = cell.lead = true;
    cell.picture_width = width_of((span + 1) / 2);
    cell.excerpt = kLeadExcerpt;
  } else if (cell.width > kWidestStack * em_of(request)) {
    cell.side = true;
    cell.picture_width = std::floor(
        std::min(kWidestSidePicture * em_of(request), cell.width * 0.45));
  }
  return cell;
}

// Above the list where there is no room beside it.
CardCell lead_cell(double width, const CardListRequest& request) {
  CardCell cell;
  cell.width = cell.picture_width = width;
  cell.lead = true;
  cell.excerpt = kLeadExcerpt;
  if (width > kWidestLeadStack * em_of(request)) {
    cell.side = true;
    cell.picture_width = std::floor(width / 2);
  }
  return cell;
}

/// As many as there is room for and the cards fill evenly.
std::size_t columns_beside(std::size_t others, double room,
                           const CardListRequest& request) {
  const double gap = request.style.column_gap;
  const double fitting =
      std::floor((room + gap) / (kBesideLead * em_of(request) + gap));
  auto columns = std::clamp<std::size_t>(
      static_cast<std::size_t>(std::max(1.0, fitting)), 1, others);
  while (others % columns != 0) --columns;
  return columns;
}

/// Where cards beside a lead stand.
struct BesideLead {
  double width;  // of each
  double lead;   // width of that card
  std::size_t others;
  bool in_one_row;
  bool large;
};

CardCell beside_cell(double x, const BesideLead& place,
                     const CardListRequest& request) {
  const double em = em_of(request);
  CardCell cell = list_cell(x, place.width, request);
  const double half = std::floor(place.width / 2);
  // Few rows beside a tall lead: their pictures stand above their texts.
  if (place.in_one_row &&
      place.width <= (place.large ? place.lead : kWidestStack * em)) {
    cell.side = false;
    cell.picture_width = place.width;
  } else if (place.large && place.others == 2 &&
             half - request.style.column_gap >= kNarrowestBesideHalf * em) {
    cell.picture_width = half;
  } else if (place.width < kBesideLeadNarrowest * em) {
    cell.picture_width = std::floor(place.width * 0.3);
  }
  return cell;
}

Columns rail_columns(const CardListRequest& request, double widest_word) {
  const double gap = request.style.column_gap;
  const double ideal = kRailIdeal * em_of(request);
  const auto total = static_cast<double>(request.total);
  const double all = std::floor((request.width - (total - 1) * gap) / total);
  if (all >= kGridNarrowest * em_of(request) && request.slots.empty()) {
    const double most = kWidestStack * em_of(request);
    return {request.total, std::min(all, most)};
  }
  const double shown = std::max(
      1.0, std::round((request.width + gap) / (ideal + gap) - kRailPeek));
  const double width = (request.width - shown * gap) / (shown + kRailPeek);
  const double least = std::min(widest_word, request.width);
  return {request.total, std::floor(std::max({width, least, 1.0}))};
}

Columns columns_for(const CardListRequest& request,
                    std::span<const std::size_t> runs, double widest_word) {
  if (request.columns.count > 0) return request.columns;
  if (request.arrangement == Arrangement::Rail) {
    return rail_columns(request, widest_word);
  }
  ColumnChoice choice;
  choice.width = request.width;
  choice.gap = request.style.column_gap;
  choice.font_size = em_of(request);
  const bool list = is_list(request.arrangement);
  choice.narrowest = list ? kListNarrowest : kGridNarrowest;
  choice.ideal = list ? kListIdeal : kGridIdeal;
  choice.widest_word = widest_word;
  return choose_columns(runs, choice);
}

class Planner {
 public:
  Planner(const CardListRequest& request, double widest_word,
          std::size_t most_in_block)
      : request_(request), most_in_block_(most_in_block) {
    std::size_t from = 0;
    for (const SlotSpace& slot : request.slots) {
      runs_.push_back(slot.before - from);
      from = slot.before;
    }
    runs_.push_back(request.total - from);
    std::size_t beside = beside_lead();
    std::vector<std::size_t> counted;
    for (const std::size_t run : runs_) {
      if (run > beside) counted.push_back(run - beside);
      beside = 0;
    }
    plan_.columns = columns_for(request, counted, widest_word);
  }

  Plan run() {
    if (request_.arrangement == Arrangement::Rail) {
      plan_.rows.push_back({RowKind::Rail, 0, request_.total, 1});
      return std::move(plan_);
    }
    std::size_t first = 0;
    for (std::size_t r = 0; r < runs_.size(); ++r) {
      if (r > 0) plan_.rows.push_back({RowKind::Slot, first, 0, 1});
      add_run(first, runs_[r]);
      first += runs_[r];
    }
    return std::move(plan_);
  }

 private:
  // Cards of the first run that stand in the lead's own block.
  [[nodiscard]] std::size_t beside_lead() const {
    if (request_.arrangement != Arrangement::Lead) return 0;
    const bool wide = request_.width >= kLeadBlockWidth * em_of(request_) &&
                      request_.row_height <= 0;
    const std::size_t most = wide ? most_in_block_ : 1;
    return std::min(runs_.front(), most);
  }

  void add_run(std::size_t first, std::size_t count) {
    if (first == 0 && count > 0) {
      if (const std::size_t block = beside_lead()) {
        plan_.rows.push_back({RowKind::LeadBlock, 0, block, 1});
        first = block;
        count -= block;
      }
    }
    std::size_t span = lead_span(count, plan_.columns.count);
    while (count > 0) {
      const std::size_t row = std::min(count, plan_.columns.count - span + 1);
      plan_.rows.push_back({RowKind::Cards, first, row, span});
      first += row;
      count -= row;
      span = 1;
    }
  }

  const CardListRequest& request_;
  std::size_t most_in_block_;
  std::vector<std::size_t> runs_;
  Plan plan_;
};

}  // namespace

Plan plan_rows(const CardListRequest& request, double widest_word,
               std::size_t most_in_block) {
  return Planner(request, widest_word, most_in_block).run();
}

std::vector<CardCell> cells_of(const RowPlan& row, const Columns& columns,
                               const CardListRequest& request) {
  std::vector<CardCell> cells;
  const double gap = request.style.column_gap;
  double x = 0;
  for (std::size_t i = 0; i < row.count; ++i) {
    const std::size_t span = i == 0 ? row.lead_span : 1;
    cells.push_back(grid_cell(x, span, columns, request));
    if (is_list(request.arrangement)) {
      cells.back() = list_cell(x, cells.back().width, request);
    }
    x += cells.back().width + gap;
  }
  return cells;
}

LeadBlock lead_block(std::size_t count, const CardListRequest& request,
                     BesidePictures pictures) {
  LeadBlock block;
  const double em = em_of(request);
  const double gap = request.style.column_gap;
  const bool beside = request.width >= kLeadBlockWidth * em && count > 1;
  if (!beside) {
    block.cells.push_back(lead_cell(request.width, request));
    return block;
  }
  const std::size_t others = count - 1;
  const double lead =
      std::floor(std::min(kWidestLeadStack * em, (request.width - gap) * 0.58));
  const double room = request.width - lead - gap;
  block.columns = columns_beside(others, room, request);
  block.rows = others / block.columns;
  const auto n = static_cast<double>(block.columns);
  BesideLead place = {std::floor((room - (n - 1) * gap) / n), lead, others,
                      block.rows == 1, pictures == BesidePictures::Large};
  if (place.large && others == 1) place.width = std::min(place.width, lead);
  block.cells.push_back(lead_cell(lead, request));
  for (std::size_t i = 0; i < others; ++i) {
    const auto column = static_cast<double>(i % block.columns);
    const double x = lead + gap + column * (place.width + gap);
    block.cells.push_back(beside_cell(x, place, request));
  }
  return block;
}

}  // namespace broadsheet
