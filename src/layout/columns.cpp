#include "layout/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broadsheet {
namespace {

// Beyond this the eye no longer takes in a row.
constexpr std::size_t kMostColumns = 8;
// Further runs do not change the choice.
constexpr std::size_t kMostRuns = 20;

// What a card that leads costs, in the unit of width_cost. A whole row and two
// columns look meant; three of four look like a mistake.
constexpr double kWholeRow = 0.1;
constexpr double kTwoColumns = 0.08;
constexpr double kOtherSpan = 0.15;
constexpr double kFewerThanColumns = 0.3;

double span_cost(std::size_t count, std::size_t columns) {
  const std::size_t span = lead_span(count, columns);
  if (span == 1) return 0;
  const double few = count < columns ? kFewerThanColumns : 0;
  if (span == columns) return few + kWholeRow;
  return few + (span == 2 ? kTwoColumns : kOtherSpan);
}

// Twice or half the ideal costs .25: as the logarithm would have it, without
// a logarithm to send.
double width_cost(double width, double ideal) {
  const double ratio = width / ideal;
  return (ratio - 1) * (ratio - 1) / ratio / 2;
}

}  // namespace

std::size_t lead_span(std::size_t count, std::size_t columns) {
  if (count == 0) return 1;
  return columns - (count - 1) % columns;
}

Columns choose_columns(std::span<const std::size_t> runs,
                       const ColumnChoice& choice) {
  const double em = choice.font_size;
  const double least = std::max(choice.narrowest * em, choice.widest_word);
  runs = runs.first(std::min(runs.size(), kMostRuns));
  Columns best{1, std::floor(choice.width)};
  double best_cost = std::numeric_limits<double>::infinity();
  for (std::size_t count = 1; count <= kMostColumns; ++count) {
    const auto n = static_cast<double>(count);
    const double width = std::floor((choice.width - (n - 1) * choice.gap) / n);
    if (count > 1 && width < least) break;
    double cost = width_cost(std::max(width, 1.0), choice.ideal * em);
    for (const std::size_t run : runs) {
      cost += span_cost(run, count) / static_cast<double>(runs.size());
    }
    if (cost < best_cost) {
      best_cost = cost;
      best = {count, width};
    }
  }
  return best;
}

}  // namespace broadsheet
