// Rivers: gaps that stand above one another in neighbouring lines. Internal to
// typeset/.
#pragma once

#include <cstdint>

#include "typeset/breakpoints.h"

namespace broadsheet {

/// A line as the search for rivers needs it.
struct GapLine {
  std::uint32_t first = 0;  // Gaps [first, last).
  std::uint32_t last = 0;
  const Totals* origin = nullptr;  // Breakpoint::start of the line.
  double ratio = 0;
  double letter_fit = 0;

  /// Bit i: gap i stands below a gap of the line above. Lines of more than 64
  /// gaps are not followed.
  std::uint64_t linked = 0;
};

struct RiverCount {
  unsigned links = 0;   // Gaps that overlap a gap of the line above by half,
  unsigned rivers = 0;  // and those whose gap above does so too.
};

/// Counts what `line` continues of `above`, and sets `line.linked`.
/// O(gaps of both lines).
RiverCount follow_rivers(const Gaps& gaps, const GapLine& above, GapLine& line);

}  // namespace broadsheet
