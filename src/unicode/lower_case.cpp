#include "unicode/lower_case.h"

#include <algorithm>

namespace broadsheet {

char32_t to_lower(char32_t code_point) {
  const CaseRun* const end = kCaseRuns + kCaseRunCount;
  const CaseRun* const next = std::upper_bound(
      kCaseRuns, end, code_point,
      [](char32_t point, const CaseRun& run) { return point < run.first; });
  // Runs of step 2 may interleave with one other run.
  for (const CaseRun* run = next; run != kCaseRuns && next - run < 2;) {
    --run;
    if (code_point <= run->last && (code_point - run->first) % run->step == 0) {
      return static_cast<char32_t>(static_cast<std::int32_t>(code_point) +
                                   run->delta);
    }
  }
  return code_point;
}

}  // namespace broadsheet
