#include <algorithm>
#include <limits>
#include <vector>

#include "typeset/break_lines.h"
#include "typeset/breakpoints.h"
#include "typeset/line_cost.h"

namespace broadsheet {
namespace {

constexpr std::uint32_t kUnreached = std::numeric_limits<std::uint32_t>::max();

/// How a line end is best reached.
struct Reach {
  std::uint32_t lines = kUnreached;  // Fewest lines from the start to here.
  std::uint32_t previous = 0;
  double cost = 0;
};

/// In a setting of as few lines as possible, the number of a line follows from
/// where it ends: a later number would make a line too many, an earlier one
/// cannot be reached. So one state per breakpoint suffices.
class Balancer {
 public:
  Balancer(std::span<const Item> items, Em measure, const BreakCosts& costs)
      : measure_(measure.value()),
        costs_(costs),
        found_(find_breakpoints(items)),
        reached_(found_.points.size()),
        lines_left_(found_.points.size()) {}

  Lines run() {
    count_lines_left();
    reached_[0].lines = 0;
    for (std::uint32_t from = 0; from + 1 < size(); ++from) extend(from);
    Lines result;
    result.cost = reached_.back().cost;
    for (std::uint32_t b = size() - 1; b > 0; b = reached_[b].previous) {
      result.lines.push_back(
          line_between(found_.points[reached_[b].previous], found_.points[b]));
    }
    std::reverse(result.lines.begin(), result.lines.end());
    return result;
  }

 private:
  [[nodiscard]] std::uint32_t size() const {
    return static_cast<std::uint32_t>(found_.points.size());
  }

  /// Calls `visit` for the end of every line that may start at `from`.
  template <class Visit>
  void for_each_line(std::uint32_t from, const Visit& visit) const {
    const Breakpoint& start = found_.points[from];
    const std::uint32_t last = std::min(size() - 1, from + kMostBreakpoints);
    for (std::uint32_t to = from + 1; to <= last; ++to) {
      const Breakpoint& end = found_.points[to];
      const double width = natural_width(start, end);
      if (width <= measure_ + kWidthTolerance || to == from + 1) visit(to);
      // What later lines measure at least, without this hyphen or hung mark.
      const double least =
          width - static_cast<double>(end.mark) - found_.largest_hang_right;
      if (end.kind == ItemKind::ForcedBreak ||
          least > measure_ + kWidthTolerance) {
        return;
      }
    }
  }

  void count_lines_left() {
    for (std::uint32_t from = size() - 1; from-- > 0;) {
      std::uint32_t fewest = kUnreached;
      for_each_line(from, [&](std::uint32_t to) {
        fewest = std::min(fewest, lines_left_[to] + 1);
      });
      lines_left_[from] = fewest;
    }
  }

  void extend(std::uint32_t from) {
    const Reach& reach = reached_[from];
    if (reach.lines == kUnreached) return;
    for_each_line(from, [&](std::uint32_t to) {
      if (reach.lines + 1 + lines_left_[to] != lines_left_[0]) return;
      const Slack slack =
          slack_of(found_.points[from], found_.points[to], measure_);
      const double cost = reach.cost + set_ragged(slack, costs_).cost +
                          break_cost(found_.points[to], costs_);
      Reach& end = reached_[to];
      if (end.lines == kUnreached || cost < end.cost) {
        end = {reach.lines + 1, from, cost};
      }
    });
  }

  double measure_;
  const BreakCosts& costs_;
  Breakpoints found_;
  std::vector<Reach> reached_;
  std::vector<std::uint32_t> lines_left_;  // Fewest lines from here to the end.
};

}  // namespace

Lines break_balanced(std::span<const Item> items, Em measure,
                     const BreakCosts& costs) {
  if (items.empty()) return {};
  return Balancer(items, measure, costs).run();
}

}  // namespace broadsheet
