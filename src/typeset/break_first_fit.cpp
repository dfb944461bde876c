#include <algorithm>
#include <cassert>

#include "typeset/break_lines.h"
#include "typeset/breakpoints.h"
#include "typeset/line_cost.h"

namespace broadsheet {

Lines break_first_fit(std::span<const Item> items,
                      std::span<const Em> measure) {
  assert(!measure.empty());
  Lines result;
  const Breakpoints found = find_breakpoints(items);
  const std::vector<Breakpoint>& points = found.points;
  for (std::size_t from = 0; from + 1 < points.size();) {
    const std::size_t line = std::min(result.lines.size(), measure.size() - 1);
    const double room = measure[line].value() + kWidthTolerance;
    std::size_t to = from + 1;
    // A hyphen or a hanging mark may fit or not where its neighbours differ:
    // what counts is the furthest end that fits before the text itself is wide.
    for (std::size_t b = to; b < points.size(); ++b) {
      const double width = natural_width(points[from], points[b]);
      if (width <= room) to = b;
      const double least = width - static_cast<double>(points[b].mark) -
                           found.largest_hang_right;
      if (points[b].kind == ItemKind::ForcedBreak || least > room) break;
    }
    result.lines.push_back(line_between(points[from], points[to]));
    from = to;
  }
  return result;
}

}  // namespace broadsheet
