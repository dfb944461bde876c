#include "typeset/rivers.h"

#include <algorithm>

namespace broadsheet {
namespace {

struct Interval {
  double left = 0;
  double right = 0;
};

// Where a gap is painted, from the left edge of the measure. Justification is
// shared out by width, which is exact where all spaces are alike.
Interval painted(const Gap& gap, const GapLine& line) {
  const double left =
      gap.before.width - line.origin.width +
      line.letter_fit * (gap.before.letters - line.origin.letters) +
      line.ratio * (gap.before.space - line.origin.space);
  return {left, left + gap.width * (1 + line.ratio)};
}

bool overlap_by_half(Interval a, Interval b) {
  const double shared = std::min(a.right, b.right) - std::max(a.left, b.left);
  return 2 * shared >= std::min(a.right - a.left, b.right - b.left);
}

}  // namespace

RiverCount follow_rivers(std::span<const Gap> gaps, const GapLine& above,
                         GapLine& line) {
  RiverCount count;
  line.linked = 0;
  std::uint32_t first =
      above.first;  // Gaps above that end further left are past.
  for (std::uint32_t i = line.first; i < line.last && i - line.first < 64;
       ++i) {
    const Interval here = painted(gaps[i], line);
    while (first < above.last &&
           painted(gaps[first], above).right < here.left) {
      ++first;
    }
    bool linked = false;
    bool river = false;
    for (std::uint32_t j = first; j < above.last; ++j) {
      const Interval there = painted(gaps[j], above);
      if (there.left > here.right) break;
      if (!overlap_by_half(here, there)) continue;
      linked = true;
      const std::uint32_t bit = j - above.first;
      river = river || (bit < 64 && (above.linked >> bit & 1U) != 0);
    }
    if (linked) {
      line.linked |= std::uint64_t{1} << (i - line.first);
      ++count.links;
    }
    if (river) ++count.rivers;
  }
  return count;
}

}  // namespace broadsheet
